import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const help = `npm run lock [-- --check]

A registry mirror that holds only the packages of one platform makes npm leave the others out of package-lock.json,
and \`npm ci\` then refuses the file. This adds an entry for each optional package that is missing; --check only tells.`;

interface LockedPackage {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}
export interface Lock {
  packages: Record<string, LockedPackage>;
}

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];

/** Paths of the lock file where a package that stands at `path` looks for `name`, nearest first. */
function lookups(path: string, name: string): string[] {
  const parts = path ? path.split('/node_modules/') : [];
  const nested = parts.map((_, index) => `${parts.slice(0, parts.length - index).join('/node_modules/')}/node_modules/${name}`);
  return [...nested, `node_modules/${name}`];
}

/** `@rollup/rollup-linux-x64-musl` → its `os`, `cpu` and `libc`, so that no other machine fetches it. */
export function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const words = name.replace('windows', 'win32').split(/[-/]/);
  const os = words.find((word) => systems.includes(word));
  const cpu = words.find((word) => processors.includes(word));
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : words.some((word) => word.startsWith('gnu')) ? 'glibc' : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }), ...(os === 'linux' && libc && { libc: [libc] }) };
}

/** Entries that `npm ci` would miss: lock path → entry. */
export function missingEntries({ packages }: Lock): Record<string, LockedPackage> {
  const missing: Record<string, LockedPackage> = {};
  for (const [path, locked] of Object.entries(packages)) {
    for (const [name, wanted] of Object.entries(locked.optionalDependencies ?? {})) {
      const version = wanted.replace(/^[\^~]/, '');
      if (lookups(path, name).some((at) => packages[at] ?? missing[at]?.version === version)) continue;
      const at = missing[`node_modules/${name}`] ? `${path}/node_modules/${name}` : `node_modules/${name}`;
      missing[at] = { version, ...platformOf(name), ...(locked.dev && { dev: true }), optional: true };
    }
  }
  return missing;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
  if (values.help) console.log(help);
  else complete(values.check ?? false);
}

function complete(check: boolean): void {
  const lock: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const missing = missingEntries(lock);
  const count = Object.keys(missing).length;
  console.log(count ? `${count} optional packages are missing in package-lock.json` : 'package-lock.json is complete');
  if (!count) return;
  if (check) process.exitCode = 1;
  else {
    const root = lock.packages[''];
    const sorted = Object.entries({ ...lock.packages, ...missing }).filter(([path]) => path);
    sorted.sort(([a], [b]) => (a < b ? -1 : 1));
    writeFileSync(
      'package-lock.json',
      `${JSON.stringify({ ...lock, packages: { ...(root && { '': root }), ...Object.fromEntries(sorted) } }, null, 2)}\n`,
    );
    console.log('added; commit the file');
  }
}

import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { decode } from '../src/pipeline/decode.ts';
import { listSeeds, type SeedFile } from './lib/seeds.ts';

const help = `npm run bench:convert -- DIR [--megabytes N]

Converts the seeds below DIR into a temporary folder and prints characters per second and peak memory.
--megabytes N  repeats the seeds until there are N million bytes of them`;

/** Run inside the converter: its peak memory goes to file descriptor 3. */
const REPORT_MEMORY = `data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>{try{writeSync(3,process.resourceUsage().maxRSS+'\\n')}catch{}})`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { megabytes: { type: 'string' }, help: { type: 'boolean' } },
});
const [dir] = positionals;

if (values.help || !dir) {
  console.log(help);
  process.exitCode = values.help ? 0 : 2;
} else await bench(resolve(dir), Number(values.megabytes ?? 0) * 1e6);

async function bench(dir: string, bytes: number): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'bench-convert-'));
  try {
    const seeds = bytes > 0 ? repeat(listSeeds(dir).files, bytes, join(root, 'seeds')) : dir;
    const { files } = listSeeds(seeds);
    const characters = files.reduce((sum, file) => sum + charactersOf(file), 0);
    const { seconds, kilobytes } = await convert(seeds, join(root, 'content'));
    const rate = (characters / seconds) * 60;
    const size = files.reduce((sum, file) => sum + file.bytes, 0);
    console.log(`${files.length} seeds, ${(size / 1e6).toFixed(1)} MB, ${(characters / 1e6).toFixed(2)} million characters`);
    console.log(
      `${seconds.toFixed(1)} s, ${Math.round(characters / seconds)} characters a second (${(rate / 1e6).toFixed(1)} million a minute)`,
    );
    console.log(`peak memory ${Math.round(kilobytes / 1024)} MB`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Copies of the seeds, under names of their own, until there are enough bytes. */
function repeat(files: readonly SeedFile[], bytes: number, target: string): string {
  mkdirSync(target);
  let written = 0;
  for (let round = 0; written < bytes && files.length > 0; round++) {
    for (const file of files) {
      if (written >= bytes) break;
      copyFileSync(file.absolute, join(target, `${String(round).padStart(4, '0')}-${file.path.replaceAll('/', '-')}`));
      written += file.bytes;
    }
  }
  return target;
}

function charactersOf({ absolute, path, bytes }: SeedFile): number {
  return extname(path) === '.docx' ? bytes : decode(readFileSync(absolute), path).value.length;
}

async function convert(seeds: string, out: string): Promise<{ seconds: number; kilobytes: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', REPORT_MEMORY, 'scripts/convert.ts', '--fresh', '--seeds', seeds, '--out', out], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  const pipe = child.stdio[3];
  if (!(pipe instanceof Readable)) throw new Error('the converter has no pipe to tell its memory through');
  const [memory, code] = await Promise.all([
    text(pipe),
    new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done)),
  ]);
  if (code !== 0) throw new Error(`scripts/convert.ts ended with ${code ?? 'a signal'}`);
  return { seconds: (performance.now() - began) / 1000, kilobytes: Math.max(...memory.trim().split('\n').map(Number)) };
}

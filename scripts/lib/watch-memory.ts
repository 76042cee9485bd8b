import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Bytes of the largest process, and of all of them together at their worst moment. */
export interface Memory {
  largest: number;
  together: number;
}

/**
 * Runs a command and looks five times a second at the memory of it and of all that it starts. Linux only; 0 elsewhere.
 * `output`: what it printed, which is shown too.
 */
export async function watchMemory(
  [command = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Memory & { output: string }> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
  const memory: Memory = { largest: 0, together: 0 };
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (printed: string) => {
    process.stdout.write(printed);
    output += printed;
  });
  const timer = setInterval(() => {
    const sizes = descendants(child.pid ?? 0).map(residentBytes);
    memory.largest = Math.max(memory.largest, ...sizes);
    memory.together = Math.max(
      memory.together,
      sizes.reduce((sum, size) => sum + size, 0),
    );
  }, 200);
  const code = await new Promise((done) => child.once('close', done));
  clearInterval(timer);
  if (code !== 0) throw new Error(`\`${[command, ...args].join(' ')}\` ended with ${code}`);
  return { ...memory, output };
}

/** A process and all below it; each of its threads has children of its own. */
function descendants(pid: number): number[] {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const children = threads.flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' '));
    return [pid, ...children.filter(Boolean).flatMap((child) => descendants(Number(child)))];
  } catch {
    return [];
  }
}

function residentBytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

import { spawn } from 'node:child_process';

/** Runs a program with our output; throws where it fails. Its standard input is closed, so that nothing can ask. */
export async function run(
  command: string,
  args: readonly string[],
  options: { env?: NodeJS.ProcessEnv; quiet?: boolean } = {},
): Promise<void> {
  const out = options.quiet ? 'ignore' : 'inherit';
  const child = spawn(command, args, { stdio: ['ignore', out, out], env: options.env ?? process.env });
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('exit', done);
  });
  if (code !== 0) throw new Error(`\`${command} ${args.join(' ')}\` ended with ${code ?? 'a signal'}`);
}

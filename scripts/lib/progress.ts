import { Presets, SingleBar } from 'cli-progress';

/** A progress bar on standard error; it does nothing where that is no terminal. */
export interface Progress {
  shown: boolean;
  begin(total: number): void;
  step(name: string): void;
  end(): void;
}

export function progress(what: string): Progress {
  if (!process.stderr.isTTY) return { shown: false, begin: () => {}, step: () => {}, end: () => {} };
  const bar = new SingleBar({ format: `${what} {bar} {value}/{total} {name}`, hideCursor: true }, Presets.shades_classic);
  return {
    shown: true,
    begin: (total) => bar.start(total, 0, { name: '' }),
    step: (name) => bar.increment({ name }),
    end: () => bar.stop(),
  };
}

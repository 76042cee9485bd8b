import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { baseOf } from './lib/base.ts';
import { serve } from './serve.ts';

const help = `npm start [-- --port 4321 --host 127.0.0.1 --no-build]

Builds the archive into dist/, serves it as GitHub Pages would, and prints the address.`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.PORT || '4321' },
    host: { type: 'string', default: process.env.HOST || '127.0.0.1' },
    'no-build': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) console.log(help);
else {
  const { DIST = 'dist', BASE = '/' } = process.env;
  if (!values['no-build']) await build();
  const { url } = await serve({ dir: DIST, base: baseOf(BASE), port: Number(values.port), host: values.host });
  console.log(`\n  The archive is at ${url}\n  Stop it with Ctrl+C.\n`);
}

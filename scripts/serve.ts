import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { lookup } from 'mrmime';
import { baseOf } from './lib/base.ts';

const help = `node scripts/serve.ts [--dir dist] [--base /] [--port 4321] [--host 127.0.0.1]

Serves a built site as GitHub Pages does: below a path, folders by their index.html, a folder without its slash moved
to the one with it, 404.html for what is missing, gzip, and none but the standard headers.`;

export interface Site {
  dir: string;
  /** `/` or `/repository/`. */
  base: string;
  port?: number;
  host?: string;
}

/** What GitHub Pages answers to a path below the base: a file, a move, or nothing. */
function resolvePath(dir: string, path: string): { file: string } | { moveTo: string } | undefined {
  const file = join(dir, path);
  if (!file.startsWith(dir)) return undefined;
  if (path.endsWith('/')) {
    const index = join(file, 'index.html');
    return existsSync(index) ? { file: index } : undefined;
  }
  if (!existsSync(file)) return existsSync(`${file}.html`) ? { file: `${file}.html` } : undefined;
  if (statSync(file).isDirectory()) return existsSync(join(file, 'index.html')) ? { moveTo: `${path}/` } : undefined;
  return { file };
}

function send(request: IncomingMessage, response: ServerResponse, status: number, file: string): void {
  const type = lookup(file) ?? 'application/octet-stream';
  const text = /^text\/|json|xml|javascript|svg|wasm|manifest/.test(type);
  const tag = `"${createHash('sha1').update(readFileSync(file)).digest('hex').slice(0, 16)}"`;
  if (status === 200 && request.headers['if-none-match'] === tag) {
    response.writeHead(304, { etag: tag }).end();
    return;
  }
  const gzip = text && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  response.writeHead(status, {
    'content-type': /^text\/|json|xml|javascript/.test(type) ? `${type}; charset=utf-8` : type,
    'cache-control': 'max-age=600',
    etag: tag,
    vary: 'Accept-Encoding',
    ...(gzip ? { 'content-encoding': 'gzip' } : { 'content-length': statSync(file).size }),
  });
  if (request.method === 'HEAD') response.end();
  else if (gzip) pipeline(createReadStream(file), createGzip(), response, () => {});
  else pipeline(createReadStream(file), response, () => {});
}

function answer(site: Site, request: IncomingMessage, response: ServerResponse): void {
  const dir = resolve(site.dir);
  const url = new URL(request.url ?? '/', 'http://localhost');
  const path = safeDecode(url.pathname);
  if (`${path}/` === site.base) {
    response.writeHead(301, { location: site.base + url.search }).end();
    return;
  }
  const found = path.startsWith(site.base) ? resolvePath(dir, path.slice(site.base.length - 1)) : undefined;
  if (found && 'moveTo' in found) {
    response.writeHead(301, { location: encodeURI(site.base.slice(0, -1) + found.moveTo) + url.search }).end();
  } else if (found) send(request, response, 200, found.file);
  else if (path.startsWith(site.base) && existsSync(join(dir, '404.html'))) send(request, response, 404, join(dir, '404.html'));
  else response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Starts serving; takes the next free port where `port` is taken. `url` ends in the base. */
export async function serve(site: Site): Promise<{ url: string; close: () => Promise<void> }> {
  const host = site.host ?? '127.0.0.1';
  const server = createServer((request, response) => answer(site, request, response));
  await listen(server, site.port ?? 0, host);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : site.port;
  return {
    url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}${site.base}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port > 0) done(listen(server, port + 1, host));
      else fail(error);
    });
    server.listen(port, host, () => done());
  });
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string', default: process.env.DIST || 'dist' },
      base: { type: 'string', default: process.env.BASE || '/' },
      port: { type: 'string', default: process.env.PORT || '4321' },
      host: { type: 'string', default: process.env.HOST || '127.0.0.1' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) console.log(help);
  else {
    const { url } = await serve({ dir: values.dir, base: baseOf(values.base), port: Number(values.port), host: values.host });
    console.log(`${values.dir} is served at ${url}`);
  }
}

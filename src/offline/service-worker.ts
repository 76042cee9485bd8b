/// <reference lib="webworker" />
import { pagesCache, pagesLimit, shellCache } from './caches.ts';

declare const self: ServiceWorkerGlobalScope;
/** Filled in by the build: what the shell consists of, and a name for exactly these files. */
declare const SHELL: readonly string[];
declare const VERSION: string;

const scope = new URL(self.registration.scope);
const shell = shellCache(scope.pathname, VERSION);
const pages = pagesCache(scope.pathname);

self.addEventListener('install', (event) => {
  event.waitUntil(fillShell());
});

async function fillShell(): Promise<void> {
  const cache = await caches.open(shell);
  await cache.addAll(SHELL.map((path) => new Request(new URL(path, scope), { cache: 'no-cache' })));
  await self.skipWaiting();
}

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells().then(() => self.clients.claim()));
});

/** Only our own: another archive on the same host has caches of its own. */
async function dropOldShells(): Promise<void> {
  const prefix = shellCache(scope.pathname, '');
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== shell).map((name) => caches.delete(name)));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (url.pathname.startsWith(`${scope.pathname}assets/`)) event.respondWith(asset(event));
  else event.respondWith(fetch(request).catch(async () => (await caches.match(request)) ?? Response.error()));
});

/** The network first, so that no page is ever stale; what was read before where there is none. */
async function page(event: FetchEvent): Promise<Response> {
  const address = withoutQuery(event.request.url);
  try {
    const response = await fetch(event.request);
    if (response.ok && !response.redirected) event.waitUntil(remember(pages, address, response.clone()).catch(() => undefined));
    return response;
  } catch {
    return (await caches.match(address)) ?? (await caches.match(new URL('offline/', scope).href)) ?? Response.error();
  }
}

/** Names of assets say their content: what is there is right. */
async function asset(event: FetchEvent): Promise<Response> {
  const known = await caches.match(event.request).catch(() => undefined);
  if (known) return known;
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(remember(pages, event.request.url, response.clone()).catch(() => undefined));
  return response;
}

/** The oldest go first; what the reader keeps stands in a cache of its own and stays. */
async function remember(name: string, address: string, response: Response): Promise<void> {
  const cache = await caches.open(name);
  await cache.delete(address);
  await cache.put(address, response);
  const requests = await cache.keys();
  await Promise.all(requests.slice(0, Math.max(0, requests.length - pagesLimit)).map((request) => cache.delete(request)));
}

function withoutQuery(address: string): string {
  const url = new URL(address);
  url.search = '';
  url.hash = '';
  return url.href;
}

/// <reference lib="webworker" />
/**
 * Keeps the pages of a visit for when there is no reception: the shell, its files, and what the company says about
 * itself. Reports are kept and sent by the page (report-outbox.ts), not here. The build puts FILES and CACHE in front.
 */
/* global FILES, CACHE */
const SHELL = '/p/-';
const PATIENCE_MS = 4000;
const COMPANY = ['/api/v1/portal/company', '/api/v1/portal/logo'];

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll());
  void self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(tidy().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (pathname.startsWith('/p/')) event.respondWith(fresh(request, SHELL));
  } else if (COMPANY.includes(pathname)) event.respondWith(fresh(request, pathname));
  else if (FILES.includes(pathname)) event.respondWith(kept(request));
});

/** The page was opened before this worker looked on: what it asked for then is asked once more. A company may have no logo. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  await cache.addAll([SHELL, ...FILES]);
  await Promise.allSettled(COMPANY.map((path) => cache.add(path)));
}

/** The version before this one stays: a page that is open still asks for its files. */
async function tidy() {
  const old = (await caches.keys()).filter((name) => name.startsWith('visit-') && name !== CACHE).slice(0, -1);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** From the network while it answers, else as it was kept. */
async function fresh(request, key) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.ok) await cache.put(key, answer.clone());
    return answer;
  } catch (lost) {
    const before = await cache.match(key);
    if (before) return before;
    throw lost;
  }
}

async function kept(request) {
  return (await caches.match(request)) ?? fetch(request);
}

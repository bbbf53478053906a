/**
 * The staff pages without a line: the files of one build, kept in the browser (service worker). It knows
 * nothing of anybody: what the API says never passes through here.
 */

// A module of its own: nothing of it is anybody else's.
export {};

/** Put in when it is built: the build's own name, its files, and the hash of its page. */
declare const __SHELL__: {
  readonly name: string;
  readonly files: readonly string[];
  readonly page: string;
  readonly places: readonly string[];
  readonly settingsAt: string;
};

interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  addEventListener(name: 'install' | 'activate', act: (event: Lasting) => void): void;
  addEventListener(name: 'fetch', act: (event: Asked) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}
const worker = self as unknown as Worker;

const { name, files, page, places, settingsAt } = __SHELL__;
const cacheName = `shell-${name}`;
/** Every address of a place shows the same page; under this one it is kept. */
const pageAt = places[0] ?? '/';
/** A line that hangs is as good as none: the clerk waits no longer for the page. */
const mostWaitMs = 3_000;

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** All of one build or nothing: a page that names other files is another build's, and not kept. */
const keepBuild = async (): Promise<void> => {
  const cache = await caches.open(cacheName);
  const came = await fetch(pageAt, { cache: 'reload' });
  const hash = await crypto.subtle.digest('SHA-256', await came.clone().arrayBuffer());
  if (!came.ok || hex(hash) !== page) throw new Error('the page is not of this build');
  await cache.addAll([settingsAt, ...files]);
  await cache.put(pageAt, came);
};

/** The build before stays for pages that are open and fetch the rest of their files from it. */
const dropOld = async (): Promise<void> => {
  const builds = (await caches.keys()).filter((key) => key.startsWith('shell-'));
  const others = builds.filter((key) => key !== cacheName);
  for (const key of others.slice(0, -1)) await caches.delete(key);
};

const fresh = (request: Request): Promise<Response | undefined> => {
  const came = fetch(request).then(
    (answer) => (answer.ok ? answer : undefined),
    () => undefined,
  );
  const tooLate = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), mostWaitMs);
  });
  return Promise.race([came, tooLate]);
};

/** What the line has, or what is kept. */
const freshOrKept = async (request: Request, key: string): Promise<Response> => {
  const kept = (await caches.open(cacheName)).match(key);
  return (await fresh(request)) ?? (await kept) ?? Response.error();
};

/** A file's name changes with its content: the kept one is the one. */
const keptOrFresh = async (request: Request): Promise<Response> =>
  (await caches.match(request)) ?? fetch(request);

const isPlace = (path: string): boolean =>
  places.some((at) => path === at || path.startsWith(`${at}/`));

type Way = () => Promise<Response>;

const wayOf = (request: Request): Way | undefined => {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return undefined;
  if (request.mode === 'navigate')
    return isPlace(pathname) ? () => freshOrKept(request, pageAt) : undefined;
  if (pathname.startsWith('/assets/')) return () => keptOrFresh(request);
  // Asked past every cache, it is the system's clock that is wanted, or whether there is a line.
  return pathname === settingsAt && request.cache !== 'no-store'
    ? () => freshOrKept(request, settingsAt)
    : undefined;
};

worker.addEventListener('install', (event) => {
  event.waitUntil(keepBuild().then(() => worker.skipWaiting()));
});
worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOld().then(() => worker.clients.claim()));
});
worker.addEventListener('fetch', (event) => {
  const way = wayOf(event.request);
  if (way) event.respondWith(way());
});

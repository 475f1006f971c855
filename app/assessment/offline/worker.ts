/**
 * The service worker, where pages come over TLS: a closed tab opens again without a network. It keeps scripts, styles and
 * an empty document – nothing of anybody. The pages themselves are in the device's database (`pageStore.ts`), and whose
 * they are decides which release's document is handed out.
 */
import { NetworkOnly, type PrecacheEntry, type RouteHandlerCallbackOptions, Serwist } from 'serwist';
import { askServer } from '~/ui/askServer';
import { cacheOf, EMPTY_PAGE, FILL } from './keptScripts';
import { isKept, readOwner } from './pageDatabase';

declare const self: ServiceWorkerGlobalScope & { __SW_MANIFEST: PrecacheEntry[] };

const files = self.__SW_MANIFEST;
/** The build names itself in the revision of its empty page. */
const release = files.find(({ url }) => url === EMPTY_PAGE)?.revision ?? '';
/** As patient as the open tab is (`pageFrom.ts`). */
const patient = new NetworkOnly({ networkTimeoutSeconds: 8 });
/** The browser ends it, as it does any page's. */
const endless = new NetworkOnly();
const FILE_LIMIT_MS = 60_000;
const fileBefore = new NetworkOnly({ networkTimeoutSeconds: FILE_LIMIT_MS / 1000 });
const NOBODY_BEHIND = [502, 503, 504];

const serwist = new Serwist({
  precacheEntries: files,
  precacheOptions: { cacheName: cacheOf(release), cleanupOutdatedCaches: false },
  // Each release has a cache of its own and every file a name of its own: an older tab goes on with what it has.
  skipWaiting: true,
  clientsClaim: true,
  navigationPreload: true,
  runtimeCaching: [
    { matcher: ({ request, sameOrigin }) => sameOrigin && request.mode === 'navigate', handler: openPage },
    {
      matcher: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
      handler: findFile,
    },
  ],
});
self.addEventListener('activate', (event) => event.waitUntil(dropOldReleases()));
self.addEventListener('message', (event) => {
  const [answer] = event.ports;
  if (event.data === FILL && answer) event.waitUntil(fill().then(() => answer.postMessage(release)));
});
serwist.addEventListeners();

async function openPage({ event, request, url }: RouteHandlerCallbackOptions): Promise<Response> {
  const isOnDevice = await isKept(url.pathname).catch(() => false);
  try {
    const answer = await (isOnDevice ? patient : endless).handle({ event, request });
    if (!isOnDevice || !NOBODY_BEHIND.includes(answer.status)) return answer;
    return (await emptyPage()) ?? answer;
  } catch (error) {
    const page = await emptyPage();
    if (page) return page;
    if (isOnDevice) return endless.handle({ event, request });
    throw error;
  }
}

/** The document of the release that made the pages on the device; null where there are none. */
async function emptyPage(): Promise<Response | null> {
  const owner = await readOwner().catch(() => null);
  if (!owner) return null;
  const kept = await caches.match(EMPTY_PAGE, { cacheName: cacheOf(owner.release), ignoreSearch: true });
  return kept ?? null;
}

/** A script or style that is not of this release: a tab of the one before may still ask for it. */
async function findFile({ event, request }: RouteHandlerCallbackOptions): Promise<Response> {
  return (await caches.match(request)) ?? fileBefore.handle({ event, request });
}

/** A sign-out took the files away, or the browser did. */
async function fill(): Promise<void> {
  const cache = await caches.open(cacheOf(release));
  if ((await cache.keys()).length >= files.length) return;
  for (const { url } of files) {
    const key = serwist.getPrecacheKeyForUrl(url) ?? url;
    if (await cache.match(key)) continue;
    await askServer(url, {}, (answer) => (answer.ok ? cache.put(key, answer) : undefined), FILE_LIMIT_MS);
  }
}

async function dropOldReleases(): Promise<void> {
  const owner = await readOwner().catch(() => null);
  const own = [release, owner?.release ?? release].map(cacheOf);
  for (const name of await caches.keys()) if (!own.includes(name)) await caches.delete(name);
}

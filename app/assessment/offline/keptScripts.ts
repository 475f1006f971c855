/** What a page and the service worker have agreed on, and how a page asks for one. */

/** Addresses of the product, see `app/server/emptyPage.ts` and `app/server/buildWorker.ts`. */
export const EMPTY_PAGE = '/luring';
const WORKER = '/pekerja.js';
/** A page asks the worker to have all files; the answer is the worker's release. */
export const FILL = 'lengkapi';
const PREFIX = 'rakerda-';

export const cacheOf = (release: string) => `${PREFIX}${release}`;

/** Browsers give a worker only to pages that came over TLS or from their own machine. */
const workers = () =>
  window.isSecureContext && 'serviceWorker' in navigator ? navigator.serviceWorker : null;

/**
 * Has the scripts kept beyond this tab.
 * @param tell the release whose files are kept, whenever another one takes over
 * @returns what ends it
 */
export function keepScripts(tell: (release: string, isNewer: boolean) => void): () => undefined {
  const container = import.meta.env.PROD ? workers() : null;
  if (!container) return () => undefined;
  /** Whether this page has had a worker before: the next one to take over is newer. */
  let hasHad = container.controller !== null;
  const ask = async (isNewer: boolean) => {
    const { active } = await container.ready;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<unknown>) =>
      typeof data === 'string' ? tell(data, isNewer) : undefined;
    active?.postMessage(FILL, [port2]);
  };
  const onChange = () => {
    void ask(hasHad);
    hasHad = true;
  };
  const look = () => {
    if (document.visibilityState === 'visible')
      void container.getRegistration().then((found) => found?.update().catch(() => undefined));
  };
  container.addEventListener('controllerchange', onChange);
  document.addEventListener('visibilitychange', look);
  // What the browser cannot do – its storage is off, the certificate is not trusted – takes nothing from the page.
  container.register(WORKER, { updateViaCache: 'none' }).then(
    () => ask(false),
    () => undefined,
  );
  return () => {
    container.removeEventListener('controllerchange', onChange);
    document.removeEventListener('visibilitychange', look);
    return undefined;
  };
}

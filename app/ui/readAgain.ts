/**
 * How the open page is read anew. Its loaders may be asked in the very moment the server goes away, and Remix would draw
 * an error in place of the page and of what was typed into it. So this one question waits until somebody answers it.
 */
import { askServer, retryPause } from './askServer';

/** The largest pages of a country take a slow line longer than other answers. */
const LIMIT_MS = 60_000;
/** Said by a server that is starting or overrun, and by a proxy in front of one that is gone. */
const AWAY = [502, 503, 504];

/** From now on; whatever else the page asks, other pages too, goes the usual way. */
export function keepPageWhileAway(): void {
  const ask = window.fetch.bind(window);
  window.fetch = (address, options) =>
    address instanceof URL && (options?.method ?? 'GET') === 'GET' && isOfPage(address, window.location)
      ? askUntilAnswered(ask, address, options ?? {})
      : ask(address, options);
}

/** Whether it asks for the data of the page at a place, as Remix does. */
export function isOfPage(address: URL, page: Pick<URL, 'origin' | 'pathname' | 'search'>): boolean {
  const path = page.pathname === '/' ? '/_root' : page.pathname.replace(/\/$/, '');
  const fields = new URLSearchParams(address.search);
  // Names the loaders that are asked.
  fields.delete('_routes');
  return (
    address.origin === page.origin &&
    address.pathname === `${path}.data` &&
    fields.toString() === new URLSearchParams(page.search).toString()
  );
}

/**
 * Asks until there is an answer that came whole.
 * @param options its `signal` ends the asking
 * @param pause how long to wait after so many failures in a row
 * @throws an `AbortError` where it was ended, nothing else
 */
export async function askUntilAnswered(
  ask: typeof fetch,
  address: URL,
  options: RequestInit,
  pause: (failures: number) => number = retryPause,
): Promise<Response> {
  const isLeft = () => options.signal?.aborted === true;
  for (let failures = 1; ; failures += 1) {
    const answer = await askServer(address.href, options, whole, LIMIT_MS, ask).catch(() => null);
    const isAnswered = answer !== null && !AWAY.includes(answer.status);
    if (!isAnswered && !isLeft()) await passed(pause(failures), options.signal);
    if (isLeft()) throw new DOMException('The page was left', 'AbortError');
    if (isAnswered) return answer;
  }
}

async function whole(response: Response): Promise<Response> {
  const { status, statusText, headers } = response;
  const body = await response.arrayBuffer();
  return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers });
}

/** Is over at once where the asking is ended. */
function passed(ms: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end);
  });
}

/** How a page that stays open asks the server something: never without an end, and never all pages at once. */

/** A request that is not answered whole by then is given up. */
export const ANSWER_LIMIT_MS = 15_000;
const PAUSE_MS = { first: 1000, longest: 8000 };

/**
 * Asks, and reads the answer.
 * @param read its body counts as part of the answer: one that stops in the middle is given up too
 * @param options its `signal` ends the asking before the time is out
 * @throws what `fetch` and `read` throw; an `AbortError` where the time ran out
 */
export async function askServer<Answer>(
  address: string,
  options: RequestInit,
  read: (response: Response) => Answer | Promise<Answer>,
  limitMs: number = ANSWER_LIMIT_MS,
  ask: typeof fetch = fetch,
): Promise<Answer> {
  // Browsers that are a few years old have no `AbortSignal.timeout`.
  const limit = new AbortController();
  const end = () => limit.abort();
  const timer = setTimeout(end, limitMs);
  options.signal?.addEventListener('abort', end);
  try {
    return await read(await ask(address, { ...options, signal: limit.signal }));
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', end);
  }
}

/** Whether the server can be asked for a page now. */
export function isServerThere(): Promise<boolean> {
  return askServer('/healthz', { cache: 'no-store' }, ({ ok }) => ok).catch(() => false);
}

/**
 * How long to wait before asking again.
 * @param failures in a row, from 1
 * @param chance from 0 to 1: a hall that lost the server together does not come back in one moment
 */
export function retryPause(failures: number, chance = Math.random()): number {
  return Math.min(PAUSE_MS.first * 2 ** (failures - 1), PAUSE_MS.longest) * (0.5 + chance / 2);
}

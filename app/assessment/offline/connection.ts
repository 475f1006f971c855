/** Whether the server is away, as far as this tab knows: who notices it says so, and one place asks until it is back. */
import { askServer, retryPause } from '~/ui/askServer';

let away = false;
/** Times in a row that the server was not there; it only counts as back for good once it has given a page. */
let failures = 0;
let timer: number | undefined;
const listeners = new Set<() => void>();

export const isAway = () => away;

export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function serverLost(): void {
  if (away) return;
  change(true);
  waitAndAsk();
}

/** A page came from the server. */
export function serverAnswered(): void {
  failures = 0;
  change(false);
}

/** The browser says that there is a network again: asks at once. */
export function askNow(): void {
  if (away) void ask();
}

function change(now: boolean): void {
  window.clearTimeout(timer);
  if (away === now) return;
  away = now;
  for (const listener of [...listeners]) listener();
}

function waitAndAsk(): void {
  failures += 1;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void ask(), retryPause(failures));
}

async function ask(): Promise<void> {
  // A page that a network puts in the way of everything answers too, but never with this word.
  const isThere = await askServer('/healthz', { cache: 'no-store' }, (response) => response.text()).then(
    (text) => text === 'ok',
    () => false,
  );
  if (!away) return;
  if (isThere) change(false);
  else waitAndAsk();
}

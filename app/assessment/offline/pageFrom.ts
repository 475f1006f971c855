/**
 * How the pages of an agency are loaded: from the server where it answers, else from the device. Part of every first
 * visit, so it is small; what keeps the pages comes later and hands itself in.
 */
import { isRouteErrorResponse } from '@remix-run/react';
import { isAway, serverAnswered, serverLost } from './connection';
import { type PageKind, type Pages, placeOf } from './pages';

export interface Shelf {
  find<Kind extends PageKind>(kind: Kind, address: URL): Promise<Pages[Kind] | null>;
  keep<Kind extends PageKind>(kind: Kind, address: URL, page: Pages[Kind]): void;
}

/** A server that has not answered by then counts as away, where the device has the page. */
const PATIENCE_MS = 8000;

let shelf: Shelf | null = null;
let keepFirst: ((filled: Shelf) => void) | null = null;

export function handIn(filled: Shelf | null): void {
  shelf = filled;
  if (filled) keepFirst?.(filled);
  keepFirst = null;
}

/** A page that came as a document, before there was a shelf: its loader has run on the server only. */
export function keepOpened<Kind extends PageKind>(kind: Kind, page: Pages[Kind]): void {
  const address = new URL(window.location.href);
  if (!shelf) keepFirst = (filled) => filled.keep(kind, address, page);
}

export async function pageFrom<Kind extends PageKind>(
  kind: Kind,
  request: Request,
  ask: () => Promise<Pages[Kind]>,
): Promise<Pages[Kind]> {
  const address = new URL(request.url);
  const kept = () => shelf?.find(kind, address).catch(() => null) ?? null;
  if (isAway()) {
    const page = await kept();
    if (page) return page;
  }
  const answer = ask();
  try {
    const page = await inTime(answer);
    serverAnswered();
    shelf?.keep(kind, address, page);
    return page;
  } catch (error) {
    if (request.signal.aborted || !isSilence(error)) throw error;
    const page = await kept();
    // Nothing else to show: whatever the server says in the end.
    if (!page) return answer;
    serverLost();
    return page;
  }
}

/** Whether a page of an assessment could be shown if nobody answered. */
export async function isOnDevice(path: string): Promise<boolean> {
  const kind = placeOf(path)?.kind;
  if (!shelf || !kind) return false;
  return (await shelf.find(kind, new URL(path, window.location.origin)).catch(() => null)) !== null;
}

class OutOfTime extends Error {}

function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = window.setTimeout(() => reject(new OutOfTime()), PATIENCE_MS);
    answer.then(resolve, reject).finally(() => window.clearTimeout(timer));
  });
}

/** No answer of ours: the network, a server that is just starting, or something in between that answers everything. */
function isSilence(error: unknown): boolean {
  if (error instanceof Response) return false;
  if (isRouteErrorResponse(error)) return [502, 503, 504].includes(error.status);
  if (error instanceof OutOfTime || error instanceof TypeError) return true;
  return error instanceof Error && error.message.startsWith('Unable to decode');
}

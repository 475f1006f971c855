/** Sends a form that nobody had answered again, as it was sent then. */
import { askServer } from './askServer';
import { DOORS, tellOutcome } from './keptAction';
import {
  dropKept,
  keptAfterRefusal,
  keptAfterSaving,
  readKept,
  type WaitingForm,
  writeKept,
} from './keptInput';

export type SentForm =
  /** It was taken; the address that its page would show now. */
  | { readonly kind: 'taken'; readonly to: string }
  | { readonly kind: 'refused' }
  /** Nobody answered, or nobody is signed in: it goes on waiting. */
  | { readonly kind: 'waits' };

/** @param account who typed it: the server takes it from nobody else who has signed in here since */
export async function sendKept(account: string, { name, path, kept }: WaitingForm): Promise<SentForm> {
  if (!kept.sent) return { kind: 'waits' };
  const body = new FormData();
  for (const [field, values] of Object.entries(kept.sent))
    for (const value of values) body.append(field, value);
  body.set('sentBy', account);
  const address = kept.sent[SEND_TO]?.[0] ?? path;
  body.delete(SEND_TO);
  // Never past the page that it was typed on.
  const isOfPage = address === path || address.startsWith(`${path}/`);
  const result = await askServer(isOfPage ? address : path, { method: 'POST', body }, (response) =>
    judge(response, path),
  ).catch(() => WAITS);
  if (result.kind === 'waits') return result;
  // It may have been typed into since.
  const now = readKept(name);
  const left = now && (result.kind === 'taken' ? keptAfterSaving(now, kept.sent) : keptAfterRefusal(now));
  if (left) writeKept(name, left);
  else dropKept(name);
  tellOutcome(name, result.kind);
  return result;
}

const WAITS = { kind: 'waits' } as const;
const REFUSED = { kind: 'refused' } as const;
/** The field that names where a form goes, if not to its page. */
export const SEND_TO = 'sendTo';

async function judge(response: Response, path: string): Promise<SentForm> {
  const { pathname, search } = new URL(response.url, window.location.href);
  // What pages with scripts post is answered with data.
  if (isData(response)) {
    const said = kindIn(await response.json());
    return said === 'saved' ? { kind: 'taken', to: path } : said === 'refused' ? REFUSED : WAITS;
  }
  void response.body?.cancel();
  // A form that was taken leads on to another address.
  if (response.redirected && response.ok && !DOORS.includes(pathname))
    return { kind: 'taken', to: `${pathname}${search}` };
  // Anything but words about the fields may pass: a server in trouble, a sign-in that is over, somebody else’s.
  return response.status === 422 ? REFUSED : WAITS;
}

function isData({ ok, redirected, headers }: Response): boolean {
  return ok && !redirected && (headers.get('Content-Type') ?? '').startsWith('application/json');
}

function kindIn(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'kind' in answer ? answer.kind : null;
}

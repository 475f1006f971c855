/**
 * How a form that keeps its input is answered: taken, refused, or not at all. Where nobody answers, the page stays as it
 * is and the form says so.
 */
import {
  type ClientActionFunctionArgs,
  isRouteErrorResponse,
  type ShouldRevalidateFunction,
} from '@remix-run/react';
import {
  dropKept,
  type FieldValues,
  type Kept,
  keptAfterRefusal,
  keptAfterSaving,
  keptAfterSilence,
  readKept,
  writeKept,
} from './keptInput';

export interface Sending {
  /** Where its input is kept; null for a form into which nothing is typed. */
  readonly name: string | null;
  /** The whole form as it is sent. */
  readonly whole: FieldValues;
  /** Gives the navigation up and says beside the button that nobody answered. */
  readonly stay: () => void;
}

/** A post that is not answered by then is given up. */
const LIMIT_MS = 30_000;
/** Sent there instead of being served: nothing was saved. */
export const DOORS = ['/masuk', '/kata-sandi'];

/** The form that is on its way into its route's action. */
let next: Sending | null = null;

export function sendNext(sending: Sending): void {
  next = sending;
}

/** What became of a form that was sent by itself. */
export type Outcome = 'taken' | 'refused';
type Hearing = (name: string, outcome: Outcome) => void;
const hearings = new Set<Hearing>();

/** Calls back when a form that nobody had answered was sent again from elsewhere on the page. */
export function onOutcome(hearing: Hearing): () => void {
  hearings.add(hearing);
  return () => hearings.delete(hearing);
}

export function tellOutcome(name: string, outcome: Outcome): void {
  for (const hearing of [...hearings]) hearing(name, outcome);
}

/** While a page stays because its form was not answered it asks the server for nothing else either. */
let isStaying = false;

/** The navigation that kept the page where it is has ended. */
export function endStaying(): void {
  isStaying = false;
}

/** For the same routes, and for the frame around them, as `shouldRevalidate`. */
export const keptRevalidation: ShouldRevalidateFunction = ({ defaultShouldRevalidate }) =>
  !isStaying && defaultShouldRevalidate;

/** For a route whose page has a `KeptForm`, as `clientAction`. */
export const keptAction = keptActionTaking(() => false);

/** The same where an answer may say that the form was taken: elsewhere only another address does. */
export function keptActionTaking(isTaken: (answer: unknown) => boolean) {
  return (args: ClientActionFunctionArgs) => answerKept(args, isTaken);
}

async function answerKept(
  { request, serverAction }: ClientActionFunctionArgs,
  isTaken: (answer: unknown) => boolean,
): Promise<unknown> {
  const sending = next;
  next = null;
  const keep = (after: (kept: Kept) => Kept | null) => {
    const kept = sending?.name ? readKept(sending.name) : null;
    if (!sending?.name || !kept) return;
    const left = after(kept);
    if (left) writeKept(sending.name, left);
    else dropKept(sending.name);
  };
  try {
    const answer = await inTime(serverAction());
    keep((kept) =>
      sending && isTaken(answer) ? keptAfterSaving(kept, sending.whole) : keptAfterRefusal(kept),
    );
    return answer;
  } catch (thrown) {
    if (thrown instanceof Response) {
      const { pathname } = new URL(thrown.headers.get('Location') ?? '/', request.url);
      if (sending && !DOORS.includes(pathname)) keep((kept) => keptAfterSaving(kept, sending.whole));
      throw thrown;
    }
    const isAnswer = isRouteErrorResponse(thrown) && thrown.status < 500;
    if (!sending || isAnswer || request.signal.aborted) throw thrown;
    keep((kept) => keptAfterSilence(kept, sending.whole));
    isStaying = true;
    sending.stay();
    // Never answered: the navigation that waits for it was given up.
    return new Promise(() => undefined);
  }
}

function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = window.setTimeout(() => reject(new Error('not answered')), LIMIT_MS);
    answer.then(resolve, reject).finally(() => window.clearTimeout(timer));
  });
}

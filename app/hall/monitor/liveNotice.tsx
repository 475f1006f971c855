/** What scripts add to the notice bar: new words appear by themselves, and reading one leaves the page as it is. */
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { rakerdaStream, useLive } from '~/live';
import { rakerdaPath } from '~/paths';
import { askServer, retryPause } from '~/ui/askServer';
import type { Notice } from './notice';

const JSON_ONLY = { Accept: 'application/json' };

async function readNotice(response: Response): Promise<Notice | null> {
  // Signed out meanwhile: the page itself says so.
  if (response.redirected || !response.ok) return null;
  const value: unknown = await response.json();
  return isNotice(value) ? value : null;
}

const TEXTS = ['id', 'body', 'sentAt', 'from'];

/** By hand: every page of an agency carries this, and a schema of its own would weigh more. */
function isNotice(value: unknown): value is Notice {
  return (
    isRecord(value) &&
    typeof value.asOf === 'number' &&
    typeof value.rakerdaId === 'string' &&
    typeof value.timeZone === 'string' &&
    isVote(value.vote) &&
    Array.isArray(value.messages) &&
    value.messages.every(
      (message) => isRecord(message) && TEXTS.every((name) => typeof message[name] === 'string'),
    )
  );
}

function isVote(value: unknown): boolean {
  return (
    value === null ||
    (isRecord(value) &&
      typeof value.id === 'string' &&
      typeof value.indicatorNo === 'number' &&
      typeof value.agencyName === 'string')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Hears that a word was sent or read, or that a vote begins or ends, and fetches what is to be told now. Draws nothing. */
export function LiveNotice(props: { notice: Notice; onFresh: (notice: Notice) => void }) {
  const { notice, onFresh } = props;
  const address = rakerdaPath(notice.rakerdaId, 'messages');
  const [failures, setFailures] = useState(0);
  const load = useCallback(() => {
    askServer(address, { cache: 'no-store', headers: JSON_ONLY }, readNotice).then(
      (fresh) => {
        setFailures(0);
        if (fresh) onFresh(fresh);
      },
      () => setFailures((before) => before + 1),
    );
  }, [address, onFresh]);
  useEffect(() => {
    if (failures === 0) return undefined;
    const timer = window.setTimeout(load, retryPause(failures));
    return () => window.clearTimeout(timer);
  }, [failures, load]);
  useLive({
    stream: rakerdaStream(notice.rakerdaId),
    since: notice.asOf,
    onEvent: (event) => {
      // A ballot of one of many is no news for the others.
      if (event.type === 'message' || (event.type === 'vote' && event.step !== 'cast')) load();
    },
  });
  const told = notice.messages.length + (notice.vote ? 1 : 0);
  useEffect(uncoverFocus, [told]);
  return null;
}

/** The bar stays in sight; the field somebody types in must not lie behind it. */
function uncoverFocus(): void {
  const bar = document.querySelector('[data-notice]')?.getBoundingClientRect();
  const field = document.activeElement;
  if (!bar || !field?.closest('main') || field.id === 'isi') return;
  const covered = bar.bottom - field.getBoundingClientRect().top;
  if (covered > 0) window.scrollBy({ top: -covered - 8 });
}

/** Marks a message as read without leaving the page; as a plain form where that fails. */
export function markRead(event: FormEvent<HTMLFormElement>, onFresh: (notice: Notice) => void): void {
  event.preventDefault();
  const form = event.currentTarget;
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  const plainly = () => form.submit();
  askServer(form.action, { method: 'POST', headers: JSON_ONLY, body }, readNotice).then(
    (fresh) => (fresh ? onFresh(fresh) : plainly()),
    plainly,
  );
}

/**
 * The facilitator's words on an agency's screen, and the vote that waits for the reader, under the header of every page. It is part of every page an agency
 * opens: what listens for new words comes after the page works, in a file of its own.
 */
import { useLocation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useFormat, useText } from '~/i18n';
import { entryPath, rakerdaPath } from '~/paths';
import { ButtonLink } from '~/ui';
import type * as LiveParts from './liveNotice';
import type { Notice } from './notice';

export function NoticeBar({ notice }: { notice: Notice }) {
  const ui = useText();
  const format = useFormat();
  const { pathname, search } = useLocation();
  const [fresh, setFresh] = useState<Notice | null>(null);
  const [live, setLive] = useState<typeof LiveParts | null>(null);
  const { isLive, rakerdaId } = notice;
  useEffect(() => {
    // Without it the words come with the next page.
    if (isLive) import('./liveNotice').then(setLive, () => undefined);
  }, [isLive]);
  const shown = fresh?.rakerdaId === rakerdaId && fresh.asOf > notice.asOf ? fresh : notice;
  return (
    <>
      <div
        role="status"
        translate="no"
        data-notice=""
        className="sticky top-0 z-40 max-h-[40dvh] overflow-y-auto low:static low:max-h-none print:hidden"
      >
        {shown.vote && !asksItself(pathname, rakerdaId) ? (
          <p className="border-b border-brand bg-brand-soft">
            <span className="mx-auto flex max-w-[110rem] flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 sm:px-6">
              <span className="min-w-0 flex-1 basis-60">
                <strong>{ui.voteOpened}</strong>{' '}
                {ui.voteAbout({ no: String(shown.vote.indicatorNo), agency: shown.vote.agencyName })}
              </span>
              <ButtonLink tone="primary" to={entryPath(rakerdaId, 'votes', shown.vote.id)}>
                {ui.voteNow}
              </ButtonLink>
            </span>
          </p>
        ) : null}
        {shown.messages.map((message) => (
          <form
            key={message.id}
            method="post"
            action={rakerdaPath(rakerdaId, 'messages')}
            onSubmit={live ? (event) => live.markRead(event, setFresh) : undefined}
            className="border-b border-accent bg-accent-soft"
          >
            <div className="mx-auto flex max-w-[110rem] flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 sm:px-6">
              <p className="min-w-0 flex-1 basis-60 whitespace-pre-line">
                <strong>{ui.messageFrom({ name: message.from })}</strong>
                <span className="text-sm"> · {format.dateTime(message.sentAt, shown.timeZone)}</span>
                <br />
                {message.body}
              </p>
              <input type="hidden" name="id" value={message.id} />
              <input type="hidden" name="kembali" value={pathname + search} />
              <button className="min-h-11 rounded-lg border border-line-strong bg-surface px-4 font-semibold">
                {ui.messageRead}
              </button>
            </div>
          </form>
        ))}
      </div>
      {live && isLive ? <live.LiveNotice notice={shown} onFresh={setFresh} /> : null}
    </>
  );
}

/** Pages that tell of an open vote by themselves. */
function asksItself(pathname: string, rakerdaId: string): boolean {
  return (
    pathname.startsWith(rakerdaPath(rakerdaId, 'votes')) || pathname === rakerdaPath(rakerdaId, 'follow')
  );
}

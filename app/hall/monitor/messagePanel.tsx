/** Above the table: a message to one agency or to all that are stuck, what was sent before, what it flagged. */
import { Link, useLocation, useSearchParams } from '@remix-run/react';
import { type ReactNode, useState } from 'react';
import { useFormat, useSection } from '~/i18n';
import { Alert, Button, ButtonLink, KeptForm, TextAreaField, useHydrated } from '~/ui';
import { MESSAGE_LIMIT, type MessageRefusal, REMAINING } from './messageForm';
import type { SentMessage } from './monitor';
import type { MonitorPage, OpenAgency } from './monitorPage';
import { useAddress } from './useAddress';
import { monitorWords } from './monitorWords';

export function AgencyPanel(props: {
  page: MonitorPage;
  open: OpenAgency;
  refusal: MessageRefusal | null;
  sent: number;
}) {
  const { page, open } = props;
  const { row } = open;
  const say = useSection(monitorWords).panel;
  const draftId = useDraft(page.draftId);
  return (
    <Frame
      title={row.agencyName}
      actions={<ButtonLink to={row.path}>{say.result}</ButtonLink>}
      notice={props.sent > 0 ? say.sentOne : null}
    >
      <div className={`grid gap-x-8 gap-y-4 ${page.mayWrite ? 'lg:grid-cols-3' : 'lg:grid-cols-2'}`}>
        {page.mayWrite ? (
          <MessageForm
            key={draftId}
            intent="message"
            agencyCode={row.agencyCode}
            draftId={draftId}
            remaining={String(row.total - row.answered)}
            refusal={props.refusal}
          />
        ) : null}
        <History messages={open.messages} timeZone={page.rakerda.timeZone} />
        <div>
          <h3 className="font-semibold">{say.flags}</h3>
          {open.flagged.length === 0 ? (
            <p className="text-muted">{say.noFlags}</p>
          ) : (
            <ul>
              {open.flagged.map((indicator) => (
                <li key={indicator.no}>
                  <Link
                    to={indicator.path}
                    className="inline-flex min-h-11 items-center text-brand underline underline-offset-2"
                  >
                    {indicator.no}. {indicator.name}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </Frame>
  );
}

export function StuckPanel(props: { page: MonitorPage; refusal: MessageRefusal | null; sent: number }) {
  const { page } = props;
  const say = useSection(monitorWords).panel;
  const format = useFormat();
  const draftId = useDraft(page.draftId);
  return (
    <Frame
      title={say.stuckTitle}
      notice={props.sent > 0 ? say.sentMany({ count: format.number(props.sent) }) : null}
    >
      <p className="mb-3 text-muted">{say.stuckLead({ count: format.number(page.tiles.stuck) })}</p>
      <MessageForm
        key={draftId}
        intent="messageStuck"
        agencyCode={null}
        draftId={draftId}
        remaining={REMAINING}
        refusal={props.refusal}
      />
    </Frame>
  );
}

/** The draft stays while the table moves on, so that a form sent twice is one message; once sent, the next is another. */
function useDraft(offered: string): string {
  const [params] = useSearchParams();
  const [draftId, setDraftId] = useState(offered);
  if (params.get('kiriman') === draftId && draftId !== offered) setDraftId(offered);
  return draftId;
}

function Frame(props: { title: string; actions?: ReactNode; notice: string | null; children: ReactNode }) {
  const say = useSection(monitorWords).panel;
  const address = useAddress();
  return (
    <section
      id="pesan"
      tabIndex={-1}
      aria-labelledby="pesan-judul"
      className="space-y-3 rounded-xl border border-brand bg-surface p-4"
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="pesan-judul" className="text-xl">
          {props.title}
        </h2>
        <div className="flex flex-wrap gap-2">
          {props.actions}
          <ButtonLink to={address({ buka: null })} preventScrollReset>
            {say.close}
          </ButtonLink>
        </div>
      </div>
      {props.notice === null ? null : <Alert tone="success">{props.notice}</Alert>}
      <div>{props.children}</div>
    </section>
  );
}

function MessageForm(props: {
  intent: 'message' | 'messageStuck';
  agencyCode: string | null;
  draftId: string;
  remaining: string;
  refusal: MessageRefusal | null;
}) {
  const say = useSection(monitorWords).panel;
  const format = useFormat();
  const { search } = useLocation();
  const hydrated = useHydrated();
  const [body, setBody] = useState(props.refusal?.typed ?? '');
  const limit = format.number(MESSAGE_LIMIT);
  const problem = props.refusal?.problem;
  const error =
    problem === undefined
      ? undefined
      : problem === 'tooLong'
        ? say.problems.tooLong({ limit })
        : say.problems[problem];
  const hint = say.fieldHint({ limit });
  return (
    <KeptForm
      method="post"
      kept={`pesan ${props.agencyCode ?? ''}`}
      action={`${search}#pesan`}
      preventScrollReset
      className="max-w-2xl space-y-3"
    >
      <input type="hidden" name="intent" value={props.intent} />
      <input type="hidden" name="draft" value={props.draftId} />
      {props.agencyCode === null ? null : <input type="hidden" name="agency" value={props.agencyCode} />}
      <TextAreaField
        id="isi-pesan"
        name="body"
        label={say.field}
        hint={props.agencyCode === null ? `${hint} ${say.fieldHintMany}` : hint}
        error={error}
        rows={3}
        maxLength={MESSAGE_LIMIT}
        required
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      {hydrated ? (
        <div role="group" aria-label={say.ready} className="flex flex-col items-start gap-2">
          {(props.remaining === '0' ? say.sentences.slice(1) : say.sentences).map((sentence) => {
            const filled = sentence({ n: props.remaining });
            return (
              <button
                key={filled}
                type="button"
                onClick={() => setBody(filled)}
                className="min-h-11 rounded-lg border border-line-strong bg-surface px-3 py-1 text-left text-sm hover:bg-sunken"
              >
                {filled}
              </button>
            );
          })}
        </div>
      ) : null}
      <Button>{say.send}</Button>
    </KeptForm>
  );
}

function History({ messages, timeZone }: { messages: readonly SentMessage[]; timeZone: string }) {
  const say = useSection(monitorWords).panel;
  const format = useFormat();
  return (
    <div>
      <h3 className="font-semibold">{say.history}</h3>
      {messages.length === 0 ? <p className="text-muted">{say.none}</p> : null}
      <ul className="space-y-2">
        {messages.map((message) => (
          <li key={message.id} className="border-l-4 border-line pl-3">
            <p className="whitespace-pre-line">{message.body}</p>
            <p className="text-sm text-muted">
              {say.by({ name: message.senderName, at: format.dateTime(message.sentAt, timeZone) })}
            </p>
            <p className={`text-sm font-medium ${message.seenAt === null ? 'text-accent' : 'text-success'}`}>
              <span aria-hidden="true">{message.seenAt === null ? '○ ' : '✓ '}</span>
              {message.seenAt === null
                ? say.notSeen
                : say.seen({
                    name: message.seenName ?? '',
                    at: format.dateTime(message.seenAt, timeZone),
                  })}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The agenda of a Rakerda, day by day. Who manages the Rakerda writes it on the same page. */
import { useLocation, useSearchParams } from '@remix-run/react';
import { type ReactNode, useEffect, useState } from 'react';
import { useFormat, useSection } from '~/i18n';
import { zoneName } from '~/i18n/zonedTime';
import type { LiveEvent } from '~/live';
import { MeetingHeader } from '~/rakerda';
import { Alert, ButtonLink, Card } from '~/ui';
import { type AgendaDay, groupByDay } from './agendaDays';
import type { AgendaItem } from './agendaItem';
import { AddItem } from './itemForms';
import { ItemCard } from './itemCard';
import type { AgendaRefusal } from './agenda.post.server';
import type { AgendaPage } from './agenda.read.server';
import { agendaWords } from './agendaWords';

const ABOUT: ReadonlySet<string> = new Set(['agenda', 'rakerda', 'notes', 'commitments']);

/** What this page shows: the agenda, the days of the Rakerda, and how much is written about each item. */
export function isAboutAgenda(event: LiveEvent): boolean {
  return event.type === 'hint' && ABOUT.has(event.about);
}

const TICK_MS = 20_000;

/** The moment, first as the server saw it, so that both draw the same page. */
function useNow(atFirst: string): string {
  const [now, setNow] = useState(atFirst);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(new Date().toISOString()), TICK_MS);
    return () => window.clearInterval(timer);
  }, []);
  return now > atFirst ? now : atFirst;
}

export function AgendaScreen(props: AgendaPage & { refusal: AgendaRefusal | undefined; live: ReactNode }) {
  const { rakerda, items, refusal } = props;
  const text = useSection(agendaWords);
  const now = useNow(props.now);
  const [params] = useSearchParams();
  const location = useLocation();
  const days = groupByDay(items, rakerda);
  const message = params.get('pesan');
  const isTold = items.some((item) => item.id === params.get('acara'));
  const saved =
    message === 'ditambah' || message === 'diubah' || message === 'dihapus' ? text.saved[message] : null;
  const editing = refusal && 'id' in refusal && refusal.id !== '' ? refusal.id : (params.get('ubah') ?? '');
  return (
    <>
      <MeetingHeader
        frame={props}
        current="agenda"
        title={text.title}
        lead={
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span>{text.lead({ zone: zoneName(rakerda.timeZone) })}</span>
            {props.live}
          </div>
        }
      />
      <div className="space-y-4">
        {saved && !isTold ? <Alert tone="success">{saved}</Alert> : null}
        {refusal?.kind === 'gone' ? <Alert tone="danger">{text.gone}</Alert> : null}
        {refusal?.kind === 'locked' ? <Alert tone="danger">{text.locked}</Alert> : null}
        {props.locked && refusal?.kind !== 'locked' ? <Alert>{text.locked}</Alert> : null}
        {items.length === 0 ? (
          <Alert title={text.empty}>{props.mayEdit ? <p>{text.emptyHint}</p> : null}</Alert>
        ) : null}
      </div>
      <div
        className={`mt-4 grid items-start gap-8 ${props.mayEdit ? 'xl:grid-cols-[minmax(0,1fr)_24rem]' : ''}`}
      >
        <div className="min-w-0 space-y-5">
          {days.map((day) => (
            <Day key={day.date} day={day} mayAdd={props.mayEdit && day.number !== null}>
              {day.items.map((item) => (
                <ItemCard
                  key={item.id}
                  item={item}
                  items={items}
                  written={props.written[item.id]}
                  measured={props.measured[item.topic] ?? []}
                  rakerda={rakerda}
                  now={now}
                  isOutside={day.number === null}
                  mayEdit={props.mayEdit}
                  isEditing={props.mayEdit && editing === item.id}
                  refusal={refusal}
                  saved={saved !== null && params.get('acara') === item.id ? saved : null}
                />
              ))}
            </Day>
          ))}
        </div>
        {props.mayEdit ? (
          <Card id="tambah" className="space-y-4 xl:sticky xl:top-4">
            <h2 className="text-xl">{text.addTitle}</h2>
            <AddItem
              key={location.key}
              rakerda={rakerda}
              newId={props.newId}
              atFirst={firstTimes(days, items, params)}
              refusal={
                refusal?.kind === 'invalid' && refusal.id === editing && isNew(refusal.id, items)
                  ? refusal
                  : undefined
              }
            />
          </Card>
        ) : null}
      </div>
    </>
  );
}

function isNew(id: string, items: readonly AgendaItem[]): boolean {
  return !items.some((item) => item.id === id);
}

/** Where the next item most likely goes: the day asked for, else behind the item just added, else the first free day. */
function firstTimes(
  days: readonly AgendaDay[],
  items: readonly AgendaItem[],
  params: URLSearchParams,
): { readonly date: string; readonly after: AgendaItem | undefined } {
  const own = days.filter((day) => day.number !== null);
  const told = items.find((item) => item.id === params.get('acara'));
  const day =
    own.find((one) => one.date === params.get('hari')) ??
    own.find((one) => told && one.items.includes(told)) ??
    own.find((one) => one.items.length === 0) ??
    own[0];
  return { date: day?.date ?? '', after: day?.items[day.items.length - 1] };
}

function Day({ day, mayAdd, children }: { day: AgendaDay; mayAdd: boolean; children: ReactNode }) {
  const text = useSection(agendaWords);
  const format = useFormat();
  const date = format.day(day.date);
  const id = `hari-${day.date}`;
  return (
    <section aria-labelledby={id} className="space-y-1">
      <header className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 id={id} className="text-xl">
          {day.number === null
            ? text.dayOutside({ date })
            : text.day({ number: format.number(day.number), date })}
        </h2>
        {mayAdd ? (
          <ButtonLink
            tone="quiet"
            to={`?${new URLSearchParams({ hari: day.date }).toString()}#tambah`}
            aria-label={text.addTo({ date })}
          >
            {text.add}
          </ButtonLink>
        ) : null}
      </header>
      {day.items.length === 0 ? (
        <p className="rounded-xl border border-dashed border-line-strong px-4 py-3 text-muted">
          {text.dayEmpty}
        </p>
      ) : (
        <ol className="divide-y divide-line rounded-xl border border-line bg-surface">{children}</ol>
      )}
    </section>
  );
}

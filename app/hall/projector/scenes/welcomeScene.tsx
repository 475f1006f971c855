import { useRef } from 'react';
import { useFormat, useSection } from '~/i18n';
import { dayOf } from '~/i18n/zonedTime';
import type { SceneOf } from '../scene';
import { agendaPages, type AgendaRow, countdown, momentOf, pagesToday } from './agendaDays';
import { Clock, DemoSign } from './sceneFrame';
import { Emblem } from './sceneMarks';
import { AGENDA_ROWS } from './scenePaging';
import { useChosenPage, useClock, useStage } from './stage';
import { useMotion } from './useMotion';
import { welcomeWords } from './welcomeWords';

/** The cover: who meets where. Then the agenda of the day, what is on now, and how long it still takes. */
export function Welcome({ items, monogram }: SceneOf<'welcome'>) {
  const { screen, size, corner, isStill, isCalm } = useStage();
  const { rakerda } = screen;
  const words = useSection(welcomeWords);
  const format = useFormat();
  const now = useClock((time) => time);
  const pages = agendaPages(items, rakerda.timeZone, AGENDA_ROWS);
  const today = dayOf(now, rakerda.timeZone);
  // The cover is the first; behind it what is turned by itself is the agenda of the day.
  const turning = [0, ...pagesToday(pages, today).map((page) => page + 1)];
  const turn = useChosenPage(screen.page === null ? turning.length : pages.length + 1);
  const place = size === 'phone' ? 0 : screen.page === null ? (turning[turn] ?? 0) : turn;
  const isCover = place === 0;
  const page = pages[place - 1];
  const current = momentOf(items, now);
  const shown = size === 'hall' ? (page ? [page] : []) : agendaPages(items, rakerda.timeZone, 99);
  const meta = [rakerda.host, rakerda.place, format.dayRange(rakerda.startsOn, rakerda.endsOn)]
    .filter((part) => part !== '')
    .join(' · ');
  const root = useRef<HTMLDivElement>(null);
  useMotion(root, size === 'hall' ? String(place) : '');
  return (
    <div
      ref={root}
      data-motion={isCalm ? 'calm' : 'full'}
      data-scene={isStill ? undefined : 'welcome'}
      data-page={place + 1}
      data-pages={pages.length + 1}
      className={`space-y-5 ${size === 'hall' ? 'hall' : ''} hall:flex hall:h-full hall:w-full hall:flex-col hall:gap-4 hall:space-y-0 hall:overflow-hidden hall:bg-canvas hall:px-8 hall:pt-4 hall:pb-4 hall:text-ink`}
    >
      <header className="space-y-1">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-muted">
          <p className="text-lg font-semibold">{screen.headline ?? words.title}</p>
          <p className="flex flex-wrap items-center gap-x-4">
            {corner}
            <DemoSign />
            <Clock />
          </p>
        </div>
        {size === 'hall' && isCover ? null : (
          <>
            <Title>{rakerda.name}</Title>
            <p className="text-muted hall:line-clamp-2 hall:text-sm hall:text-ink">{meta}</p>
          </>
        )}
      </header>
      {size === 'hall' && isCover ? (
        <Cover name={rakerda.name} meta={meta} monogram={monogram} />
      ) : items.length === 0 ? (
        <p className="text-lg text-muted">{words.empty}</p>
      ) : (
        <div data-enter className="space-y-4 hall:flex hall:min-h-0 hall:flex-1 hall:flex-col hall:space-y-0">
          {shown.map(({ day, items: rows }) => (
            <section
              key={`${day} ${rows[0]?.id ?? ''}`}
              className="hall:flex hall:min-h-0 hall:flex-1 hall:flex-col"
            >
              <h2 className="flex items-center justify-between gap-4 text-lg font-semibold text-brand">
                {day === today ? words.today : words.day({ date: format.day(day) })}
                {size === 'hall' && pages.length > 1 ? (
                  <span translate="no" className="text-muted tabular-nums">
                    {place}/{pages.length}
                  </span>
                ) : null}
              </h2>
              <ol
                className={`hall:grid hall:min-h-0 hall:flex-1 hall:auto-rows-[minmax(0,1fr)] hall:grid-cols-[auto_1fr_auto] hall:gap-x-6 ${rows.length > 4 ? 'hall:text-sm/(--hall-line)' : 'hall:text-base/(--hall-line)'}`}
              >
                {rows.map((item) => (
                  <AgendaLine key={item.id} item={item} current={current.item} now={now} />
                ))}
              </ol>
            </section>
          ))}
        </div>
      )}
      {items.length > 0 ? <Countdown items={items} now={now} /> : null}
    </div>
  );
}

/** What a name is set in, so that three lines hold it on any projector and in any typeface. */
function sizeOf(name: string): string {
  if (name.length <= 48) return 'text-4xl wide:text-5xl';
  return name.length <= 90 ? 'text-3xl wide:text-4xl' : 'text-2xl/(--hall-line) wide:text-3xl';
}

/** The hall's first picture: letters where arms would stand, and the name as large as there is room. */
function Cover(props: { readonly name: string; readonly meta: string; readonly monogram: string }) {
  const { isStill } = useStage();
  const Heading = isStill ? 'p' : 'h1';
  return (
    <div data-enter className="flex min-h-0 flex-1 flex-col justify-center gap-4">
      <Emblem letters={props.monogram} className="size-32 text-3xl" armsClass="h-40 max-w-full" />
      <Heading className={`line-clamp-4 font-bold text-balance text-brand ${sizeOf(props.name)}`}>
        {props.name}
      </Heading>
      <p className="line-clamp-2 text-lg">{props.meta}</p>
    </div>
  );
}

function Title({ children }: { readonly children: string }) {
  const { size, isStill } = useStage();
  return size === 'hall' && !isStill ? (
    <h1 className="line-clamp-2 text-xl/(--hall-line) font-bold text-balance text-brand">{children}</h1>
  ) : (
    <p className="text-2xl font-bold text-brand-strong hall:line-clamp-2 hall:text-xl/(--hall-line) hall:text-brand">
      {children}
    </p>
  );
}

function AgendaLine({
  item,
  current,
  now,
}: {
  readonly item: AgendaRow;
  readonly current: AgendaRow | null;
  readonly now: number;
}) {
  const { timeZone } = useStage().screen.rakerda;
  const text = useSection(welcomeWords);
  const format = useFormat();
  const isRunning = item === current && Date.parse(item.startsAt) <= now;
  const isPast = Date.parse(item.endsAt) <= now;
  const clock = (time: string) => format.time(time, timeZone).split(' ')[0] ?? '';
  const sign = isRunning ? `▶ ${text.now}` : isPast ? text.past : item === current ? text.next : '';
  return (
    <li
      aria-current={isRunning ? 'step' : undefined}
      className={`flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-2 py-3 hall:col-span-full hall:grid hall:min-h-0 hall:grid-cols-subgrid hall:py-0 ${isRunning ? 'rounded-lg bg-brand-soft outline-2 -outline-offset-2 outline-brand' : ''}`}
    >
      <span translate="no" className="font-semibold whitespace-nowrap tabular-nums">
        {clock(item.startsAt)}–{clock(item.endsAt)}
      </span>
      <span
        className={`order-last basis-full hall:order-none hall:line-clamp-2 ${isPast ? 'text-muted' : ''}`}
      >
        <span className="font-semibold">{item.title}</span>
        {item.speaker === '' ? null : (
          <span className={isRunning ? '' : 'text-muted'}> – {item.speaker}</span>
        )}
      </span>
      <span className={`whitespace-nowrap ${isRunning ? 'font-bold text-brand-strong' : 'text-muted'}`}>
        {sign}
      </span>
    </li>
  );
}

function Countdown({ items, now }: { readonly items: readonly AgendaRow[]; readonly now: number }) {
  const text = useSection(welcomeWords);
  const format = useFormat();
  const { item, isRunning, seconds } = momentOf(items, now);
  if (!item) return <p className="text-lg text-muted">{text.over}</p>;
  const { days, clock } = countdown(seconds);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 rounded-lg border border-line bg-surface px-4 py-2 hall:flex-nowrap">
      <p className="line-clamp-2">
        <span className="font-bold text-brand">{isRunning ? text.now : text.next}:</span> {item.title}
      </p>
      <p className="flex shrink-0 items-baseline gap-3">
        <span className="text-muted">{isRunning ? text.endsIn : text.startsIn}</span>
        <span translate="no" className="text-3xl font-bold tabular-nums hall:text-4xl" role="timer">
          {days > 0 ? `${text.days({ count: format.number(days) })} ` : ''}
          {clock}
        </span>
      </p>
    </div>
  );
}

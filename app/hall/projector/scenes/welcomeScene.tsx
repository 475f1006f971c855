import { useFormat } from '~/i18n';
import { dayOf } from '~/i18n/zonedTime';
import type { SceneOf } from '../scene';
import { agendaPages, type AgendaRow, countdown, momentOf, pagesToday } from './agendaDays';
import { Clock, DemoSign } from './sceneFrame';
import { AGENDA_ROWS } from './scenePaging';
import { useChosenPage, useClock, useStage, useWords } from './stage';

/** Who meets where, what is on now, and how long it still takes. */
export function Welcome({ items }: SceneOf<'welcome'>) {
  const { screen, size, corner, isStill } = useStage();
  const { rakerda } = screen;
  const text = useWords();
  const format = useFormat();
  const now = useClock((time) => time);
  const pages = agendaPages(items, rakerda.timeZone, AGENDA_ROWS);
  const today = dayOf(now, rakerda.timeZone);
  const turning = pagesToday(pages, today);
  const turn = useChosenPage(screen.page === null ? turning.length : pages.length);
  const place = screen.page === null ? (turning[turn] ?? 0) : turn;
  const page = pages[place];
  const current = momentOf(items, now);
  const shown = size === 'hall' ? (page ? [page] : []) : agendaPages(items, rakerda.timeZone, 99);
  return (
    <div
      data-scene={isStill ? undefined : 'welcome'}
      data-page={place + 1}
      data-pages={Math.max(1, pages.length)}
      className={`space-y-5 ${size === 'hall' ? 'hall' : ''} hall:flex hall:h-full hall:w-full hall:flex-col hall:gap-4 hall:space-y-0 hall:overflow-hidden hall:bg-canvas hall:px-8 hall:pt-4 hall:pb-4 hall:text-ink`}
    >
      <header className="space-y-1">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-muted">
          <p className="text-lg font-semibold">{text.welcome.title}</p>
          <p className="flex flex-wrap items-center gap-x-4">
            {corner}
            <DemoSign />
            <Clock />
          </p>
        </div>
        <Title>{rakerda.name}</Title>
        <p className="text-muted hall:line-clamp-2 hall:text-sm hall:text-ink">
          {[rakerda.host, rakerda.place, format.dayRange(rakerda.startsOn, rakerda.endsOn)]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
      </header>
      {items.length === 0 ? (
        <p className="text-lg text-muted hall:flex-1">{text.welcome.empty}</p>
      ) : (
        <div className="space-y-4 hall:flex hall:min-h-0 hall:flex-1 hall:flex-col hall:space-y-0">
          {shown.map(({ day, items: rows }) => (
            <section
              key={`${day} ${rows[0]?.id ?? ''}`}
              className="hall:flex hall:min-h-0 hall:flex-1 hall:flex-col"
            >
              <h2 className="flex items-center justify-between gap-4 text-lg font-semibold text-brand">
                {day === today ? text.welcome.today : text.welcome.day({ date: format.day(day) })}
                {size === 'hall' && pages.length > 1 ? (
                  <span translate="no" className="text-muted tabular-nums">
                    {place + 1}/{pages.length}
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

function Title({ children }: { readonly children: string }) {
  const { size, isStill } = useStage();
  return size === 'hall' && !isStill ? (
    <h1 className="line-clamp-2 text-2xl/(--hall-line) font-bold text-balance text-brand">{children}</h1>
  ) : (
    <p className="text-2xl font-bold text-brand-strong hall:line-clamp-2 hall:text-2xl/(--hall-line) hall:text-brand">
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
  const text = useWords().welcome;
  const format = useFormat();
  const isRunning = item === current && Date.parse(item.startsAt) <= now;
  const isPast = Date.parse(item.endsAt) <= now;
  const clock = (time: string) => format.time(time, timeZone).split(' ')[0] ?? '';
  const sign = isRunning ? `▶ ${text.now}` : isPast ? `✓ ${text.past}` : item === current ? text.next : '';
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
  const text = useWords().welcome;
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

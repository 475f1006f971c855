/** One promise, for reading: on the board, in the reminder list, on its own page. */
import { Link } from '@remix-run/react';
import type { NamedItem } from './commitments.read.server';
import { useFormat, useSection } from '~/i18n';
import { daysBetween } from '~/i18n/zonedTime';
import { shownLevel } from '~/instrument';
import { Fact, LateBadge, quietLink, StatusBadge } from './commitmentMarks';
import type { Commitment } from './commitmentRows.server';
import type { IndicatorGroup } from './plenary.read.server';
import { commitmentWords } from './commitmentWords';

export function CommitmentFacts(props: {
  commitment: Commitment;
  agenda: readonly NamedItem[];
  indicators: readonly IndicatorGroup[];
}) {
  const { commitment: one, agenda, indicators } = props;
  const section = useSection(commitmentWords);
  const format = useFormat();
  const item = agenda.find(({ id }) => id === one.agendaItemId);
  const known = new Map(
    indicators.flatMap((group) => group.indicators.map((indicator) => [indicator.value, indicator] as const)),
  );
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
      <Fact label={section.board.due}>{format.day(one.dueOn)}</Fact>
      <Fact label={section.board.who}>{one.who}</Fact>
      <Fact label={section.board.measure}>{one.measure}</Fact>
      {item ? <Fact label={section.board.agendaItem}>{item.title}</Fact> : null}
      {one.indicators.length > 0 ? (
        <div className="sm:col-span-2">
          <dt className="text-sm text-muted">{section.board.indicators}</dt>
          <dd>
            <ul className="list-disc pl-5">
              {one.indicators.map(({ no, toLevel }) => (
                <li key={no}>
                  {known.get(`${one.instrumentCode ?? ''}:${no}`)?.label ?? format.number(no)}{' '}
                  <strong>
                    {section.board.toLevel({
                      level: format.number(
                        shownLevel(known.get(`${one.instrumentCode ?? ''}:${no}`) ?? { unit: 1 }, toLevel),
                      ),
                    })}
                  </strong>
                </li>
              ))}
            </ul>
            <GainLine commitment={one} />
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

export function GainLine({ commitment }: { commitment: Commitment }) {
  const section = useSection(commitmentWords);
  const format = useFormat();
  const { gain, reaches } = commitment;
  if (gain === null || reaches === null) return null;
  return (
    <p translate="no" className="font-semibold text-brand-strong tabular-nums">
      {gain === 0
        ? section.board.noGain({ reaches: format.figure(reaches) })
        : section.board.gain({ gain: format.figure(gain), reaches: format.figure(reaches) })}
    </p>
  );
}

export function CommitmentCard(props: {
  commitment: Commitment;
  agenda: readonly NamedItem[];
  indicators: readonly IndicatorGroup[];
  path: string;
  mayWrite: boolean;
}) {
  const { commitment: one } = props;
  const section = useSection(commitmentWords);
  return (
    <li
      className={`rounded-xl border-l-4 bg-surface p-4 shadow-sm print:break-inside-avoid ${one.isLate ? 'border-danger' : 'border-line-strong'}`}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h4 className="min-w-0 text-base font-semibold whitespace-pre-line">{one.what}</h4>
        <p className="flex gap-2">
          {one.isLate ? <LateBadge /> : null}
          <StatusBadge status={one.status} />
        </p>
      </div>
      {one.statusNote === '' ? null : <p className="mt-1 whitespace-pre-line text-muted">{one.statusNote}</p>}
      <div className="mt-2">
        <CommitmentFacts commitment={one} agenda={props.agenda} indicators={props.indicators} />
      </div>
      <Link to={props.path} className={quietLink}>
        {props.mayWrite ? section.board.edit : section.board.open}
        <span className="sr-only">: {one.what.slice(0, 80)}</span>
      </Link>
    </li>
  );
}

/** How long until the day, or since. */
export function DueIn({ dueOn, today }: { dueOn: string; today: string }) {
  const section = useSection(commitmentWords);
  const format = useFormat();
  const days = daysBetween(today, dueOn);
  if (days === 0) return <>{section.board.dueToday}</>;
  return (
    <>
      {days < 0
        ? section.board.daysLate({ days: format.number(-days) })
        : section.board.daysLeft({ days: format.number(days) })}
    </>
  );
}

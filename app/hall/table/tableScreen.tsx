/** Agencies × topics on one page: what every topic came to, for everybody at once. */
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { shortAgencyName, useFormat, useSection } from '~/i18n';
import { rakerdaPath, sheetPath } from '~/paths';
import { MeetingHeader } from '~/rakerda';
import { REMARK } from '~/rakerda/remarkSign';
import { Badge, FileLink, ListPages, ListSearch, Sideways } from '~/ui';
import { BandMark } from './bandMark';
import { BY_NAME } from './ordering';
import type { ShownCell, ShownTopic } from './shownSchema';
import type { TablePage, TableRow } from './table.read.server';
import { tableWords } from './tableWords';

export function TableScreen(props: TablePage & { live: ReactNode }) {
  const words = useSection(tableWords);
  const format = useFormat();
  const { rakerda, part, order, topics } = props;
  const path = rakerdaPath(rakerda.id, 'table');
  const kept = {
    urut: order.key ?? BY_NAME,
    ...(order.isReversed && { arah: 'balik' }),
  };
  const address = new URLSearchParams(kept).toString();
  return (
    <div className="page-table space-y-4 print:space-y-1">
      <MeetingHeader
        frame={props}
        current="table"
        title={words.title}
        lead={
          <div className="space-y-2">
            <p className="print:hidden">{words.lead}</p>
            <p>{props.live}</p>
          </div>
        }
        actions={<FileLink href={`${rakerdaPath(rakerda.id, 'tableFile')}?${address}`}>{words.csv}</FileLink>}
      />
      {props.headline === '' ? null : (
        <p
          role="status"
          translate="no"
          className="text-xl font-semibold text-balance text-brand-strong sm:text-2xl print:text-base"
        >
          {props.headline}
        </p>
      )}
      {part.isLong ? <ListSearch part={part} path={path} kept={kept} anchor="meja" /> : null}
      {topics.length === 0 ? <p className="text-muted">{words.empty}</p> : <Grid {...props} />}
      <ListPages part={part} path={path} kept={kept} anchor="meja" />
      <Key topics={topics} />
      {props.hidden > 0 ? (
        <p className="max-w-prose text-sm text-muted">
          {words.hidden({ count: format.number(props.hidden) })}
        </p>
      ) : null}
    </div>
  );
}

function Grid({ topics, part, order, rakerda }: TablePage) {
  const words = useSection(tableWords);
  const year = oneYear(topics);
  return (
    <Sideways
      id="meja"
      label={words.caption}
      framed
      className="print:text-[8pt] print:[&_*]:text-[length:inherit]!"
    >
      <table className="w-full border-separate border-spacing-0 text-left">
        <caption className="sr-only">{words.caption}</caption>
        <thead>
          <tr>
            <Head column={BY_NAME} name={words.agency} order={order} isFirst />
            {topics.map((topic) => (
              <Head
                key={topic.key}
                column={topic.key}
                name={topic.name}
                order={order}
                topic={topic}
                namesYear={!year}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {part.items.map((row) => (
            <tr
              key={row.agencyCode}
              className={`print:break-inside-avoid ${row.own ? 'bg-brand-soft' : 'bg-surface'}`}
            >
              <Name row={row} rakerdaId={rakerda.id} />
              {topics.map((topic, place) => (
                <Figure key={topic.key} cell={row.cells[place] ?? null} topic={topic} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

function Head(props: {
  column: string;
  name: string;
  order: TablePage['order'];
  topic?: ShownTopic;
  /** Which year it moved since; one that all have stands in the key. */
  namesYear?: boolean;
  isFirst?: boolean;
}) {
  const { column, name, order, topic, namesYear = false, isFirst = false } = props;
  const words = useSection(tableWords);
  const isSorted = (order.key ?? BY_NAME) === column;
  // The best first: of names A, of figures the highest, and the lowest where fewer is better.
  const ascends = (isFirst || topic?.isLowerBetter === true) !== order.isReversed;
  const next = new URLSearchParams({ urut: column });
  if (isSorted && !order.isReversed) next.set('arah', 'balik');
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (ascends ? 'ascending' : 'descending') : undefined}
      className={`border-b border-line bg-sunken px-2.5 py-1 align-top font-semibold ${isFirst ? 'sticky left-0 z-10 max-w-28 min-w-28 print:static sm:max-w-none' : 'max-sm:min-w-40'}`}
    >
      <Link
        to={`?${next.toString()}`}
        preventScrollReset
        title={words.sortBy({ column: name })}
        className="inline-flex min-h-11 items-center gap-1 whitespace-nowrap text-ink print:min-h-0 print:no-underline underline decoration-dotted underline-offset-4"
      >
        {name}
        {isSorted ? <span aria-hidden="true">{ascends ? '▲' : '▼'}</span> : null}
      </Link>
      {topic ? (
        <span className="block pb-1 text-sm font-normal text-muted">
          {[
            topic.measure,
            ...(topic.isProposal ? [words.proposal] : []),
            // "At the most 20" says that fewer is better.
            ...(topic.isLowerBetter && topic.target === null ? [words.lowerBetter] : []),
            ...(topic.target === null ? [] : [words.target({ target: topic.target })]),
            ...(topic.yearBefore === null || !namesYear
              ? []
              : [words.since({ year: String(topic.yearBefore) })]),
          ].join(' · ')}
        </span>
      ) : null}
    </th>
  );
}

function Name({ row, rakerdaId }: { row: TableRow; rakerdaId: string }) {
  const words = useSection(tableWords);
  return (
    <th
      scope="row"
      className={`sticky left-0 z-10 max-w-28 min-w-28 print:static border-b border-line px-2.5 py-1 font-medium sm:max-w-none print:py-0 print:leading-tight ${row.own ? 'bg-brand-soft' : 'bg-surface'}`}
    >
      <Link
        to={sheetPath(rakerdaId, row.agencyCode)}
        title={words.sheet}
        className="inline-flex min-h-11 items-center text-brand underline underline-offset-2 print:min-h-0 print:no-underline"
      >
        {shortAgencyName(row.agencyName)}
      </Link>
      {row.own ? (
        <span className="block pb-1">
          <Badge tone="brand">{words.own}</Badge>
        </span>
      ) : null}
    </th>
  );
}

/** A figure with what belongs to it. What is unfinished stands back, and says how far it is. */
function Figure({ cell, topic }: { cell: ShownCell | null; topic: ShownTopic }) {
  const words = useSection(tableWords);
  const frame = 'border-b border-line px-2.5 py-1 whitespace-nowrap print:py-0 print:leading-tight';
  if (cell?.figure === undefined) {
    return (
      <td className={`${frame} text-muted`}>
        {cell?.isClosed ? (
          <span className="text-sm">{words.closed}</span>
        ) : (
          <>
            <span aria-hidden="true">–</span>
            <span className="sr-only">{words.none}</span>
            <Remarks remarks={cell?.remarks} />
          </>
        )}
      </td>
    );
  }
  if (cell.part !== undefined) {
    return (
      <td translate="no" className={`${frame} text-muted italic tabular-nums`}>
        <span aria-hidden="true">{`${cell.figure}… `}</span>
        <span aria-hidden="true" className="text-sm">
          {cell.part}
        </span>
        <span className="sr-only">{`${cell.figure}, ${words.unfinished({ part: cell.part })}`}</span>
        <Remarks remarks={cell.remarks} />
      </td>
    );
  }
  return (
    <td
      translate="no"
      className={`${frame} tabular-nums ${cell.isWeak ? 'border-l-4 border-l-danger bg-danger-soft pl-2' : ''}`}
    >
      <span className="text-lg font-semibold">{cell.figure}</span>
      {cell.change === undefined ? null : <Change change={cell.change} isBetter={cell.isBetter} />}
      {cell.target ? <TargetMark target={cell.target} /> : null}
      <Remarks remarks={cell.remarks} />
      {cell.band === undefined ? null : (
        <span className="block max-w-32 text-sm whitespace-normal text-muted">
          <BandMark band={cell.band} bands={topic.bands.length} /> {topic.bands[cell.band]}
        </span>
      )}
      {cell.isWeak ? <span className="sr-only"> ({words.weak})</span> : null}
    </td>
  );
}

function TargetMark({ target }: { target: NonNullable<ShownCell['target']> }) {
  return (
    <span
      className={`block w-max max-w-40 text-sm whitespace-normal print:w-auto ${target.isReached ? 'text-success' : 'text-muted'}`}
    >
      {target.isReached ? `✓ ${target.says}` : target.says}
    </span>
  );
}

/** The sign says the way, the colour whether it is the better one; words say both to who does not see it. */
function Change({ change, isBetter }: { change: string; isBetter: boolean | undefined }) {
  const words = useSection(tableWords);
  const tone = isBetter === undefined ? 'text-muted' : isBetter ? 'text-success' : 'text-danger';
  return (
    <span className={`ml-2 text-sm font-semibold ${tone}`}>
      {change}
      {isBetter === undefined ? null : (
        <span className="sr-only"> ({isBetter ? words.better : words.worse})</span>
      )}
    </span>
  );
}

/** With the sign that the hall's screen has. */
function Remarks({ remarks }: { remarks: readonly string[] | undefined }) {
  if (!remarks) return null;
  return (
    <span className="block w-max max-w-44 text-sm whitespace-normal text-muted not-italic print:w-auto print:max-w-32">
      {`${REMARK} ${remarks.join(' · ')}`}
    </span>
  );
}

/** The year that all topics moved since, of those that know one; null where they differ. */
function oneYear(topics: readonly ShownTopic[]): number | null {
  const years = new Set(topics.flatMap(({ yearBefore }) => yearBefore ?? []));
  const [year] = years;
  return years.size === 1 && year !== undefined ? year : null;
}

function Key({ topics }: { topics: readonly ShownTopic[] }) {
  const { key } = useSection(tableWords);
  if (topics.length === 0) return null;
  const hasYears = topics.some(({ yearBefore }) => yearBefore !== null);
  const year = oneYear(topics);
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm text-muted print:text-[8pt]">
      {hasYears ? (
        <li>
          <span className="font-semibold">± =</span>{' '}
          {year === null ? key.movement : key.movementSince({ year: String(year) })}
        </li>
      ) : null}
      <li>
        <span className="italic">{key.sample}</span> {key.unfinished}
      </li>
      {topics.some(({ target }) => target !== null) ? (
        <li>
          <span className="font-semibold">✓</span> {key.target}
        </li>
      ) : null}
      <li className="border-l-4 border-danger pl-2">{key.weak}</li>
    </ul>
  );
}

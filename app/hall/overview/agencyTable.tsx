/** The agencies of a Rakerda: one row each, sortable by link, closed where the reader may not look in. */
import { Link, useSearchParams } from '@remix-run/react';
import { useFormat, useSection, useText } from '~/i18n';
import { StateBadge } from '~/rakerda/stateBadge';
import { type Column, COLUMNS, type Order, type OverviewRow } from './overviewRows';
import { Completeness } from './progressMarks';
import { manageWords } from './manageWords';
import { overviewWords } from './overviewWords';
import { Sideways } from '~/ui';

export function AgencyTable(props: {
  rows: readonly OverviewRow[];
  order: Order | null;
  indicators: number;
  timeZone: string;
}) {
  const overviewText = useSection(overviewWords);
  const words = overviewText.overview;
  return (
    <Sideways label={words.tableCaption} framed>
      <table className="w-full min-w-3xl border-collapse text-left">
        <caption className="sr-only">{words.tableCaption}</caption>
        <thead className="border-b border-line bg-sunken">
          <tr>
            {COLUMNS.map((column) => (
              <SortHeader key={column} column={column} order={props.order} />
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.agencyCode} className="border-b border-line last:border-0">
              <Name row={row} />
              <Values row={row} indicators={props.indicators} timeZone={props.timeZone} />
              <Target row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

/** Whose row it is stays in sight where a narrow window shows the columns one after the other. */
const PINNED = 'sticky left-0 z-10';

const NUMERIC: ReadonlySet<Column> = new Set<Column>(['indeks', 'tanda', 'target']);

function SortHeader({ column, order }: { column: Column; order: Order | null }) {
  const text = useText();
  const overviewText = useSection(overviewWords);
  const words = overviewText.overview;
  const [params] = useSearchParams();
  const label = {
    instansi: text.agency,
    status: words.status,
    kelengkapan: words.completeness,
    indeks: text.index,
    tanda: words.flags,
    kegiatan: words.activity,
    target: text.target,
  }[column];
  const sorted = order?.column === column ? (order.descending ? 'descending' : 'ascending') : undefined;
  // Names start at A; of figures people want the highest first.
  const descends = sorted === undefined ? column !== 'instansi' : sorted === 'ascending';
  const next = new URLSearchParams(params);
  next.delete('pesan');
  next.delete('hal');
  next.set('urut', column);
  if (descends) next.set('arah', 'turun');
  else next.delete('arah');
  return (
    <th
      scope="col"
      aria-sort={sorted}
      className={`px-2 first:pl-3 last:pr-3 ${NUMERIC.has(column) ? 'text-right' : ''} ${column === 'instansi' ? `${PINNED} bg-sunken` : ''}`}
    >
      <Link
        to={`?${next.toString()}`}
        preventScrollReset
        title={words.sortBy({ column: label })}
        className="inline-flex min-h-11 items-center gap-1 whitespace-nowrap text-ink underline decoration-dotted underline-offset-4"
      >
        {label}
        {sorted === undefined ? null : <span aria-hidden="true">{sorted === 'ascending' ? '▲' : '▼'}</span>}
      </Link>
    </th>
  );
}

function Name({ row }: { row: OverviewRow }) {
  const overviewText = useSection(overviewWords);
  return (
    <th scope="row" className={`min-w-36 px-2 py-1 pl-3 font-medium sm:min-w-44 ${PINNED} bg-surface`}>
      {row.open ? (
        <Link
          to={row.path}
          className="inline-flex min-h-11 items-center text-brand underline underline-offset-2"
        >
          {row.agencyName}
        </Link>
      ) : (
        <span className="inline-flex min-h-11 items-center">{row.agencyName}</span>
      )}
      {row.own ? (
        <span className="ml-2 text-sm font-normal text-muted">{overviewText.overview.ownAgency}</span>
      ) : null}
    </th>
  );
}

function Values(props: { row: OverviewRow; indicators: number; timeZone: string }) {
  const { row } = props;
  const text = useText();
  const overviewText = useSection(overviewWords);
  const format = useFormat();
  const words = overviewText.overview;
  if (!row.open) {
    return (
      <>
        <td className="px-2 py-1 first:pl-3 last:pr-3 whitespace-nowrap text-muted">{words.notApproved}</td>
        {(['kelengkapan', 'indeks', 'tanda', 'kegiatan'] as const).map((column) => (
          <td
            key={column}
            className={`px-2 py-1 first:pl-3 last:pr-3 text-muted ${NUMERIC.has(column) ? 'text-right' : ''}`}
          >
            <span aria-hidden="true">–</span>
            <span className="sr-only">{words.noValue}</span>
          </td>
        ))}
      </>
    );
  }
  return (
    <>
      <td className="px-2 py-1 first:pl-3 last:pr-3">
        <StateBadge state={row.state} answered={row.answered} total={props.indicators} />
      </td>
      <td className="px-2 py-1 first:pl-3 last:pr-3">
        <Completeness short answered={row.answered} total={props.indicators} label={words.completeness} />
      </td>
      <td className="px-2 py-1 first:pl-3 last:pr-3 text-right">
        {row.answered === 0 ? (
          <span className="text-muted">–</span>
        ) : (
          <>
            <span translate="no" className="font-semibold tabular-nums">
              {format.figure(row.index.hundredths)}
            </span>
            <span className="block text-sm leading-tight text-muted">
              {row.predicate}
              {row.answered < props.indicators ? ` (${text.provisional})` : ''}
            </span>
          </>
        )}
      </td>
      <td translate="no" className="px-2 py-1 first:pl-3 last:pr-3 text-right tabular-nums">
        {format.number(row.flags)}
      </td>
      <td className="px-2 py-1 first:pl-3 last:pr-3 min-w-28 text-sm leading-tight">
        {row.updatedAt === null ? words.noActivity : format.dateTime(row.updatedAt, props.timeZone)}
      </td>
    </>
  );
}

function Target({ row }: { row: OverviewRow }) {
  const words = useSection(manageWords).manage;
  const format = useFormat();
  return (
    <td translate="no" className="px-2 py-1 first:pl-3 last:pr-3 text-right tabular-nums">
      {row.target === null ? (
        <>
          <span aria-hidden="true">–</span>
          <span className="sr-only">{words.noTarget}</span>
        </>
      ) : (
        format.figure(row.target)
      )}
    </td>
  );
}

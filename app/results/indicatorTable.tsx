/** Every indicator of one agency, grouped by domain and aspect or in the order a link asks for. */
import { Link, useSearchParams } from '@remix-run/react';
import type { ComponentProps, ReactNode } from 'react';
import { Badge, Card, LevelMark, Sideways } from '~/ui';
import { useFormat, useSection, useText } from '~/i18n';
import { type Figure, type InstrumentOutline, type LevelRange, scaleLevel, shownLevel } from '~/instrument';
import { IndicatorName, usePoints } from './figures';
import type { IndicatorRow, Sort, SortKey } from './resultReading';
import { resultWords } from './resultWords';

interface TableProps {
  readonly instrument: InstrumentOutline;
  /** Already in the order to show. */
  readonly rows: readonly IndicatorRow[];
  readonly sort: Sort;
  readonly index: Figure;
  readonly beforeYear: number | null;
  readonly hasAverage: boolean;
  /** Where the indicators' own pages are; null for who may not open them. */
  readonly place: ComponentProps<typeof IndicatorName>['place'];
}

export function IndicatorTable(props: TableProps) {
  const { instrument, rows, sort, index, beforeYear, hasAverage } = props;
  const text = useText();
  const resultText = useSection(resultWords);
  const points = usePoints(instrument);
  const [params] = useSearchParams();
  const grouped = sort.key === 'nomor' && !sort.descending;
  const columns = 5 + (hasAverage ? 1 : 0) + (beforeYear === null ? 0 : 1);
  const header = (key: SortKey, label: string, className = 'px-3 text-right') => (
    <SortHeader sort={sort} sortKey={key} label={label} className={className} />
  );
  return (
    <Card aria-labelledby="indikator" className="space-y-3">
      <div>
        <h2 id="indikator" className="text-xl">
          {resultText.indicators}
        </h2>
        <p className="text-sm text-muted">{resultText.indicatorsHint}</p>
        {grouped ? null : (
          <p>
            <Link
              to={{ search: searchWith(params, null), hash: 'indikator' }}
              className="inline-flex min-h-11 items-center text-brand underline underline-offset-2"
            >
              {resultText.backToGroups}
            </Link>
          </p>
        )}
      </div>
      <Sideways label={resultText.indicatorsCaption} className="-mx-4 px-4 sm:mx-0 sm:px-0">
        <table translate="no" className="w-full text-left tabular-nums">
          <caption className="sr-only">{resultText.indicatorsCaption}</caption>
          <thead className="text-sm">
            <tr className="border-b border-line-strong">
              {header('nomor', resultText.number, 'pr-2')}
              <th scope="col" className="min-w-48 py-2 pr-3 font-semibold text-muted">
                {text.indicator}
              </th>
              {header('level', text.level, 'px-3')}
              {hasAverage ? header('rata', resultText.averageLevel) : null}
              {beforeYear === null ? null : header('lalu', resultText.lastYear({ year: String(beforeYear) }))}
              {header('bobot', text.weight)}
              {header('sumbangan', resultText.contribution, 'pl-3 text-right')}
            </tr>
          </thead>
          {grouped ? (
            <Groups {...props} columns={columns} />
          ) : (
            <tbody>
              {rows.map((row) => (
                <Row
                  key={row.no}
                  row={row}
                  table={props}
                  under={resultText.aspectName({
                    no: String(row.aspectNo),
                    name: aspectName(instrument, row),
                  })}
                />
              ))}
            </tbody>
          )}
          <tfoot>
            <tr className="border-t-2 border-line-strong font-semibold">
              <th scope="row" colSpan={columns - 1} className="py-2">
                {resultText.total}
              </th>
              <td className="pl-3 text-right">{points(index)}</td>
            </tr>
          </tfoot>
        </table>
      </Sideways>
    </Card>
  );
}

function Groups(props: TableProps & { columns: number }) {
  const resultText = useSection(resultWords);
  return props.instrument.domains.flatMap((domain) =>
    domain.aspects.map((aspect) => (
      <tbody key={aspect.no}>
        <tr className="border-b border-line bg-sunken">
          <th scope="rowgroup" colSpan={props.columns} className="px-2 py-2 font-semibold">
            {/* Breaks in the window, not where the table ends that a phone scrolls. */}
            <span className="sticky left-2 block w-fit max-w-[calc(100vw-5rem)]">
              <span className="block text-sm font-normal text-muted">
                {resultText.domainName({ no: String(domain.no), name: domain.name })}
              </span>
              {resultText.aspectName({ no: String(aspect.no), name: aspect.name })}
            </span>
          </th>
        </tr>
        {props.rows
          .filter((row) => row.aspectNo === aspect.no)
          .map((row) => (
            <Row key={row.no} row={row} table={props} />
          ))}
      </tbody>
    )),
  );
}

function Row({ row, table, under }: { row: IndicatorRow; table: TableProps; under?: string }) {
  const text = useText();
  const resultText = useSection(resultWords);
  const format = useFormat();
  const { instrument, hasAverage, beforeYear } = table;
  const points = usePoints(instrument);
  const { level: range } = instrument;
  return (
    <tr className="border-b border-line">
      <td className="py-2 pr-2 pl-2 text-muted">{format.number(row.no)}</td>
      <th scope="row" className="py-2 pr-3 font-normal">
        <IndicatorName no={row.no} name={row.name} place={table.place} />
        {row.service === null ? null : <span className="block break-words">{row.service}</span>}
        {under ? <span className="block text-sm text-muted">{under}</span> : null}
        {row.flagged ? (
          <span className="mt-1 block">
            <Badge tone="accent">
              <span aria-hidden="true">⚑</span> {resultText.discuss}
            </Badge>
          </span>
        ) : null}
      </th>
      <td className="px-3 py-1.5">
        <span className="flex items-center gap-2">
          <LevelMark level={row.level === null ? null : shownLevel(range, row.level)} />
          <span className="text-sm max-sm:sr-only">
            {row.level === null ? (
              <span aria-hidden="true" className="text-muted">
                {text.unanswered}
              </span>
            ) : (
              scaleLevel(instrument, row.scale, row.level)
            )}
          </span>
        </span>
      </td>
      {hasAverage ? (
        <td className="px-3 text-right">{row.average === null ? '–' : format.figure(row.average)}</td>
      ) : null}
      {beforeYear === null ? null : (
        <td className="px-3 text-right whitespace-nowrap">
          {row.before === null ? '–' : format.number(shownLevel(range, row.before))}
          <Step row={row} range={range} />
        </td>
      )}
      <td className="px-3 text-right">{format.figure(row.share)}%</td>
      <td className={`pl-3 text-right ${row.level === null ? 'text-muted italic' : ''}`}>
        {points(row.contribution)}
      </td>
    </tr>
  );
}

/** Whether the level moved since the earlier year: an arrow with its words for who cannot see it. */
function Step({ row, range }: { row: IndicatorRow; range: LevelRange }) {
  const resultText = useSection(resultWords);
  const format = useFormat();
  if (row.level === null || row.before === null || row.level === row.before) {
    return <span aria-hidden="true" className="inline-block w-5" />;
  }
  const up = row.level > row.before;
  const by = format.number(shownLevel(range, Math.abs(row.level - row.before)));
  return (
    <span className={`inline-block w-5 ${up ? 'text-success' : 'text-danger'}`}>
      <span aria-hidden="true">{up ? '▲' : '▼'}</span>
      <span className="sr-only">{up ? resultText.up({ by }) : resultText.down({ by })}</span>
    </span>
  );
}

function SortHeader(props: { sort: Sort; sortKey: SortKey; label: ReactNode; className: string }) {
  const resultText = useSection(resultWords);
  const [params] = useSearchParams();
  const { sort, sortKey, label } = props;
  const active = sort.key === sortKey;
  const descending = active ? !sort.descending : sortKey !== 'nomor' && sortKey !== 'level';
  return (
    <th
      scope="col"
      aria-sort={active ? (sort.descending ? 'descending' : 'ascending') : undefined}
      className={`font-semibold ${props.className}`}
    >
      <Link
        to={{ search: searchWith(params, `${descending ? '-' : ''}${sortKey}`), hash: 'indikator' }}
        className="inline-flex min-h-11 items-center gap-1 text-brand underline underline-offset-2"
      >
        {label}
        {active ? (
          <>
            <span aria-hidden="true">{sort.descending ? '↓' : '↑'}</span>
            <span className="sr-only">{sort.descending ? resultText.descending : resultText.ascending}</span>
          </>
        ) : null}
      </Link>
    </th>
  );
}

function searchWith(params: URLSearchParams, sort: string | null): string {
  const next = new URLSearchParams(params);
  if (sort === null) next.delete('urut');
  else next.set('urut', sort);
  return next.toString();
}

function aspectName(instrument: InstrumentOutline, row: IndicatorRow): string {
  return instrument.domains[row.domainNo - 1]?.aspects.find(({ no }) => no === row.aspectNo)?.name ?? '';
}

import { useFormat, useSection } from '~/i18n';
/** Every topic of the Rakerda at once: agencies × topics, the finding above them. */
import { BandMark, type ShownCell, type ShownTopic } from '~/hall/table';
import { REMARK } from '~/rakerda/remarkSign';
import type { SceneOf } from '../scene';
import { Frame, NothingOf } from './sceneFrame';
import { HALL_ROWS, pagesOf, TABLE_TOPICS } from './scenePaging';
import { UnfinishedPart, WholeKey } from './sceneMarks';
import { AgencyName, AgencyRow } from './sceneRows';
import { useChosenPage, useMarkOf, usePaged, useStage, useWords } from './stage';
import { tableWords } from './tableWords';
import { UnfinishedKey } from './unfinishedKey';

type Row = SceneOf<'table'>['rows'][number];
/** A topic with its place in the cells of a row. */
type Column = ShownTopic & { readonly place: number };

export function Table(scene: SceneOf<'table'>) {
  const { size } = useStage();
  const words = useSection(tableWords);
  const columns = scene.topics.map((topic, place) => ({ ...topic, place }));
  const paged = usePaged(scene.rows, HALL_ROWS);
  const pages = pagesOf(columns, TABLE_TOPICS).flatMap((group) =>
    pagesOf(scene.rows, HALL_ROWS).map((rows) => ({ group, rows })),
  );
  const page = useChosenPage(pages.length);
  const shown = pages[page];
  const isEmpty = scene.topics.length === 0 || scene.rows.length === 0;
  return (
    <Frame
      title={words.title}
      paged={size === 'hall' ? { page, pages: pages.length } : paged}
      footer={
        isEmpty ? null : <Key columns={size === 'hall' ? (shown?.group ?? []) : columns} scene={scene} />
      }
    >
      {isEmpty ? <NothingOf without={scene.without} /> : null}
      {size === 'phone' && !isEmpty ? <Cards columns={columns} rows={paged.rows} /> : null}
      {size === 'hall' && !isEmpty && shown ? (
        <Grid columns={shown.group} rows={shown.rows} longest={paged.longest} />
      ) : null}
    </Frame>
  );
}

/** With more topics than this a narrow projector has no room for how they moved. */
const ROOMY = 2;

function Grid(props: {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly longest: number;
}) {
  const { columns, rows, longest } = props;
  const text = useSection(tableWords);
  const markOf = useMarkOf();
  return (
    <div
      role="region"
      aria-label={text.title}
      tabIndex={0}
      className="relative overflow-x-auto hall:min-h-0 hall:flex-1"
    >
      <table
        className={`w-full border-collapse leading-none hall:h-full ${longest > 12 ? 'hall:text-sm' : 'hall:text-base'}`}
      >
        <caption className="sr-only">{text.title}</caption>
        <thead>
          <tr className="border-b border-line-strong">
            <td />
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className="px-2 pb-1 text-left align-bottom leading-tight font-bold text-brand"
              >
                <span className="wide:whitespace-nowrap">
                  {column.name}
                  {column.isProposal ? '°' : null}
                  {column.isLowerBetter ? <span aria-hidden="true"> ↓</span> : null}
                </span>
                <span className="line-clamp-3 font-normal text-muted wide:line-clamp-2 hall:text-sm/(--hall-line)">
                  {column.measure}
                </span>
                {column.isLowerBetter ? <span className="sr-only"> ({text.lowerBetter})</span> : null}
                {column.isProposal ? <span className="sr-only"> ({text.proposal})</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ agency, cells }) => {
            const mark = markOf(agency);
            return (
              <tr
                key={mark.key}
                className={`border-b border-line last:border-0 ${
                  mark.isFocused
                    ? 'outline-4 -outline-offset-1 outline-accent hall:outline-[0.6vh]'
                    : mark.isOwn
                      ? 'outline-2 -outline-offset-1 outline-brand'
                      : ''
                }`}
              >
                <th scope="row" className="pr-2 text-left hall:tracking-tight wide:hall:tracking-normal">
                  <AgencyName agency={agency} />
                </th>
                {columns.map((column) => (
                  <td
                    key={column.key}
                    translate="no"
                    className={`px-2 whitespace-nowrap tabular-nums ${cells[column.place]?.isWeak ? 'border-l-4 border-danger bg-danger-soft hall:border-l-[0.6vh]' : ''}`}
                  >
                    <Figure
                      cell={cells[column.place] ?? null}
                      column={column}
                      isRoomy={columns.length <= ROOMY}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** On a phone an agency is a card: its topics under one another. */
function Cards({ columns, rows }: { readonly columns: readonly Column[]; readonly rows: readonly Row[] }) {
  const markOf = useMarkOf();
  return (
    <ol className="space-y-2">
      {rows.map(({ agency, cells }) => (
        <AgencyRow key={markOf(agency).key} agency={agency}>
          <AgencyName agency={agency} className="grow" />
          <dl className="grid basis-full grid-cols-[1fr_auto] gap-x-3 gap-y-1">
            {columns.map((column) => (
              <div key={column.key} className="col-span-full grid grid-cols-subgrid">
                <dt className="text-sm text-muted">{`${column.name}, ${column.measure}`}</dt>
                <dd translate="no" className="text-right tabular-nums">
                  <Figure cell={cells[column.place] ?? null} column={column} isRoomy />
                </dd>
              </div>
            ))}
          </dl>
        </AgencyRow>
      ))}
    </ol>
  );
}

function Figure(props: {
  readonly cell: ShownCell | null;
  readonly column: ShownTopic;
  /** There is room for the movement. */
  readonly isRoomy: boolean;
}) {
  const { cell, column, isRoomy } = props;
  const stage = useWords();
  const text = useSection(tableWords);
  const further = isRoomy ? '' : 'hidden wide:inline';
  if (cell?.figure === undefined) {
    return (
      <>
        <span aria-hidden="true" className="text-muted">
          –
        </span>
        <span className="sr-only">{text.none}</span>
        <Remarked remarks={cell?.remarks} />
      </>
    );
  }
  if (cell.part !== undefined) {
    return (
      <>
        <UnfinishedPart part={cell.part} />
        <Remarked remarks={cell.remarks} />
      </>
    );
  }
  return (
    <>
      {cell.band === undefined ? null : (
        <>
          <BandMark band={cell.band} bands={column.bands.length} isLarge />{' '}
          <span className="sr-only">{column.bands[cell.band]} </span>
        </>
      )}
      {/* What counts the figures of others is no peer of theirs: it is quieter, and says of what it is. */}
      {cell.isWhole ? (
        <>
          <span aria-hidden="true" className="font-bold text-accent">
            Σ{' '}
          </span>
          <span className="text-muted">
            {cell.figure} {stage.inWhole}
          </span>
        </>
      ) : (
        <span className="font-bold">{cell.figure}</span>
      )}
      <Remarked remarks={cell.remarks} />
      {cell.change === undefined ? null : (
        <span
          className={`ml-2 font-semibold ${further} ${cell.isBetter === undefined ? 'text-muted' : cell.isBetter ? 'text-success' : 'text-danger'}`}
        >
          {cell.change}
          {cell.isBetter === undefined ? null : (
            <span className="sr-only"> ({cell.isBetter ? text.better : text.worse})</span>
          )}
        </span>
      )}
      {cell.isWeak ? <span className="sr-only"> ({text.weak})</span> : null}
    </>
  );
}

/** Whoever is not complete has remarks too: the board of the topic says them. */
function Remarked({ remarks }: { readonly remarks: readonly string[] | undefined }) {
  if (!remarks) return null;
  return (
    <>
      <span aria-hidden="true" className="font-bold">
        {REMARK}
      </span>
      <span className="sr-only"> ({remarks.join(', ')})</span>
    </>
  );
}

/** What the order and the signs of the table say, as far as the picture has them. */
function Key({
  columns,
  scene: { orderedBy, rows, topics, wholes, without },
}: {
  readonly columns: readonly Column[];
  readonly scene: SceneOf<'table'>;
}) {
  const text = useSection(tableWords);
  const words = useWords();
  const format = useFormat();
  const lead = topics.find(({ key }) => key === orderedBy);
  const scales = [...new Map(columns.map(({ bands }) => [bands.join('|'), bands])).values()].filter(
    ({ length }) => length > 0,
  );
  const years = [...new Set(columns.flatMap(({ yearBefore }) => yearBefore ?? []))].map(String);
  const shown = rows.flatMap(({ cells }) => columns.flatMap(({ place }) => cells[place] ?? []));
  const has = (is: (cell: ShownCell) => boolean) => shown.some(is);
  const open = shown.find(({ part }) => part !== undefined)?.part;
  return (
    <ul className="flex flex-wrap gap-x-5 leading-tight">
      {lead ? <li className="hall:hidden wide:hall:list-item">{text.order({ topic: lead.name })}</li> : null}
      {scales.map((bands) => (
        <li key={bands.join('|')} className="flex flex-wrap gap-x-3">
          {bands.map((band, place) => (
            <span key={band} className="whitespace-nowrap">
              <BandMark band={place} bands={bands.length} isLarge /> {band}
            </span>
          ))}
        </li>
      ))}
      {columns.some(({ isLowerBetter }) => isLowerBetter) ? <li>↓ {text.lowerBetter}</li> : null}
      {columns.some(({ isProposal }) => isProposal) ? <li>° {text.proposal}</li> : null}
      {years.length > 0 ? (
        <li className={columns.length > ROOMY ? 'hall:hidden wide:hall:list-item' : ''}>
          {text.since({ years: years.join(', ') })}
        </li>
      ) : null}
      {open === undefined ? null : (
        <li>
          <UnfinishedKey part={open} />
        </li>
      )}
      {without > 0 ? <li>{words.without({ count: format.number(without) })}</li> : null}
      {has(({ remarks }) => remarks !== undefined) ? (
        <li>
          <span className="font-bold text-ink">{REMARK}</span> {text.remarked}
        </li>
      ) : null}
      {columns.map(({ key, name }) => {
        const whole = wholes.find(({ topic }) => topic === key);
        return whole ? (
          <li key={key} className="font-semibold text-ink">
            <WholeKey name={columns.length > 1 ? name : null} parts={whole.parts} />
          </li>
        ) : null;
      })}
      {has(({ isWeak }) => isWeak === true) ? (
        <li className="border-l-4 border-danger pl-2 hall:border-l-[0.6vh]">{text.weak}</li>
      ) : null}
    </ul>
  );
}

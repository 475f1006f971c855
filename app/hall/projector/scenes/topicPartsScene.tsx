/** What a topic is made of: every agency by its nodes, or every district by what its register counts, the weakest first. */
import { useFormat, useSection } from '~/i18n';
import { counted } from '~/i18n/counted';
import type { Districts, SceneOf } from '../scene';
import { CellTable, MedianRow } from './cellTable';
import { districtTally } from './districtTally';
import { Frame, Nothing } from './sceneFrame';
import { levelClass, ShadeKey } from './sceneLevels';
import { HALL_ROWS, NOTHING_OF } from './scenePaging';
import { Complete } from './sceneMarks';
import { AgencyName, AgencyRow } from './sceneRows';
import { useMarkOf, usePaged, useStage, useWords } from './stage';
import { topicPartsWords } from './topicPartsWords';

type Parts = SceneOf<'topicParts'>;
type Row = Parts['rows'][number];

export function TopicParts(scene: Parts) {
  const { size } = useStage();
  const words = useSection(topicPartsWords);
  const { key, name, rows, isByDistrict } = scene;
  const paged = usePaged(rows, HALL_ROWS);
  const title =
    name === null ? words.nothing : (isByDistrict ? words.byDistrict : words.byNode)({ topic: name });
  return (
    <Frame title={title} paged={paged} drawing={key} footer={<Key scene={scene} page={paged.rows} />}>
      {rows.length === 0 ? <Empty of={scene.tally} /> : null}
      {paged.rows.length === 0 ? null : size === 'hall' ? (
        <Cells scene={scene} title={title} rows={paged.rows} longest={paged.longest} />
      ) : (
        <Cards scene={scene} rows={paged.rows} />
      )}
    </Frame>
  );
}

/** One calm sentence where no district has anything to be seen for: what is missing, and of how many. */
function Empty({ of }: { readonly of: Districts | null }) {
  const text = useWords();
  const words = useSection(topicPartsWords);
  const format = useFormat();
  if (of === null) return <Nothing>{text.nothing}</Nothing>;
  if (of.begun === 0) return <Nothing>{words.notBegun}</Nothing>;
  const districts = format.number(of.finished > 0 ? of.finished : of.all);
  if (of.finished > 0)
    return <Nothing>{words.allClean({ districts, unit: of.unitName.several }).replace('  ', ' ')}</Nothing>;
  return (
    <Nothing>
      {`${words.noneFinished} ${words.begun({ agencies: format.number(of.begun), districts })}`}
    </Nothing>
  );
}

/** A district and whose it is, or the agency alone. */
function RowName({ row: { agency, place, isFinished }, isByDistrict }: { row: Row; isByDistrict: boolean }) {
  const text = useWords();
  const muted = isFinished ? '' : 'text-muted';
  if (!isByDistrict) return <AgencyName agency={agency} className={muted} />;
  if (place === null)
    return (
      <>
        <AgencyName agency={agency} className={muted} />
        <span className="sr-only">{text.hiddenName}</span>
      </>
    );
  return (
    <span className={`hall:whitespace-nowrap ${muted}`}>
      {place}{' '}
      <span className="font-normal text-muted">
        <AgencyName agency={agency} className="font-normal" />
      </span>
    </span>
  );
}

/** The name with the way that is better: where columns have both, each of them says its own. */
function headOf({ name, isLowerBetter }: Parts['columns'][number], { shades }: Parts): string {
  const sign = isLowerBetter ? '↓' : shades.length > 1 ? '↑' : null;
  return sign === null ? name : `${name}\u00A0${sign}`;
}

function Cells({
  scene,
  title,
  rows,
  longest,
}: {
  readonly scene: Parts;
  readonly title: string;
  readonly rows: readonly Row[];
  readonly longest: number;
}) {
  const markOf = useMarkOf();
  const text = useWords();
  const firstOpen = rows.find(({ isFinished }) => !isFinished);
  return (
    <CellTable
      title={title}
      columns={scene.columns.map((column, key) => ({ key, name: headOf(column, scene) }))}
      corner={<Corner scene={scene} />}
      open={text.open}
      isWide
      longest={longest}
      lastName={scene.orderedBy ?? undefined}
      highest={scene.highest}
      foot={
        scene.median && (
          <MedianRow
            complete={scene.median.complete}
            columns={scene.columns.map((_, key) => ({ key }))}
            cells={scene.median.cells}
            last={
              scene.orderedBy === null ? null : (
                <td translate="no" className="px-1 text-right font-bold tabular-nums">
                  {scene.median.headline ?? NOTHING_OF}
                </td>
              )
            }
          />
        )
      }
      rows={rows.map((row, at) => {
        const { key, isFocused, isOwn } = markOf(row.agency);
        return {
          key: `${key} ${row.place ?? String(at)}`,
          name: <RowName row={row} isByDistrict={scene.isByDistrict} />,
          isFocused,
          isOwn,
          isBelowRule: row === firstOpen && row !== rows[0],
          cells: row.cells.map(
            (cell) => cell && { figure: cell.figure, shade: cell.shade, mark: cell.isHeld ? <Held /> : null },
          ),
          last:
            scene.orderedBy === null ? undefined : (
              <td translate="no" className="px-1 text-right font-bold tabular-nums">
                <Headline of={row.headline} />
              </td>
            ),
        };
      })}
    />
  );
}

/** What the row is ordered by, or the sign of whoever is not complete. */
function Headline({ of }: { readonly of: Row['headline'] }) {
  const text = useWords();
  if (of !== null) return of;
  return (
    <>
      <span aria-hidden="true" className="font-normal text-muted">
        ◌
      </span>
      <span className="sr-only">{text.open}</span>
    </>
  );
}

/** On a phone a row is a card: every figure under the name of its column. */
function Cards({ scene, rows }: { readonly scene: Parts; readonly rows: readonly Row[] }) {
  const markOf = useMarkOf();
  return (
    <ol className="space-y-2">
      {rows.map((row, at) => (
        <AgencyRow key={`${markOf(row.agency).key} ${row.place ?? String(at)}`} agency={row.agency}>
          <RowName row={row} isByDistrict={scene.isByDistrict} />
          {scene.orderedBy === null ? null : (
            <span translate="no" className="ml-auto font-bold tabular-nums">
              <span className="font-normal text-muted">{scene.orderedBy} </span>
              <Headline of={row.headline} />
            </span>
          )}
          <dl className="grid basis-full grid-cols-2 gap-1">
            {scene.columns.map((column, position) => {
              const cell = row.cells[position] ?? null;
              return (
                <div key={column.name} className="flex flex-col justify-between gap-1">
                  <dt className="text-sm text-muted">{headOf(column, scene)}</dt>
                  <dd
                    translate="no"
                    className={`rounded-md px-2 py-1 font-semibold tabular-nums ${levelClass(cell?.shade ?? null)}`}
                  >
                    {cell?.figure ?? '–'}
                    {cell?.isHeld ? <Held /> : null}
                  </dd>
                </div>
              );
            })}
          </dl>
        </AgencyRow>
      ))}
      <Medians of={scene} />
    </ol>
  );
}

/** The medians as the last card. */
function Medians({ of: { columns, median, orderedBy } }: { readonly of: Parts }) {
  const text = useWords();
  const format = useFormat();
  if (median === null) return null;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border border-line p-3">
      <span className="font-semibold">{text.medianOf({ complete: format.number(median.complete) })}</span>
      {orderedBy === null || median.headline === null ? null : (
        <span translate="no" className="ml-auto font-bold tabular-nums">
          <span className="font-normal text-muted">{orderedBy} </span>
          {median.headline}
        </span>
      )}
      <dl className="grid basis-full grid-cols-2 gap-1">
        {columns.map(({ name }, position) => (
          <div key={name} className="flex flex-col justify-between gap-1">
            <dt className="text-sm text-muted">{name}</dt>
            <dd translate="no" className="px-2 py-1 font-semibold tabular-nums">
              {median.cells[position]}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function Held() {
  const words = useSection(topicPartsWords);
  return (
    <>
      <span aria-hidden="true"> ×</span>
      <span className="sr-only"> ({words.held})</span>
    </>
  );
}

/** Beside the names of the columns: what the sign beside a figure says, and which way is better where no colour says it. */
function Corner({ scene: { columns, shades, rows } }: { readonly scene: Parts }) {
  const words = useSection(topicPartsWords);
  const isSaid = shades.some(({ isLowerBetter }) => isLowerBetter);
  return (
    <>
      {!isSaid && columns.some(({ isLowerBetter }) => isLowerBetter) ? (
        <span className="block">↓ {words.lowerBetter}</span>
      ) : null}
      {rows.some(({ cells }) => cells.some((cell) => cell?.isHeld)) ? (
        <span className="block font-semibold text-ink">× {words.held}</span>
      ) : null}
    </>
  );
}

/** What the page shows and what it leaves out, and what its order and its colours say. */
function Key({ scene, page }: { readonly scene: Parts; readonly page: readonly Row[] }) {
  const { rows, unbegun, tally } = scene;
  const { size } = useStage();
  const text = useWords();
  const words = useSection(topicPartsWords);
  const format = useFormat();
  if (rows.length === 0) return null;
  const cells = rows.flatMap((row) => row.cells);
  const complete = rows.filter(({ isFinished }) => isFinished).length;
  return (
    <div className="flex flex-wrap items-center gap-x-5 leading-tight">
      {tally === null ? (
        <Complete of={{ complete, agencies: rows.length + unbegun, mean: null, median: null }} />
      ) : (
        // A phone has all rows on its one page.
        <Tally page={size === 'hall' ? page : rows} rows={rows} of={tally} />
      )}
      {scene.orderedBy === null ? (
        // The first column says it too, and a narrow projector has no room for it.
        <span className="hall:hidden wide:hall:inline">{words.weakestFirst}</span>
      ) : (
        <span>
          {words.bestFirst({
            measure:
              scene.highest === null
                ? scene.orderedBy
                : words.mostOf({ measure: scene.orderedBy, highest: scene.highest }),
          })}
        </span>
      )}
      {cells.includes(null) ? (
        <span>
          <span aria-hidden="true">◌ </span>
          {text.open}
        </span>
      ) : null}
      {cells.some((cell) => cell?.figure === NOTHING_OF) ? <span>– {words.uncounted}</span> : null}
      {unbegun > 0 ? <span>{words.unbegun({ count: format.number(unbegun) })}</span> : null}
      {size === 'phone' ? <Corner scene={scene} /> : null}
      <Shades of={scene} />
    </div>
  );
}

/** Who adds up what is on this page and what is left comes to the headline. */
function Tally({
  page,
  rows,
  of,
}: {
  readonly page: readonly Row[];
  readonly rows: readonly Row[];
  readonly of: Districts;
}) {
  const words = useSection(topicPartsWords);
  const format = useFormat();
  const { here, sumHere, others, sumOthers, unseen, clean, unfinished } = districtTally(page, rows, of);
  const amount = (sum: number | null) =>
    sum === null ? '' : `: ${counted(format.number(sum), of.unitName.one, of.unitName.several)}`.trimEnd();
  const isAll = others === 0 && clean === 0 && unfinished === 0;
  if (of.finished === 0) return null;
  if (isAll) return <Bridge of={of} />;
  return (
    <>
      <span translate="no" className="font-semibold text-ink">
        {`${words.here({ count: format.number(here) })}${amount(sumHere)}`}
      </span>
      {others > 0 ? (
        <span translate="no" className="font-semibold text-ink">
          {`${(unseen > 0 ? words.others : words.onOthers)({ count: format.number(others) })}${amount(sumOthers)}`}
          {unseen > 0 ? ` (${words.unseen({ count: format.number(unseen) })})` : ''}
        </span>
      ) : null}
      {clean > 0 ? (
        <span translate="no">
          {words.clean({ count: format.number(clean), unit: of.unitName.several }).trimEnd()}
        </span>
      ) : null}
      {unfinished > 0 ? (
        <span translate="no">{words.unfinished({ count: format.number(unfinished) })}</span>
      ) : null}
      <Bridge of={of} />
    </>
  );
}

/** The board of the topic adds up the complete agencies alone; here districts of the others count too. */
function Bridge({ of: { sum, complete, unitName } }: { readonly of: Districts }) {
  const words = useSection(topicPartsWords);
  const format = useFormat();
  if (sum === null || complete === null) return null;
  const said = {
    sum: format.number(sum),
    unit: unitName.several,
    ofComplete: format.number(complete.sum),
    agencies: format.number(complete.agencies),
    rest: format.number(sum - complete.sum),
  };
  return (
    <span translate="no" className="font-semibold text-ink">
      {complete.areRegencies ? words.bridgeRegencies(said) : words.bridge(said)}
    </span>
  );
}

/**
 * Where every colour begins, from poor to good: a line for the columns in which more is better, and one below it for those
 * in which fewer is, colour under colour.
 */
function Shades({ of: { shades, isOfFull } }: { readonly of: Parts }) {
  const words = useSection(topicPartsWords);
  if (shades.length === 0) return null;
  return (
    <div className="hall:grid hall:w-fit hall:grid-cols-[repeat(8,auto)] hall:gap-x-1 wide:hall:gap-x-2">
      {shades.map(({ isLowerBetter, steps }) => (
        <div
          key={String(isLowerBetter)}
          className="flex flex-wrap gap-x-2 hall:col-span-full hall:grid hall:grid-cols-subgrid"
        >
          <span className="basis-full text-ink hall:basis-auto">
            {isLowerBetter
              ? `↓ ${words.lowerBetter}`
              : shades.length > 1
                ? `↑ ${words.higherBetter}`
                : isOfFull
                  ? words.ofFull
                  : words.shades}
          </span>
          <span>{words.weak}</span>
          <ShadeKey
            label={isLowerBetter ? words.shadesLower : words.shades}
            steps={steps}
            className="inline-flex gap-0.5 hall:col-span-5 hall:grid hall:grid-cols-subgrid hall:gap-x-0.5"
          />
          <span>{words.strong}</span>
        </div>
      ))}
    </div>
  );
}

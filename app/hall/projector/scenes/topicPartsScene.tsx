/** What a topic is made of: every agency by its nodes, or every district by what its register counts, the weakest first. */
import { useFormat, useSection } from '~/i18n';
import type { SceneOf } from '../scene';
import { CellTable } from './cellTable';
import { Frame, Nothing } from './sceneFrame';
import { levelClass, LEVELS } from './sceneLevels';
import { HALL_ROWS } from './scenePaging';
import { Complete } from './sceneMarks';
import { AgencyName, AgencyRow } from './sceneRows';
import { useMarkOf, usePaged, useStage, useWords } from './stage';
import { topicPartsWords } from './topicPartsWords';

type Parts = SceneOf<'topicParts'>;
type Row = Parts['rows'][number];

export function TopicParts(scene: Parts) {
  const { size } = useStage();
  const text = useWords();
  const words = useSection(topicPartsWords);
  const { key, name, rows, isByDistrict } = scene;
  const paged = usePaged(rows, HALL_ROWS);
  const title =
    name === null ? words.nothing : (isByDistrict ? words.byDistrict : words.byNode)({ topic: name });
  return (
    <Frame title={title} paged={paged} drawing={key} footer={<Key scene={scene} />}>
      {rows.length === 0 ? <Nothing>{text.nothing}</Nothing> : null}
      {paged.rows.length === 0 ? null : size === 'hall' ? (
        <Cells scene={scene} title={title} rows={paged.rows} longest={paged.longest} />
      ) : (
        <Cards scene={scene} rows={paged.rows} />
      )}
    </Frame>
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
  const words = useSection(topicPartsWords);
  const firstOpen = rows.find(({ isFinished }) => !isFinished);
  return (
    <CellTable
      title={title}
      columns={scene.columns.map((name, key) => ({ key, name }))}
      open={words.open}
      isWide={scene.columns.length <= 6}
      longest={longest}
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
        };
      })}
    />
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
          <dl className="grid basis-full grid-cols-2 gap-1">
            {scene.columns.map((name, position) => {
              const cell = row.cells[position] ?? null;
              return (
                <div key={name} className="flex flex-col justify-between gap-1">
                  <dt className="text-sm text-muted">{name}</dt>
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
    </ol>
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

/** What the signs say, as far as the picture has them. */
function Key({ scene: { rows, more, isByDistrict } }: { readonly scene: Parts }) {
  const words = useSection(topicPartsWords);
  const format = useFormat();
  if (rows.length === 0) return null;
  const cells = rows.flatMap((row) => row.cells);
  const complete = rows.filter(({ isFinished }) => isFinished).length;
  return (
    <div className="flex flex-wrap items-center gap-x-5 leading-tight">
      {/* Of districts the headline says how many there are: only the most telling ones have a row. */}
      {isByDistrict ? null : (
        <Complete of={{ complete, agencies: rows.length + more, mean: null, median: null }} />
      )}
      <span>{isByDistrict ? words.weakestFirst : words.bestFirst}</span>
      <span>
        {words.weak} <Shades /> {words.strong}
      </span>
      {cells.some((cell) => cell?.isHeld) ? <span>× {words.held}</span> : null}
      {cells.includes(null) ? (
        <span>
          <span aria-hidden="true">╌╌ </span>
          {words.open}
        </span>
      ) : null}
      {more > 0 ? (
        <span>
          {(isByDistrict ? words.moreDistricts : words.moreAgencies)({ count: format.number(more) })}
        </span>
      ) : null}
    </div>
  );
}

function Shades() {
  return (
    <span aria-hidden="true" className="inline-flex gap-0.5">
      {[...LEVELS].reverse().map((level) => (
        <span
          key={level}
          className={`inline-block h-[1em] w-[1.4em] rounded-sm align-middle ${levelClass(level * 100)}`}
        />
      ))}
    </span>
  );
}

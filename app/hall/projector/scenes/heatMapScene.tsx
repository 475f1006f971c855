import { useFormat, useSection } from '~/i18n';
import type { SceneOf } from '../scene';
import { Frame, NothingOf } from './sceneFrame';
import { levelCounts } from './sceneBins';
import { levelClass, LevelKey, LEVELS } from './sceneLevels';
import { HALL_ROWS, MANY } from './scenePaging';
import { AspectCards } from './aspectCards';
import { CellHead, CellRegion, CellTable, MedianRow } from './cellTable';
import { Complete, Unfinished } from './sceneMarks';
import { AgencyName } from './sceneRows';
import { shortAspect } from './shortAspect';
import { useMarkOf, usePaged, useStage, useWords } from './stage';
import { heatMapWords } from './heatMapWords';
import { OpenKey } from './unfinishedKey';

/** Where the strengths and the weaknesses are: one cell per agency and aspect, the weakest aspect first. */
export function HeatMap(scene: SceneOf<'heatMap'>) {
  const { size } = useStage();
  const words = useSection(heatMapWords);
  const paged = usePaged(scene.rows, HALL_ROWS, scene.rows.length > MANY);
  return (
    <Frame
      title={paged.showsOverview ? words.overview : words.title}
      paged={paged}
      isDense
      footer={size === 'phone' ? <ColumnKey {...scene} /> : <Key scene={scene} />}
    >
      {scene.rows.length === 0 ? <NothingOf without={scene.average.agencies} /> : null}
      {paged.showsOverview ? <Overview {...scene} /> : null}
      {size === 'phone' ? <AspectCards rows={paged.rows} columns={scene.columns} /> : null}
      {size === 'hall' && paged.rows.length > 0 ? (
        <Cells scene={scene} rows={paged.rows} longest={paged.longest} />
      ) : null}
    </Frame>
  );
}

/** A phone's cards have numbers above their cells. */
function ColumnKey({ columns, average }: SceneOf<'heatMap'>) {
  const words = useSection(heatMapWords);
  return (
    <ul className="flex flex-wrap gap-x-5 leading-tight">
      <li>
        <Complete of={average} hasMean={false} />
      </li>
      {columns.map(({ no, name }) => (
        <li key={no}>
          <span className="font-bold text-brand">{no}</span> {shortAspect(name)}
        </li>
      ))}
      <li>– {words.open}</li>
      <li>
        <LevelKey />
      </li>
    </ul>
  );
}

function Key({ scene }: { readonly scene: SceneOf<'heatMap'> }) {
  const words = useSection(heatMapWords);
  const format = useFormat();
  return (
    <div className="flex flex-wrap items-center gap-x-5">
      <LevelKey />
      <Complete of={scene.average} hasMean={false} />
      <OpenKey of={scene.rows.find(({ isComplete }) => !isComplete)} />
      {scene.without > 0 ? <span>{words.without({ count: format.number(scene.without) })}</span> : null}
    </div>
  );
}

function Cells({
  scene: { columns, average },
  rows,
  longest,
}: {
  readonly scene: SceneOf<'heatMap'>;
  readonly rows: readonly SceneOf<'heatMap'>['rows'][number][];
  readonly longest: number;
}) {
  const markOf = useMarkOf();
  const text = useWords();
  const words = useSection(heatMapWords);
  const format = useFormat();
  const firstOpen = rows.find(({ isComplete }) => !isComplete);
  return (
    <CellTable
      title={words.title}
      columns={columns.map(({ no, name }) => ({ key: no, name }))}
      corner={
        <>
          {average.complete > 0 ? (
            <>
              <span className="block">{words.sorted}</span>
              {/* On a projector of 4:3 the index has no column. */}
              <span className="hidden wide:block">{words.weighted}</span>
            </>
          ) : null}
          <span className="block text-right">{text.aspect}</span>
        </>
      }
      open={words.open}
      longest={longest}
      lastName={text.index}
      rows={rows.map((row) => {
        const { agency, index, answered, total, isComplete } = row;
        const { key, isFocused, isOwn } = markOf(agency);
        return {
          key,
          name: <AgencyName agency={agency} className={isComplete ? '' : 'text-muted'} />,
          isFocused,
          isOwn,
          isBelowRule: row === firstOpen && row !== rows[0],
          cells: row.cells.map((cell) =>
            cell === null ? null : { figure: format.figure(cell), shade: cell },
          ),
          last: (
            <td translate="no" className="hidden px-1 text-right font-bold tabular-nums wide:table-cell">
              {isComplete ? format.figure(index) : <Unfinished filled={answered} total={total} />}
            </td>
          ),
        };
      })}
      foot={
        average.complete === 0 ? null : (
          <MedianRow
            complete={average.complete}
            columns={columns.map(({ no }) => ({ key: no }))}
            cells={columns.map(({ median }) => (median === null ? '–' : format.figure(median)))}
            // Of the index itself there is one figure for all, its mean: another beside it would speak against it.
            last={<td className="hidden wide:table-cell" />}
          />
        )
      }
    />
  );
}

/** Many agencies: how many stand on each level of each aspect. */
function Overview({ columns, rows }: SceneOf<'heatMap'>) {
  const text = useWords();
  const words = useSection(heatMapWords);
  const format = useFormat();
  const counts = levelCounts(
    rows.filter(({ isComplete }) => isComplete),
    columns.length,
    LEVELS,
  );
  return (
    <CellRegion title={words.overview}>
      <table className="w-full border-separate border-spacing-1 hall:h-full hall:text-2xl">
        <caption className="sr-only">{words.overview}</caption>
        <CellHead
          corner={<span className="block text-right">{text.aspect}</span>}
          columns={columns.map(({ no, name }) => ({ key: no, name }))}
        />
        <tbody>
          {counts.map(({ level, agencies }) => (
            <tr key={level}>
              <th scope="row" className="pr-3 text-left whitespace-nowrap">
                {text.level({ level: String(level) })}
              </th>
              {agencies.map((count, position) => (
                <td
                  key={columns[position]?.no ?? position}
                  translate="no"
                  className={`min-w-12 rounded-md px-1 text-center font-semibold tabular-nums ${levelClass(level * 100)}`}
                >
                  {format.number(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </CellRegion>
  );
}

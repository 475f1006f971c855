import { useFormat } from '~/i18n';
import type { SceneOf } from '../scene';
import { Frame, Nothing } from './sceneFrame';
import { levelCounts } from './sceneBins';
import { levelClass, LEVELS } from './sceneLevels';
import { HALL_ROWS, MANY } from './scenePaging';
import { AspectCards } from './aspectCards';
import { AgencyName } from './sceneRows';
import { shortAspect } from './shortAspect';
import { useMarkOf, usePaged, useStage, useWords } from './stage';

/** Where the strengths and the weaknesses are: one cell per agency and aspect. */
export function HeatMap(scene: SceneOf<'heatMap'>) {
  const { size } = useStage();
  const text = useWords();
  const paged = usePaged(scene.rows, HALL_ROWS, scene.rows.length > MANY);
  return (
    <Frame
      title={paged.showsOverview ? text.heatMap.overview : text.heatMap.title}
      paged={paged}
      footer={
        <ColumnKey
          columns={scene.columns}
          hasProvisional={!paged.showsOverview && scene.rows.some(({ isComplete }) => !isComplete)}
        />
      }
    >
      {scene.rows.length === 0 ? <Nothing>{text.nothing}</Nothing> : null}
      {paged.showsOverview ? <Overview {...scene} /> : null}
      {size === 'phone' ? <AspectCards rows={paged.rows} columns={scene.columns} /> : null}
      {size === 'hall' && paged.rows.length > 0 ? (
        <Cells columns={scene.columns} rows={paged.rows} longest={paged.longest} />
      ) : null}
    </Frame>
  );
}

function ColumnKey(props: Pick<SceneOf<'heatMap'>, 'columns'> & { readonly hasProvisional: boolean }) {
  const text = useWords();
  return (
    <ul className="flex flex-wrap gap-x-5 leading-tight">
      {props.columns.map(({ no, name }) => (
        <li key={no}>
          <span className="font-bold text-brand">{no}</span> {shortAspect(name)}
        </li>
      ))}
      {props.hasProvisional ? <li>* {text.provisional}</li> : null}
    </ul>
  );
}

function Cells({
  columns,
  rows,
  longest,
}: {
  readonly columns: SceneOf<'heatMap'>['columns'];
  readonly rows: readonly SceneOf<'heatMap'>['rows'][number][];
  readonly longest: number;
}) {
  const markOf = useMarkOf();
  const text = useWords();
  const format = useFormat();
  return (
    <div
      role="region"
      aria-label={text.heatMap.title}
      tabIndex={0}
      className="relative overflow-x-auto hall:min-h-0 hall:flex-1"
    >
      <table
        className={`w-full border-separate border-spacing-0.5 leading-none hall:h-full ${longest > 12 ? 'hall:text-sm' : 'hall:text-base'}`}
      >
        <caption className="sr-only">{text.heatMap.title}</caption>
        <Head columns={columns} first="" />
        <tbody>
          {rows.map(({ agency, index, isComplete, cells }) => {
            const mark = markOf(agency);
            return (
              <tr
                key={mark.key}
                className={
                  mark.isFocused
                    ? 'outline-4 -outline-offset-1 outline-accent hall:outline-[0.6vh]'
                    : mark.isOwn
                      ? 'outline-2 -outline-offset-1 outline-brand'
                      : ''
                }
              >
                <th
                  scope="row"
                  className="pr-3 text-left hall:pr-1 hall:tracking-tight wide:hall:tracking-normal"
                >
                  <AgencyName agency={agency} />
                </th>
                {cells.map((cell, position) => (
                  <td
                    key={columns[position]?.no ?? position}
                    translate="no"
                    className={`min-w-12 rounded-md px-1 py-1 text-center font-semibold tabular-nums hall:min-w-0 hall:p-0 ${levelClass(cell)}`}
                  >
                    {cell === null ? '–' : format.figure(cell)}
                  </td>
                ))}
                <td translate="no" className="hidden px-1 text-right font-bold tabular-nums wide:table-cell">
                  {format.figure(index)}
                  {isComplete ? null : '*'}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Many agencies: how many stand on each level of each aspect. */
function Overview({ columns, rows }: SceneOf<'heatMap'>) {
  const text = useWords();
  const format = useFormat();
  const counts = levelCounts(rows, columns.length, LEVELS);
  return (
    <div
      role="region"
      aria-label={text.heatMap.overview}
      tabIndex={0}
      className="relative overflow-x-auto hall:min-h-0 hall:flex-1"
    >
      <table className="w-full border-separate border-spacing-1 hall:h-full hall:text-2xl">
        <caption className="sr-only">{text.heatMap.overview}</caption>
        <Head columns={columns} first="" />
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
    </div>
  );
}

function Head({ columns, first }: Pick<SceneOf<'heatMap'>, 'columns'> & { readonly first: string }) {
  return (
    <thead>
      <tr>
        <td>{first}</td>
        {columns.map(({ no, name }) => (
          <th key={no} scope="col" className="font-bold text-brand">
            <span aria-hidden="true">{no}</span>
            <span className="sr-only">{name}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

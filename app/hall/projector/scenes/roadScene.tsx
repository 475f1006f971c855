import { useFormat, useSection } from '~/i18n';
import type { SceneOf } from '../scene';
import { BandKey, BoardTrack, commonTarget, IndexBoard } from './indexBoard';
import { TargetKey } from './rankingScene';
import { RoadStairs } from './roadStairs';
import { Frame, Nothing } from './sceneFrame';
import { HALL_ROWS } from './scenePaging';
import { AgencyName, AgencyRow } from './sceneRows';
import { usePaged, useMarkOf, useStage, useWords } from './stage';
import { roadWords } from './roadWords';

const INDICATORS = 4;
/** So many on a projector of 4:3, where names take two lines. */
const NARROW = 3;

/** The stairs that all of them walk together, and the few indicators that lift the most; then each agency's own road, page by page. */
export function Road(scene: SceneOf<'road'>) {
  const { size } = useStage();
  const format = useFormat();
  const markOf = useMarkOf();
  const words = useSection(roadWords);
  const paged = usePaged(scene.rows, HALL_ROWS, true);
  const target = commonTarget(scene.rows);
  const isEmpty = scene.indicators.length === 0;
  return (
    <Frame
      title={paged.showsOverview ? words.title : words.agencies}
      paged={paged}
      footer={
        <p className="flex flex-wrap gap-x-6">
          {paged.rows.length > 0 ? (
            <>
              <TargetKey target={target} />
              <BandKey scale={scene.scale} />
            </>
          ) : null}
          {paged.showsOverview && scene.reached > 0 ? (
            <span>{words.reached({ count: format.number(scene.reached) })}</span>
          ) : null}
          {scene.unfinished > 0 ? (
            <span>{words.unfinished({ count: format.number(scene.unfinished) })}</span>
          ) : null}
          {scene.withoutTarget > 0 ? (
            <span>{words.withoutTarget({ count: format.number(scene.withoutTarget) })}</span>
          ) : null}
        </p>
      }
    >
      {paged.showsOverview && isEmpty ? (
        <Nothing>{scene.reached > 0 ? words.done : words.noTargets}</Nothing>
      ) : null}
      {paged.showsOverview && !isEmpty ? (
        <div className="space-y-4 hall:grid hall:min-h-0 hall:flex-1 hall:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] hall:grid-rows-[minmax(0,1fr)] hall:gap-x-8 hall:space-y-0">
          <figure translate="no" className="hall:flex hall:min-h-0 hall:flex-col">
            <RoadStairs scene={scene} target={target} />
            <figcaption className="pt-1 text-muted hall:text-sm">
              {words.meanOf({
                complete: format.number(scene.average.complete),
                agencies: format.number(scene.average.agencies),
                rises: format.number(scene.totalRises),
              })}
            </figcaption>
          </figure>
          <section className="hall:flex hall:min-h-0 hall:flex-col">
            <h2 className="text-lg font-semibold hall:text-base">{words.lead}</h2>
            <Indicators {...scene} most={size === 'hall' ? INDICATORS : scene.indicators.length} />
          </section>
        </div>
      ) : null}
      {paged.rows.length > 0 && size === 'phone' ? (
        <h3 className="pt-2 text-lg font-semibold">{words.agencies}</h3>
      ) : null}
      {paged.rows.length > 0 ? (
        <IndexBoard scale={scene.scale} layout="plain" longest={paged.longest} target={target}>
          {paged.rows.map(({ agency, index, target: own, rises }) => (
            <AgencyRow key={markOf(agency).key} agency={agency}>
              <AgencyName agency={agency} className="grow" />
              <BoardTrack scale={scene.scale} now={index} target={own} common={target} />
              <span translate="no" className="whitespace-nowrap tabular-nums">
                {format.figure(index)} <span className="text-muted">→</span>{' '}
                <span className="font-bold text-accent">{format.figure(own)}</span>
              </span>
              <span className="font-bold whitespace-nowrap hall:text-right">
                {rises === null ? (
                  <span className="font-normal text-muted">{words.impossible}</span>
                ) : (
                  words.rises({ count: format.number(rises) })
                )}
              </span>
            </AgencyRow>
          ))}
        </IndexBoard>
      ) : null}
    </Frame>
  );
}

function Indicators({ indicators, most }: SceneOf<'road'> & { readonly most: number }) {
  const text = useWords();
  const words = useSection(roadWords);
  const format = useFormat();
  return (
    <ol className="space-y-2 hall:grid hall:min-h-0 hall:flex-1 hall:auto-rows-[minmax(0,1fr)] hall:grid-cols-[auto_minmax(0,1fr)] hall:gap-x-4 hall:space-y-0">
      {indicators.slice(0, most).map(({ no, name, agencies, rises }, place) => (
        <li
          key={no}
          className={`flex items-center gap-x-3 rounded-lg border border-line p-3 hall:col-span-full hall:min-h-0 hall:grid-cols-subgrid hall:rounded-none hall:border-0 hall:border-t hall:p-0 ${place < NARROW ? 'hall:grid' : 'hall:hidden wide:hall:grid'}`}
        >
          <span
            translate="no"
            className="text-lg font-bold text-brand tabular-nums hall:text-right hall:text-2xl"
          >
            {no}
          </span>
          <span className="min-w-0 grow">
            <span className="font-semibold hall:line-clamp-2 hall:text-sm wide:hall:line-clamp-1">
              {name}
            </span>
            <span translate="no" className="block text-muted tabular-nums hall:text-sm">
              {text.agencies({ count: format.number(agencies) })} ·{' '}
              {words.rises({ count: format.number(rises) })}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}

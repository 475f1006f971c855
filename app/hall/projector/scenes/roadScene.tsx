import type { ReactNode } from 'react';
import { useFormat } from '~/i18n';
import type { SceneOf } from '../scene';
import { BandKey, BoardTrack, commonTarget, IndexBoard } from './indexBoard';
import { TargetKey } from './rankingScene';
import { Bar } from './sceneBars';
import { Frame, Nothing } from './sceneFrame';
import { HALL_ROWS } from './scenePaging';
import { AgencyName, AgencyRow } from './sceneRows';
import { usePaged, useMarkOf, useStage, useWords } from './stage';

const INDICATORS = 6;

/** The few indicators that bring the most agencies to their targets; then each agency's own road, page by page. */
export function Road(scene: SceneOf<'road'>) {
  const { size } = useStage();
  const text = useWords();
  const format = useFormat();
  const markOf = useMarkOf();
  const words = text.road;
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
          {scene.unfinished > 0 ? (
            <span>{words.unfinished({ count: format.number(scene.unfinished) })}</span>
          ) : null}
          {scene.withoutTarget > 0 ? (
            <span>{words.withoutTarget({ count: format.number(scene.withoutTarget) })}</span>
          ) : null}
        </p>
      }
    >
      {paged.showsOverview ? (
        <div className="space-y-4 hall:flex hall:min-h-0 hall:flex-1 hall:flex-col hall:gap-3 hall:space-y-0">
          <dl className="grid grid-cols-1 gap-3 hall:grid-cols-[2fr_1fr_1fr]">
            <Big
              label={words.meanThen({
                complete: format.number(scene.average.complete),
                agencies: format.number(scene.average.agencies),
              })}
            >
              {scene.average.mean === null || scene.meanThen === null
                ? '–'
                : `${format.figure(scene.average.mean)} → ${format.figure(scene.meanThen)}`}
            </Big>
            <Big label={words.totalRises}>{format.number(scene.totalRises)}</Big>
            <Big label={words.reached}>{format.number(scene.reached)}</Big>
          </dl>
          {isEmpty ? (
            <Nothing>{scene.reached > 0 ? words.done : words.noTargets}</Nothing>
          ) : (
            <>
              <h2 className="text-lg font-semibold">{words.lead}</h2>
              <Indicators {...scene} most={size === 'hall' ? INDICATORS : scene.indicators.length} />
            </>
          )}
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

function Big({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end rounded-lg border border-line bg-surface px-4 py-2">
      <dt className="leading-tight text-muted hall:text-sm">{label}</dt>
      <dd translate="no" className="text-3xl font-bold whitespace-nowrap tabular-nums">
        {children}
      </dd>
    </div>
  );
}

function Indicators({ indicators, most }: SceneOf<'road'> & { readonly most: number }) {
  const text = useWords();
  const format = useFormat();
  const top = Math.max(1, ...indicators.map(({ agencies }) => agencies));
  return (
    <ol className="space-y-2 hall:grid hall:min-h-0 hall:flex-1 hall:auto-rows-[minmax(0,1fr)] hall:grid-cols-[auto_minmax(0,3fr)_minmax(0,1fr)_auto_auto] hall:gap-x-4 hall:space-y-0">
      {indicators.slice(0, most).map(({ no, name, agencies, rises }) => (
        <li
          key={no}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border border-line p-3 hall:col-span-full hall:grid hall:min-h-0 hall:grid-cols-subgrid hall:grid-rows-[minmax(0,1fr)] hall:border-0 hall:p-0"
        >
          <span translate="no" className="font-bold text-brand tabular-nums hall:text-right">
            {no}
          </span>
          <span className="min-w-0 grow basis-4/5 leading-tight hall:line-clamp-2 font-semibold hall:text-sm wide:hall:text-base">
            {name}
          </span>
          <Bar value={agencies} top={top} className="order-last hall:order-none" />
          <span translate="no" className="font-bold whitespace-nowrap tabular-nums">
            {text.agencies({ count: format.number(agencies) })}
          </span>
          <span translate="no" className="whitespace-nowrap text-muted tabular-nums">
            {text.road.rises({ count: format.number(rises) })}
          </span>
        </li>
      ))}
    </ol>
  );
}

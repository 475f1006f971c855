import type { ReactNode } from 'react';
import { useFormat, useSection } from '~/i18n';
import type { SceneOf } from '../scene';
import { BandKey, BoardTrack, commonTarget, IndexBoard } from './indexBoard';
import { TargetKey } from './rankingScene';
import { RoadNames, UnfinishedNames } from './roadNames';
import { RoadSteps } from './roadSteps';
import { Frame, Nothing } from './sceneFrame';
import { HALL_ROWS } from './scenePaging';
import { Complete } from './sceneMarks';
import { AgencyName, AgencyRow } from './sceneRows';
import { usePaged, useMarkOf, useStage, useWords } from './stage';
import { roadWords } from './roadWords';

/** Where the road leads, who stands where on it, and the few indicators that lift the most; then each agency's own road, page by page. */
export function Road(scene: SceneOf<'road'>) {
  const { size } = useStage();
  const format = useFormat();
  const markOf = useMarkOf();
  const text = useWords();
  const words = useSection(roadWords);
  const paged = usePaged(scene.rows, HALL_ROWS, true);
  const target = commonTarget(scene.rows);
  const isEmpty = scene.indicators.length === 0;
  return (
    <Frame
      title={paged.showsOverview ? words.title : words.agencies}
      paged={paged}
      isDense={paged.showsOverview}
      footer={
        <div className="flex flex-wrap gap-x-6">
          <Complete of={scene.average} hasMean={false} />
          {paged.rows.length > 0 ? (
            <>
              <TargetKey target={target} />
              <BandKey scale={scene.scale} />
            </>
          ) : null}
          {paged.showsOverview && !isEmpty ? (
            <span>{words.then({ rises: format.number(scene.totalRises) })}</span>
          ) : null}
          {paged.rows.length > 0 ? <span>{words.nowToTarget}</span> : null}
          {!paged.showsOverview && scene.reached.length > 0 ? (
            <span>{words.reached({ count: format.number(scene.reached.length) })}</span>
          ) : null}
          {scene.withoutTarget > 0 ? (
            <span>{words.withoutTarget({ count: format.number(scene.withoutTarget) })}</span>
          ) : null}
          {paged.showsOverview && !isEmpty ? <UnfinishedNames {...scene} /> : null}
        </div>
      }
    >
      {paged.showsOverview && isEmpty ? (
        <Nothing>
          {scene.reached.length > 0 ? words.done : scene.withoutTarget > 0 ? words.noTargets : text.nothing}
        </Nothing>
      ) : null}
      {paged.showsOverview && !isEmpty ? (
        <>
          <Ends {...scene} target={target} />
          <RoadNames {...scene} />
          <RoadSteps {...scene} />
        </>
      ) : null}
      {paged.rows.length > 0 && size === 'phone' ? (
        <h3 className="pt-2 text-lg font-semibold">{words.agencies}</h3>
      ) : null}
      {paged.rows.length > 0 ? (
        <IndexBoard
          scale={scene.scale}
          layout="plain"
          longest={paged.longest}
          target={target}
          order={words.order}
        >
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

/** Where it leads: how many agencies are at their target, and the mean of all of them, now and at the end of the road. */
function Ends({
  rows,
  reached,
  average,
  meanThen,
  target,
}: SceneOf<'road'> & { readonly target: number | null }) {
  const words = useSection(roadWords);
  const format = useFormat();
  const arrive = reached.length + rows.filter(({ rises }) => rises !== null).length;
  return (
    <dl className="grid gap-x-8 gap-y-2 hall:grid-cols-2 hall:pb-1">
      <End label={target === null ? words.atOwnTarget : words.atTarget({ target: format.figure(target) })}>
        {format.number(reached.length)} <Then>{format.number(arrive)}</Then>{' '}
        <span className="text-lg font-semibold hall:text-2xl">
          {words.of({ agencies: format.number(reached.length + rows.length) })}
        </span>
      </End>
      {average.mean === null || meanThen === null ? null : (
        <End label={words.meanOf({ complete: format.number(average.complete) })}>
          {format.figure(average.mean)} <Then>{format.figure(meanThen)}</Then>
        </End>
      )}
    </dl>
  );
}

function End({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted hall:text-sm wide:hall:text-base">{label}</dt>
      <dd translate="no" className="text-3xl font-bold whitespace-nowrap tabular-nums hall:text-4xl">
        {children}
      </dd>
    </div>
  );
}

function Then({ children }: { readonly children: string }) {
  return (
    <>
      <span className="text-muted">→</span>{' '}
      <span className="text-brand-strong hall:text-brand">{children}</span>
    </>
  );
}

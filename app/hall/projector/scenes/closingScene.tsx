import type { ReactNode } from 'react';
import { useFormat, useSection } from '~/i18n';
import type { SceneOf } from '../scene';
import { ClosingSlopes } from './closingSlopes';
import { Change, Compared, Complete, Emblem } from './sceneMarks';
import { Frame } from './sceneFrame';
import { AgencyName, AgencyNames } from './sceneRows';
import { useMarkOf, useStage } from './stage';
import { closingWords } from './closingWords';

const RISERS = 2;
/** More names than this do not fit into two lines of the narrowest projector. */
const MOST_NAMES = 5;

/** The picture of the day: where all of them stood, where they stand, every agency as one line – and thanks. */
export function Closing(scene: SceneOf<'closing'>) {
  const { size } = useStage();
  const text = useSection(closingWords);
  const { slopes, unfinished } = scene;
  return (
    <Frame title={text.title} footer={unfinished.length > 0 ? <Unfinished {...scene} /> : null}>
      <div className="space-y-4 hall:flex hall:min-h-0 hall:flex-1 hall:flex-col hall:gap-2 hall:space-y-0">
        <Mean {...scene} />
        {slopes.length > 0 ? (
          <div className="space-y-4 hall:grid hall:min-h-0 hall:flex-1 hall:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)] wide:hall:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] hall:grid-rows-[minmax(0,1fr)] hall:gap-x-8 hall:space-y-0">
            <ClosingSlopes {...scene} />
            <div className="space-y-4 hall:flex hall:min-h-0 hall:flex-col hall:justify-between hall:space-y-0">
              <Risers slopes={slopes} />
              <Results {...scene} isLarge={false} />
            </div>
          </div>
        ) : (
          <Results {...scene} isLarge />
        )}
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
          <p className="flex items-center gap-x-3 text-xl font-bold text-brand">
            {size === 'hall' ? (
              <Emblem letters={scene.monogram} className="size-16 text-sm" armsClass="h-16 max-w-40" />
            ) : null}
            {text.thanks}
          </p>
          {scene.minutesNumber === null ? null : (
            <p className="text-lg font-semibold wrap-anywhere">
              {text.minutes({ number: scene.minutesNumber })}
            </p>
          )}
        </div>
      </div>
    </Frame>
  );
}

/** `2,68 → 2,99`: as large as the hall has room for. */
function Mean({ meanBefore, meanNow, average }: SceneOf<'closing'>) {
  const format = useFormat();
  const isCompared = meanBefore !== null && meanNow !== null;
  const now = isCompared ? meanNow : average.mean;
  if (now === null) return null;
  return (
    <p
      translate="no"
      className="text-5xl font-bold whitespace-nowrap tabular-nums hall:text-center hall:text-6xl hall:broad:text-7xl"
    >
      {isCompared ? <span className="text-muted">{format.figure(meanBefore)} → </span> : null}
      <span data-beat="agreed" className="inline-block text-brand-strong hall:text-brand">
        {format.figure(now)}
      </span>
    </p>
  );
}

/** Who rose the most; nothing where nobody rose. */
function Risers({ slopes }: Pick<SceneOf<'closing'>, 'slopes'>) {
  const text = useSection(closingWords);
  const markOf = useMarkOf();
  const risers = slopes.filter(({ before, now }) => now > before).slice(0, RISERS);
  if (risers.length === 0) return null;
  return (
    <section>
      <h2 className="font-semibold text-muted">{text.risers}</h2>
      <ol className="hall:text-sm/(--hall-line) wide:hall:text-base/(--hall-line)">
        {risers.map(({ agency, before, now }) => (
          <li key={markOf(agency).key} className="flex flex-wrap items-baseline gap-x-4">
            <AgencyName agency={agency} className="grow" />
            <Change before={before} now={now} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What came of the days, beside the figures. */
function Results({ isLarge, ...scene }: SceneOf<'closing'> & { readonly isLarge: boolean }) {
  const text = useSection(closingWords);
  const format = useFormat();
  return (
    <dl
      className={`grid grid-cols-2 gap-x-4 gap-y-1 hall:justify-between ${isLarge ? 'hall:min-h-0 hall:flex-1 hall:grid-cols-[auto_auto] hall:content-center hall:gap-y-4' : 'hall:grid-cols-[auto] wide:hall:grid-cols-[auto_auto]'}`}
    >
      <Result isLarge={isLarge} label={text.approved({ agencies: format.number(scene.agencies) })}>
        {format.number(scene.approved)}
      </Result>
      <Result isLarge={isLarge} label={text.answered}>
        {format.number(scene.answered)}
      </Result>
      <Result isLarge={isLarge} label={text.recommendations}>
        {format.number(scene.recommendations)}
      </Result>
      <Result isLarge={isLarge} label={text.votes}>
        {format.number(scene.votes)}
      </Result>
      <Result isLarge={isLarge} label={text.commitments}>
        {format.number(scene.commitments)}
      </Result>
    </dl>
  );
}

function Result(props: { readonly label: string; readonly isLarge: boolean; readonly children: ReactNode }) {
  return (
    <div className="flex flex-row-reverse flex-wrap-reverse items-baseline justify-end gap-x-2">
      <dt className={`min-w-0 text-muted ${props.isLarge ? 'hall:text-lg' : 'hall:text-sm'}`}>
        {props.label}
      </dt>
      <dd
        translate="no"
        className={`text-xl font-bold whitespace-nowrap tabular-nums ${props.isLarge ? 'hall:text-4xl' : ''}`}
      >
        {props.children}
      </dd>
    </div>
  );
}

/** Below a rule, and in no mean. */
function Unfinished({ unfinished, average, yearBefore, compared }: SceneOf<'closing'>) {
  const text = useSection(closingWords);
  const { complete, agencies } = average;
  return (
    <div className="flex flex-wrap gap-x-4 border-t border-line-strong pt-1">
      <p>
        {yearBefore === null ? (
          <Complete of={average} hasMean={false} />
        ) : (
          <Compared {...{ complete, agencies, compared }} before={yearBefore} />
        )}
      </p>
      {/* Where nobody is complete that is said already. */}
      {complete === 0 ? null : (
        <>
          <p className="font-semibold">{text.unfinished}</p>
          <AgencyNames agencies={unfinished.map(({ agency }) => agency)} most={MOST_NAMES} />
        </>
      )}
    </div>
  );
}

import type { ReactNode } from 'react';
import { useFormat } from '~/i18n';
import type { SceneOf } from '../scene';
import { Frame } from './sceneFrame';
import { Change } from './movementScene';
import { AgencyName } from './sceneRows';
import { useMarkOf, useWords } from './stage';

/** What the days have brought, in a few large figures, and thanks. */
export function Closing(scene: SceneOf<'closing'>) {
  const text = useWords();
  const format = useFormat();
  const markOf = useMarkOf();
  const words = text.closing;
  return (
    <Frame title={words.title}>
      <div className="space-y-4 hall:flex hall:min-h-0 hall:flex-1 hall:flex-col hall:gap-3 hall:space-y-0">
        <dl
          className={`grid grid-cols-2 gap-3 hall:grid-cols-3 ${scene.risers.length === 0 ? 'hall:min-h-0 hall:flex-1' : ''}`}
        >
          <Tile label={words.approved}>
            {format.number(scene.approved)}
            <span className="text-muted">/{format.number(scene.agencies)}</span>
          </Tile>
          <Tile
            label={
              scene.meanBefore === null || scene.meanNow === null
                ? words.mean({
                    complete: format.number(scene.average.complete),
                    agencies: format.number(scene.average.agencies),
                  })
                : words.meanMoved({
                    count: format.number(scene.compared),
                    year: String(scene.yearBefore ?? ''),
                  })
            }
          >
            {scene.meanBefore === null || scene.meanNow === null
              ? scene.average.mean === null
                ? '–'
                : format.figure(scene.average.mean)
              : `${format.figure(scene.meanBefore)} → ${format.figure(scene.meanNow)}`}
          </Tile>
          <Tile label={words.answered}>{format.number(scene.answered)}</Tile>
          <Tile label={words.votes}>{format.number(scene.votes)}</Tile>
          <Tile label={words.recommendations}>{format.number(scene.recommendations)}</Tile>
          <Tile label={words.commitments}>{format.number(scene.commitments)}</Tile>
        </dl>
        {scene.risers.length > 0 ? (
          <section className="hall:flex hall:min-h-0 hall:flex-1 hall:flex-col">
            <h2 className="text-lg font-semibold text-muted">{words.risers}</h2>
            <ol className="hall:flex hall:flex-1 hall:flex-col hall:justify-around">
              {scene.risers.map(({ agency, before, now }) => (
                <li
                  key={markOf(agency).key}
                  className="flex flex-wrap items-baseline gap-x-4 border-t border-line py-1 hall:py-0 hall:text-xl"
                >
                  <AgencyName agency={agency} className="grow" />
                  <span translate="no" className="text-muted tabular-nums">
                    {format.figure(before)} → {format.figure(now)}
                  </span>
                  <Change before={before} now={now} />
                </li>
              ))}
            </ol>
          </section>
        ) : null}
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <p className="text-xl font-bold text-brand">{words.thanks}</p>
          {scene.minutesNumber === null ? null : (
            <p className="text-lg font-semibold wrap-anywhere">
              {words.minutes({ number: scene.minutesNumber })}
            </p>
          )}
        </div>
      </div>
    </Frame>
  );
}

function Tile({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end rounded-lg hall:justify-center border border-line bg-surface px-4 py-2">
      <dt className="leading-tight text-muted hall:text-sm">{label}</dt>
      <dd translate="no" className="text-3xl/[1.1] font-bold whitespace-nowrap tabular-nums hall:text-4xl">
        {children}
      </dd>
    </div>
  );
}

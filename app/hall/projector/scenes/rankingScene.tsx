import { useFormat } from '~/i18n';
import type { SceneOf } from '../scene';
import { Bands, Bar } from './sceneBars';
import { Frame, Nothing } from './sceneFrame';
import { HALL_ROWS, MANY } from './scenePaging';
import { AgencyName, AgencyRow, AgencyRows } from './sceneRows';
import { useMarkOf, usePaged, useWords } from './stage';

/** Who stands where. */
export function Ranking(scene: SceneOf<'ranking'>) {
  const text = useWords();
  const format = useFormat();
  const markOf = useMarkOf();
  const paged = usePaged(scene.rows, HALL_ROWS, scene.rows.length > MANY);
  const hasTargets = scene.rows.some(({ target }) => target !== null);
  const hasProvisional = scene.rows.some(({ isComplete }) => !isComplete);
  return (
    <Frame
      title={paged.showsOverview ? text.ranking.overview : text.ranking.title}
      paged={paged}
      footer={
        <p className="flex flex-wrap gap-x-6">
          {scene.mean === null ? null : (
            <span className="font-semibold text-ink">
              <span aria-hidden="true">┆ </span>
              {text.mean} {format.figure(scene.mean)}
            </span>
          )}
          {scene.median === null ? null : (
            <span className="font-semibold text-ink">
              {text.median} {format.figure(scene.median)}
            </span>
          )}
          {hasTargets && !paged.showsOverview ? (
            <span>
              <span aria-hidden="true" className="font-bold text-accent">
                ❙{' '}
              </span>
              {text.target}
            </span>
          ) : null}
          {scene.unbegun > 0 ? (
            <span>{text.ranking.unbegun({ count: format.number(scene.unbegun) })}</span>
          ) : null}
          {hasProvisional && !paged.showsOverview ? <span>* {text.provisional}</span> : null}
        </p>
      }
    >
      {scene.rows.length === 0 ? <Nothing>{text.nothing}</Nothing> : null}
      {paged.showsOverview ? (
        <Bands
          bands={scene.bands.map(({ predicate, agencies }) => ({ label: predicate, agencies }))}
          count={(count) => text.agencies({ count: format.number(count) })}
        />
      ) : null}
      {paged.rows.length > 0 ? (
        <AgencyRows columns="hall:grid-cols-[auto_auto_minmax(0,1fr)_auto_auto]" longest={paged.longest}>
          {paged.rows.map(({ agency, rank, index, predicate, isComplete, target }) => (
            <AgencyRow key={markOf(agency).key} agency={agency}>
              <span translate="no" className="min-w-8 text-right font-bold text-muted tabular-nums">
                <span className="sr-only">{text.ranking.rank({ rank: format.number(rank) })}</span>
                <span aria-hidden="true">{format.number(rank)}</span>
              </span>
              <AgencyName agency={agency} className="grow" />
              <Bar
                value={index}
                top={scene.top}
                isProvisional={!isComplete}
                target={target}
                mean={scene.mean}
                className="order-last hall:order-none"
              />
              <span translate="no" className="font-bold whitespace-nowrap tabular-nums">
                {format.figure(index)}
                <Provisional isShown={!isComplete} />
              </span>
              <span className="whitespace-nowrap text-muted">{predicate}</span>
            </AgencyRow>
          ))}
        </AgencyRows>
      ) : null}
    </Frame>
  );
}

/** The star of a figure that is not complete yet; its room is kept, so that figures stand in line. */
export function Provisional({ isShown }: { readonly isShown: boolean }) {
  const text = useWords();
  return (
    <>
      <span aria-hidden="true" className={isShown ? 'text-accent' : 'invisible'}>
        *
      </span>
      {isShown ? <span className="sr-only"> ({text.provisional})</span> : null}
    </>
  );
}

import type { SceneOf } from '../scene';
import { useFormat } from '~/i18n';
import { Bands, Bar } from './sceneBars';
import { completenessBands } from './sceneBins';
import { Frame, Nothing } from './sceneFrame';
import { HALL_ROWS, MANY } from './scenePaging';
import { AgencyName, AgencyRow, AgencyRows } from './sceneRows';
import { useMarkOf, usePaged, useWords } from './stage';

/** A sign of its own for each state: the word alone is slow to find in a column. */
const SIGNS = { draft: '✎', submitted: '➤', approved: '✓' } as const;

/** How far everybody has come. */
export function Progress(scene: SceneOf<'progress'>) {
  const text = useWords();
  const format = useFormat();
  const markOf = useMarkOf();
  const hasOverview = scene.rows.length > MANY;
  const paged = usePaged(scene.rows, HALL_ROWS, hasOverview);
  const words = text.progress;
  const label = (band: ReturnType<typeof completenessBands>[number]) =>
    band.from === 0 && band.to === 0
      ? words.band.none
      : band.from === 100
        ? words.band.all
        : words.band.range({ from: format.number(band.from), to: format.number(band.to) });
  return (
    <Frame
      title={paged.showsOverview ? words.overview : words.title}
      paged={paged}
      footer={
        <p className="flex flex-wrap gap-x-6">
          <span className="font-semibold text-ink">
            {words.total({
              answered: format.number(scene.answered),
              total: format.number(scene.total),
              percent: format.percent(scene.answered, scene.total),
            })}
          </span>
          <span>{words.complete({ count: format.number(scene.complete) })}</span>
          <span>
            {SIGNS.submitted} {words.submitted({ count: format.number(scene.submitted) })}
          </span>
          <span>
            {SIGNS.approved} {words.approved({ count: format.number(scene.approved) })}
          </span>
        </p>
      }
    >
      {scene.rows.length === 0 ? <Nothing>{text.nothing}</Nothing> : null}
      {paged.showsOverview ? (
        <Bands
          bands={completenessBands(scene.rows).map((band) => ({
            label: label(band),
            agencies: band.agencies,
          }))}
          count={(count) => text.agencies({ count: format.number(count) })}
        />
      ) : null}
      {paged.rows.length > 0 ? (
        <AgencyRows columns="hall:grid-cols-[auto_minmax(0,1fr)_auto_auto]" longest={paged.longest}>
          {paged.rows.map(({ agency, answered, total, state }) => (
            <AgencyRow key={markOf(agency).key} agency={agency}>
              <AgencyName agency={agency} className="grow" />
              <Bar
                value={answered}
                top={total}
                isDone={state === 'approved'}
                className="order-last hall:order-none"
              />
              <span translate="no" className="font-semibold whitespace-nowrap tabular-nums hall:text-right">
                {format.number(answered)}
                <span className="text-muted">/{format.number(total)}</span>
              </span>
              <span
                className={`whitespace-nowrap ${state === 'approved' ? 'text-success' : state === 'submitted' ? 'text-accent' : 'text-muted'}`}
              >
                <span aria-hidden="true">{SIGNS[state]} </span>
                {text.state[state]}
              </span>
            </AgencyRow>
          ))}
        </AgencyRows>
      ) : null}
    </Frame>
  );
}

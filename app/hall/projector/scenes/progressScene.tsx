import type { SceneOf } from '../scene';
import { useFormat, useSection } from '~/i18n';
import { Bands, Bar, Ticks } from './sceneBars';
import { completenessBands, completeByState } from './sceneBins';
import { Frame, Nothing } from './sceneFrame';
import { MANY, PROGRESS_ROWS } from './scenePaging';
import { AgencyName, AgencyNames, AgencyRow, AgencyRows } from './sceneRows';
import { useMarkOf, usePaged, useStage, useWords } from './stage';
import { progressWords } from './progressWords';

/** A sign for what is still on its way: the word alone is slow to find in a column. Who is approved is there. */
const SIGNS = { draft: '✎ ', submitted: '➤ ', approved: '' } as const;
/** More names than this do not fit into two lines of the narrowest projector. */
const MOST_NAMES = 12;

/** How far all of them are, in one figure; then whom the hall waits for. Who is done is one line in the hall. */
export function Progress(scene: SceneOf<'progress'>) {
  const { size } = useStage();
  const text = useWords();
  const format = useFormat();
  const markOf = useMarkOf();
  const hasOverview = scene.rows.length > MANY;
  const open = scene.rows.filter((row) => !row.isComplete);
  const paged = usePaged(size === 'hall' ? open : scene.rows, PROGRESS_ROWS, hasOverview);
  const words = useSection(progressWords);
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
      footer={size === 'hall' && open.length > 0 ? <Done {...scene} /> : null}
    >
      {scene.rows.length === 0 ? <Nothing>{text.nothing}</Nothing> : <Total {...scene} />}
      {paged.showsOverview ? (
        <Bands
          bands={completenessBands(scene.rows).map((band) => ({
            label: label(band),
            agencies: band.agencies,
          }))}
          count={(count) => text.agencies({ count: format.number(count) })}
        />
      ) : null}
      {size === 'hall' && scene.rows.length > 0 && open.length === 0 && !paged.showsOverview ? (
        <div className="flex min-h-0 flex-1 flex-col justify-center text-lg">
          <Done {...scene} />
        </div>
      ) : null}
      {paged.rows.length > 0 ? (
        <AgencyRows columns="hall:grid-cols-[auto_minmax(0,1fr)_auto_auto]" longest={paged.longest}>
          {paged.rows.map(({ agency, answered, total, isComplete, state }) => (
            <AgencyRow key={markOf(agency).key} agency={agency}>
              <AgencyName agency={agency} className="grow" />
              <Ticks
                value={answered}
                top={total}
                isDone={isComplete}
                className="order-last hall:order-none"
              />
              <span translate="no" className="font-semibold whitespace-nowrap tabular-nums hall:text-right">
                {format.number(answered)}
                <span className="text-muted">/{format.number(total)}</span>
              </span>
              <span
                className={`whitespace-nowrap ${state === 'approved' ? 'text-success' : state === 'submitted' ? 'text-accent' : 'text-muted'}`}
              >
                {state === 'draft' && answered === 0 ? (
                  words.band.none
                ) : (
                  <>
                    <span aria-hidden="true">{SIGNS[state]}</span>
                    {state === 'draft' || isComplete
                      ? text.state[state]
                      : words.leftUnanswered[state]({ count: format.number(total - answered) })}
                  </>
                )}
              </span>
            </AgencyRow>
          ))}
        </AgencyRows>
      ) : null}
    </Frame>
  );
}

/** All answers as one figure, and what became of them. */
function Total(scene: SceneOf<'progress'>) {
  const words = useSection(progressWords);
  const format = useFormat();
  const { answered, total } = scene;
  const parts = completeByState(scene.rows);
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 hall:flex-nowrap hall:gap-x-8">
      <p
        translate="no"
        className="text-5xl font-bold whitespace-nowrap text-brand-strong tabular-nums hall:text-6xl hall:text-brand"
      >
        {format.percent(answered, total)}
      </p>
      <div className="min-w-0 grow space-y-1 hall:space-y-2">
        <p className="text-lg font-semibold hall:text-xl">
          {words.total({ answered: format.number(answered), total: format.number(total) })}
        </p>
        <div className="hall:h-6">
          <Bar value={answered} top={total} isDone={answered === total} />
        </div>
        <p className="flex flex-wrap gap-x-6 text-muted">
          <span className="font-semibold text-ink">
            {words.complete({
              count: format.number(scene.complete),
              agencies: format.number(scene.rows.length),
            })}
            {parts.length > 0 ? ':' : null}
          </span>
          {/* Of the complete ones alone, so that they come to that number. */}
          {parts.map(({ state, agencies }) => (
            <span key={state}>
              <span aria-hidden="true">{SIGNS[state]}</span>
              {words.completeIn[state]({ count: format.number(agencies) })}
            </span>
          ))}
        </p>
      </div>
    </div>
  );
}

/** Who is done: nobody waits for them any more. */
function Done({ rows }: Pick<SceneOf<'progress'>, 'rows'>) {
  const words = useSection(progressWords);
  const format = useFormat();
  const markOf = useMarkOf();
  const done = rows.filter(({ isComplete }) => isComplete).map(({ agency }) => agency);
  if (done.length === 0) return null;
  // The one under discussion is named in any case.
  const named = [...done].sort((a, b) => Number(markOf(b).isFocused) - Number(markOf(a).isFocused));
  return (
    <div className="flex gap-x-4">
      <p className="font-semibold whitespace-nowrap text-success">
        {words.done({ count: format.number(done.length) })}
      </p>
      <AgencyNames agencies={named} most={MOST_NAMES} />
    </div>
  );
}

import { useFormat } from '~/i18n';
import type { SceneOf } from '../scene';
import { Bands, share } from './sceneBars';
import { type ChangeBand, changeBands } from './sceneBins';
import { Frame, Nothing } from './sceneFrame';
import { HALL_ROWS, MANY } from './scenePaging';
import { Provisional } from './rankingScene';
import { AgencyName, AgencyRow, AgencyRows } from './sceneRows';
import { useMarkOf, usePaged, useWords } from './stage';

/** Who rose and who fell since the year before. */
export function Movement(scene: SceneOf<'movement'>) {
  const text = useWords();
  const format = useFormat();
  const markOf = useMarkOf();
  const words = text.movement;
  const paged = usePaged(scene.rows, HALL_ROWS, scene.rows.length > MANY);
  const changes = scene.rows.flatMap(({ before, now }) => (before === null ? [] : [now - before]));
  const title = paged.showsOverview
    ? words.overview
    : scene.yearBefore === null
      ? words.titleAlone({ now: String(scene.year) })
      : words.title({ before: String(scene.yearBefore), now: String(scene.year) });
  const label = ({ kind, from, to }: ChangeBand) => {
    switch (kind) {
      case 'much':
        return `▲ ${words.band.much({ from: format.figure(from) })}`;
      case 'range':
        return `▲ ${words.band.range({ from: format.figure(from), to: format.figure(to) })}`;
      case 'some':
        return `▲ ${words.band.some({ to: format.figure(to) })}`;
      case 'same':
        return `= ${words.band.same}`;
      case 'down':
        return `▼ ${words.band.down}`;
      case 'isNew':
        return words.band.isNew;
    }
  };
  return (
    <Frame
      title={title}
      paged={paged}
      footer={
        <p className="flex flex-wrap gap-x-6">
          {scene.meanNow === null ? null : (
            <span className="font-semibold text-ink">
              {text.mean} {scene.meanBefore === null ? '' : `${format.figure(scene.meanBefore)} → `}
              {format.figure(scene.meanNow)}
            </span>
          )}
          {changes.length > 0 ? (
            <span className="whitespace-pre-wrap">
              {words.counts({
                up: format.number(changes.filter((change) => change > 0).length),
                same: format.number(changes.filter((change) => change === 0).length),
                down: format.number(changes.filter((change) => change < 0).length),
              })}
            </span>
          ) : null}
          {scene.rows.some(({ isComplete }) => !isComplete) && !paged.showsOverview ? (
            <span>* {text.provisional}</span>
          ) : null}
        </p>
      }
    >
      {scene.rows.length === 0 ? <Nothing>{text.nothing}</Nothing> : null}
      {paged.showsOverview ? (
        <Bands
          bands={changeBands(scene.rows).map((band) => ({ label: label(band), agencies: band.agencies }))}
          count={(count) => text.agencies({ count: format.number(count) })}
        />
      ) : null}
      {paged.rows.length > 0 ? (
        <AgencyRows columns="hall:grid-cols-[auto_minmax(0,1fr)_auto_auto]" longest={paged.longest}>
          {paged.rows.map(({ agency, before, now, isComplete }) => (
            <AgencyRow key={markOf(agency).key} agency={agency}>
              <AgencyName agency={agency} className="grow" />
              <Dumbbell before={before} now={now} bottom={scene.bottom} top={scene.top} />
              <span translate="no" className="whitespace-nowrap tabular-nums hall:text-right">
                {before === null ? null : (
                  <span className="text-muted">
                    <span className="sr-only">{words.before} </span>
                    {format.figure(before)} →{' '}
                  </span>
                )}
                <span className="sr-only">{words.now} </span>
                <span className="font-bold">{format.figure(now)}</span>
                <Provisional isShown={!isComplete} />
              </span>
              <Change before={before} now={now} />
            </AgencyRow>
          ))}
        </AgencyRows>
      ) : null}
    </Frame>
  );
}

/** Where it stood (ring) and where it stands (disc); the line between says the way. */
function Dumbbell(props: {
  readonly before: number | null;
  readonly now: number;
  readonly bottom: number;
  readonly top: number;
}) {
  const { before, now, bottom, top } = props;
  // The ends keep room for the disc.
  const at = (figure: number) => `${String(3 + 0.94 * parseFloat(share(figure - bottom, top - bottom)))}%`;
  const tone = before !== null && now < before ? 'stroke-danger fill-danger' : 'stroke-success fill-success';
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height="100%"
      className="order-last block h-4 hall:order-none hall:h-full"
    >
      <line x1="3%" x2="97%" y1="50%" y2="50%" className="stroke-line stroke-1" />
      {before === null ? null : (
        <>
          <line x1={at(before)} x2={at(now)} y1="50%" y2="50%" strokeWidth="0.35em" className={tone} />
          <circle
            cx={at(before)}
            cy="50%"
            r="0.32em"
            strokeWidth="0.16em"
            className="fill-canvas stroke-ink"
          />
        </>
      )}
      <circle cx={at(now)} cy="50%" r="0.4em" className={before === null ? 'fill-brand' : tone} />
    </svg>
  );
}

/** `▲ +0,55`: sign, figure and colour say the same. */
export function Change({ before, now }: { readonly before: number | null; readonly now: number }) {
  const text = useWords().movement;
  const format = useFormat();
  if (before === null) return <span className="whitespace-nowrap text-muted">{text.isNew}</span>;
  const change = now - before;
  const [sign, word, tone] =
    change > 0
      ? ['▲', text.up, 'text-success']
      : change < 0
        ? ['▼', text.down, 'text-danger']
        : ['=', text.same, 'text-muted'];
  return (
    <span translate="no" className={`font-bold whitespace-nowrap tabular-nums hall:text-right ${tone}`}>
      <span aria-hidden="true">{sign} </span>
      <span className="sr-only">{word} </span>
      {change > 0 ? '+' : ''}
      {format.figure(change)}
    </span>
  );
}

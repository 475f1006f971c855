import { useFormat, useSection } from '~/i18n';
import type { SceneOf } from '../scene';
import { BandKey, BoardTrack, IndexBoard } from './indexBoard';
import { Bands } from './sceneBars';
import { type ChangeBand, changeBands } from './sceneBins';
import { Frame, Nothing } from './sceneFrame';
import { Change, Compared, Complete, YearsKey } from './sceneMarks';
import { movementWords } from './movementWords';
import { HALL_ROWS, MANY } from './scenePaging';
import { AgencyName, AgencyRow } from './sceneRows';
import { useMarkOf, usePaged, useWords } from './stage';

/** Which complete agencies rose and which fell since the year before. */
export function Movement(scene: SceneOf<'movement'>) {
  const text = useWords();
  const format = useFormat();
  const markOf = useMarkOf();
  const words = useSection(movementWords);
  const paged = usePaged(scene.rows, HALL_ROWS, scene.rows.length > MANY);
  const complete = scene.rows.length;
  const agencies = complete + scene.unfinished;
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
          {scene.yearBefore === null ? (
            <Complete of={{ complete, agencies, mean: null, median: null }} />
          ) : (
            <Compared
              {...{ complete, agencies }}
              compared={scene.compared}
              before={scene.yearBefore}
              means={
                scene.meanNow === null || scene.meanBefore === null
                  ? undefined
                  : [scene.meanBefore, scene.meanNow]
              }
            />
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
          {paged.rows.length > 0 ? (
            <>
              {changes.length > 0 ? <YearsKey before={scene.yearBefore} /> : null}
              <BandKey scale={scene.scale} />
            </>
          ) : null}
        </p>
      }
    >
      {scene.rows.length === 0 ? <Nothing>{words.nobody}</Nothing> : null}
      {paged.showsOverview ? (
        <Bands
          bands={changeBands(scene.rows).map((band) => ({ label: label(band), agencies: band.agencies }))}
          count={(count) => text.agencies({ count: format.number(count) })}
        />
      ) : null}
      {paged.rows.length > 0 ? (
        <IndexBoard
          scale={scene.scale}
          layout="plain"
          longest={paged.longest}
          target={null}
          order={words.order}
        >
          {paged.rows.map(({ agency, before, now }) => (
            <AgencyRow key={markOf(agency).key} agency={agency}>
              <AgencyName agency={agency} className="grow" />
              <BoardTrack scale={scene.scale} now={now} before={before} target={null} common={null} />
              <span translate="no" className="whitespace-nowrap tabular-nums hall:text-right">
                {before === null ? null : (
                  <span className="text-muted">
                    <span className="sr-only">{words.before} </span>
                    {format.figure(before)} →{' '}
                  </span>
                )}
                <span className="sr-only">{words.now} </span>
                <span className="font-bold">{format.figure(now)}</span>
              </span>
              <Change before={before} now={now} />
            </AgencyRow>
          ))}
        </IndexBoard>
      ) : null}
    </Frame>
  );
}

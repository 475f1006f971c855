import { useFormat, useSection } from '~/i18n';
import type { SceneOf } from '../scene';
import { BandKey, BoardTrack, commonTarget, IndexBoard } from './indexBoard';
import { rankingWords } from './rankingWords';
import { Change, Complete, Unfinished, YearsKey } from './sceneMarks';
import { Bands } from './sceneBars';
import { Frame, Nothing } from './sceneFrame';
import { HALL_ROWS, MANY } from './scenePaging';
import { AgencyName, AgencyRow } from './sceneRows';
import { useMarkOf, usePaged, useStage, useWords } from './stage';
import { useRankMoves } from './useRankMoves';
import { OpenKey } from './unfinishedKey';

type Row = SceneOf<'ranking'>['rows'][number];

/** Who stands where: the complete ones by rank, below a rule those that are not complete. */
export function Ranking(scene: SceneOf<'ranking'>) {
  const { size } = useStage();
  const text = useWords();
  const words = useSection(rankingWords);
  const format = useFormat();
  const markOf = useMarkOf();
  const paged = usePaged(scene.rows, HALL_ROWS, scene.rows.length > MANY);
  const target = commonTarget(scene.rows);
  const moves = useRankMoves(scene.rows.map(({ agency, rank }) => ({ key: markOf(agency).key, rank })));
  const firstOpen = paged.rows.find(({ rank }) => rank === null);
  return (
    <Frame
      title={paged.showsOverview ? words.overview : words.title}
      paged={paged}
      footer={<Footer scene={scene} isBoard={!paged.showsOverview || size === 'phone'} target={target} />}
    >
      {scene.rows.length === 0 ? <Nothing>{text.nothing}</Nothing> : null}
      {paged.showsOverview ? (
        <Bands
          bands={scene.bands.map(({ predicate, agencies }) => ({ label: predicate, agencies }))}
          count={(count) => text.agencies({ count: format.number(count) })}
        />
      ) : null}
      {paged.rows.length > 0 ? (
        <IndexBoard scale={scene.scale} layout="ranked" longest={paged.longest} target={target}>
          {paged.rows.map((row) => (
            <AgencyRow
              key={markOf(row.agency).key}
              agency={row.agency}
              isBelowRule={row === firstOpen && row !== paged.rows[0]}
              holds={row.rank === 1}
            >
              <Rank rank={row.rank} />
              <AgencyName agency={row.agency} className={`grow ${row.rank === null ? 'text-muted' : ''}`} />
              <BoardTrack
                scale={scene.scale}
                now={row.index}
                before={row.before}
                ceiling={row.rank === null ? row.ceiling : null}
                target={row.target}
                common={target}
                moved={moves.get(markOf(row.agency).key) ?? 0}
              />
              <Figure row={row} />
            </AgencyRow>
          ))}
        </IndexBoard>
      ) : null}
    </Frame>
  );
}

function Rank({ rank }: { readonly rank: number | null }) {
  const text = useSection(rankingWords);
  const format = useFormat();
  return (
    <span translate="no" className="min-w-8 text-right font-bold text-muted tabular-nums">
      <span className="sr-only">
        {rank === null ? text.unranked : text.rank({ rank: format.number(rank) })}
      </span>
      <span aria-hidden="true">{rank === null ? '–' : format.number(rank)}</span>
    </span>
  );
}

/** The index and what it changed by; of who is not complete how far they are. */
function Figure({ row }: { readonly row: Row }) {
  const words = useSection(rankingWords);
  const format = useFormat();
  if (row.rank === null) {
    return (
      <span translate="no" className="hall:col-span-2 hall:text-right">
        <span className="sr-only">
          {words.reach({ index: format.figure(row.index), ceiling: format.figure(row.ceiling) })}
        </span>
        <Unfinished filled={row.answered} total={row.total} />
      </span>
    );
  }
  return (
    <>
      <span translate="no" className="font-bold whitespace-nowrap tabular-nums">
        {format.figure(row.index)}
      </span>
      {row.before === null ? <span /> : <Change before={row.before} now={row.index} />}
    </>
  );
}

function Footer({
  scene,
  isBoard,
  target,
}: {
  readonly scene: SceneOf<'ranking'>;
  readonly isBoard: boolean;
  readonly target: number | null;
}) {
  const text = useWords();
  const words = useSection(rankingWords);
  const format = useFormat();
  const hasTargets = scene.rows.some((row) => row.target !== null);
  return (
    <p className="flex flex-wrap gap-x-6">
      <Complete of={scene.average} />
      {isBoard ? (
        <>
          {hasTargets ? <TargetKey target={target} /> : null}
          {scene.rows.some(({ before }) => before !== null) ? <YearsKey before={scene.yearBefore} /> : null}
          <OpenKey of={scene.rows.find(({ rank }) => rank === null)} />
          {scene.rows.some(({ rank }) => rank === null) ? <span>{text.key.reach}</span> : null}
          <BandKey scale={scene.scale} />
        </>
      ) : null}
      {scene.unbegun > 0 ? <span>{words.unbegun({ count: format.number(scene.unbegun) })}</span> : null}
    </p>
  );
}

/** What the line of the target is. */
export function TargetKey({ target }: { readonly target: number | null }) {
  const text = useWords();
  const format = useFormat();
  return (
    <span translate="no">
      <span aria-hidden="true" className="font-bold text-accent">
        ❙{' '}
      </span>
      {text.target}
      {target === null ? '' : ` ${format.figure(target)}`}
    </span>
  );
}

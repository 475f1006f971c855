/**
 * What a scene shows, as one sentence: made of the figures of its picture and of nothing else, so it never says more
 * than they do. Names come through the mask: of who is hidden it tells the figure alone. Pure.
 */
import type { Average } from '~/instrument';
import type { Scene, SceneOf } from '../scene';
import { type headlineWords } from './headlineWords';
import { shortAspect } from './shortAspect';

export interface Teller {
  readonly words: (typeof headlineWords)['id'];
  /** Null where the viewer may not see it. */
  readonly nameOf: (agency: number) => string | null;
  /** Hundredths: 285 as 2,85. */
  readonly figure: (hundredths: number) => string;
  readonly number: (count: number) => string;
}

/** Null where there is nothing to say: the scene's own name stands alone. */
export function headlineOf(content: Scene, tell: Teller): string | null {
  switch (content.scene) {
    case 'progress':
      return ofProgress(content, tell);
    case 'table':
    case 'topic':
    case 'topicParts':
      return content.headline === '' ? null : content.headline;
    case 'ranking':
      return ofRanking(content, tell);
    case 'radar':
      return ofAspects(
        content.median.map((figure, axis) => ({ name: content.axes[axis] ?? '', figure })),
        tell,
      );
    case 'heatMap':
      return ofHeatMap(content, tell);
    case 'indicator':
      return ofIndicator(content, tell);
    case 'movement':
      return ofMovement(content, tell);
    case 'road':
      return ofRoad(content, tell);
    case 'vote':
      return ofVote(content, tell);
    case 'commitments':
      return ofCommitments(content, tell);
    case 'closing':
      return ofClosing(content, tell);
    case 'welcome':
    case 'join':
      return null;
  }
}

/** One or two names; null for more, and where one of them is hidden. */
function namesOf(agencies: readonly number[], { words, nameOf }: Teller): string | null {
  const [first, second, ...more] = agencies.map(nameOf);
  if (first === undefined || first === null || second === null || more.length > 0) return null;
  return second === undefined ? first : words.and({ first, second });
}

function joined(first: string, second: string | null, { words }: Teller): string {
  return second === null ? first : words.join({ first, second });
}

function noneComplete({ agencies }: Pick<Average, 'agencies'>, { words, number }: Teller): string | null {
  return agencies === 0 ? null : words.noneComplete({ agencies: number(agencies) });
}

function ofProgress(scene: SceneOf<'progress'>, { words, number }: Teller): string | null {
  const { complete, answered, total } = scene;
  const agencies = scene.rows.length;
  if (agencies === 0) return null;
  if (answered === 0) return words.progress.none;
  if (complete === agencies) return words.progress.all({ agencies: number(agencies) });
  return words.progress.some({
    complete: number(complete),
    agencies: number(agencies),
    left: number(total - answered),
  });
}

function ofRanking(scene: SceneOf<'ranking'>, tell: Teller): string | null {
  const { words, figure, number } = tell;
  const complete = scene.rows.filter(({ rank }) => rank !== null);
  const [best] = complete;
  if (!best) return noneComplete(scene.average, tell);
  const index = figure(best.index);
  const leaders = complete.filter((row) => row.index === best.index);
  const who = namesOf(
    leaders.map(({ agency }) => agency),
    tell,
  );
  const count = number(leaders.length);
  if (complete.length === 1) {
    if (scene.average.agencies === 1) {
      return who === null ? words.ranking.aloneHidden({ index }) : words.ranking.alone({ who, index });
    }
    return who === null ? words.ranking.onlyOneHidden({ index }) : words.ranking.onlyOne({ who, index });
  }
  const lead =
    leaders.length === complete.length
      ? words.ranking.allEqual({ count, index })
      : who === null
        ? leaders.length === 1
          ? words.ranking.highest({ index })
          : words.ranking.manyLead({ count })
        : leaders.length === 1
          ? words.ranking.leads({ who })
          : words.ranking.leadTogether({ who });
  return joined(lead, targetsOf(complete, tell), tell);
}

/** How many of the complete ones with a target have reached it. */
function targetsOf(complete: SceneOf<'ranking'>['rows'], { words, number }: Teller): string | null {
  const withTarget = complete.flatMap(({ index, target }) => (target === null ? [] : [{ index, target }]));
  if (withTarget.length === 0) return null;
  const reached = withTarget.filter(({ index, target }) => index >= target).length;
  if (reached === 0) return words.ranking.noneReached;
  const of = number(withTarget.length);
  const isAll = withTarget.length === complete.length;
  if (reached === withTarget.length)
    return isAll ? words.ranking.allComplete({ of }) : words.ranking.allReached({ of });
  const said = { reached: number(reached), of };
  return isAll ? words.ranking.reachedOfComplete(said) : words.ranking.reached(said);
}

function ofAspects(
  aspects: readonly { readonly name: string; readonly figure: number }[],
  { words, figure, number }: Teller,
): string | null {
  const lowest = Math.min(...aspects.map((aspect) => aspect.figure));
  const [first, second, ...more] = aspects.filter((aspect) => aspect.figure === lowest);
  if (!first) return null;
  const shown = figure(lowest);
  const weakest = 1 + (second ? 1 : 0) + more.length;
  if (weakest === aspects.length && weakest > 1) return words.aspects.allEqual({ figure: shown });
  if (more.length > 0) return words.aspects.manyWeakest({ count: number(weakest), figure: shown });
  if (!second) return words.aspects.weakest({ aspect: shortAspect(first.name), figure: shown });
  const both = words.and({ first: shortAspect(first.name), second: shortAspect(second.name) });
  return words.aspects.bothWeakest({ aspects: both, figure: shown });
}

function ofHeatMap(scene: SceneOf<'heatMap'>, tell: Teller): string | null {
  const columns = scene.columns.flatMap(({ name, median }, column) =>
    median === null ? [] : [{ name, figure: median, column }],
  );
  const lead = ofAspects(columns, tell);
  if (lead === null) return noneComplete(scene.average, tell);
  const lowest = Math.min(...columns.map(({ figure }) => figure));
  const weakest = columns.filter(({ figure }) => figure === lowest);
  const [only] = weakest;
  if (!only || weakest.length > 1) return lead;
  const complete = scene.rows.filter(({ isComplete }) => isComplete);
  const belowIn = (column: number) =>
    complete.filter(({ cells }) => (cells[column] ?? Infinity) < scene.middle).length;
  const below = belowIn(only.column);
  // Where as many stand below the middle elsewhere, that would speak against what the headline says.
  const isAlone = columns.every(({ column }) => column === only.column || belowIn(column) < below);
  if (below === 0 || !isAlone) return lead;
  const { words, number } = tell;
  return words.aspects.weakestBelow({
    aspect: shortAspect(only.name),
    count: number(below),
    of: number(complete.length),
    level: number(scene.middle / 100),
  });
}

/** Where the most stand: at one level, or at several that have as many. */
function mostOf(
  counts: readonly { readonly level: number; readonly count: number }[],
  { words, number }: Teller,
): {
  readonly count: number;
  readonly of: number;
  readonly levels: string;
  readonly isShared: boolean;
} | null {
  const of = counts.reduce((sum, { count }) => sum + count, 0);
  if (of === 0) return null;
  const count = Math.max(...counts.map((one) => one.count));
  const levels = counts.filter((one) => one.count === count).map(({ level }) => number(level));
  const last = levels.pop() ?? '';
  const isShared = levels.length > 0;
  return {
    count,
    of,
    levels: isShared ? words.and({ first: levels.join(', '), second: last }) : last,
    isShared,
  };
}

function ofIndicator(scene: SceneOf<'indicator'>, tell: Teller): string | null {
  const { words, number } = tell;
  const most = mostOf(
    scene.levels.map(({ level, agencies }) => ({ level, count: agencies.length })),
    tell,
  );
  if (!most) return scene.unanswered.length === 0 ? null : words.indicator.none;
  const count = number(most.count);
  const of = number(most.of);
  if (most.count === most.of) return words.indicator.all({ count, level: most.levels });
  return most.isShared
    ? words.indicator.mostTogether({ count, of, levels: most.levels })
    : words.indicator.most({ count, of, level: most.levels });
}

function ofVote({ vote }: SceneOf<'vote'>, tell: Teller): string | null {
  const { words, number } = tell;
  const most = mostOf(
    (vote?.tally ?? []).map(({ level, votes }) => ({ level, count: votes })),
    tell,
  );
  if (!most) return null;
  const count = number(most.count);
  const of = number(most.of);
  return most.isShared
    ? words.vote.mostTogether({ count, of, levels: most.levels })
    : words.vote.most({ count, of, level: most.levels });
}

function ofMovement(scene: SceneOf<'movement'>, tell: Teller): string | null {
  const { number, figure } = tell;
  const { movement: words } = tell.words;
  const pairs = scene.rows.flatMap(({ agency, before, now }) =>
    before === null ? [] : [{ agency, change: now - before }],
  );
  if (pairs.length === 0) return null;
  const most = Math.max(...pairs.map(({ change }) => change));
  const risers = pairs.filter(({ change }) => change === most);
  const up = pairs.filter(({ change }) => change > 0).length;
  const down = pairs.filter(({ change }) => change < 0).length;
  const of = number(pairs.length);
  if (up === 0 && down === 0) return words.allSame({ count: of });
  if (up === 0) return words.noneUp({ down: number(down), of });
  const by = `+${figure(most)}`;
  const who = namesOf(
    risers.map(({ agency }) => agency),
    tell,
  );
  if (pairs.length === 1) return who === null ? words.aloneUpHidden({ by }) : words.aloneUp({ who, by });
  if (risers.length === pairs.length) return words.allBy({ count: of, by });
  const lead =
    who !== null
      ? words.most({ who, by })
      : risers.length === 1
        ? words.greatest({ by })
        : words.manyMost({ count: number(risers.length), by });
  return joined(
    lead,
    up === pairs.length ? words.allUp({ count: of }) : words.up({ up: number(up), of }),
    tell,
  );
}

function ofRoad(scene: SceneOf<'road'>, tell: Teller): string | null {
  const { words, number } = tell;
  const { rows, average } = scene;
  const reached = scene.reached.length;
  if (average.complete === 0) return noneComplete(average, tell);
  if (rows.length === 0) return reached === 0 ? null : words.road.allReached({ count: number(reached) });
  const out = rows.filter(({ rises }) => rises === null).length;
  const count = number(rows.length);
  return out > 0
    ? words.road.outOfReach({ count, out: number(out) })
    : words.road.needs({ count, rises: number(scene.totalRises) });
}

function ofCommitments(scene: SceneOf<'commitments'>, tell: Teller): string | null {
  const { words, number } = tell;
  if (scene.rows.length === 0) return null;
  const agencies = new Set(scene.rows.map(({ agency }) => agency)).size;
  const made = words.commitments.made({ count: number(scene.rows.length), agencies: number(agencies) });
  const { late } = scene.counts;
  return joined(made, late === 0 ? null : words.commitments.late({ late: number(late) }), tell);
}

function ofClosing(scene: SceneOf<'closing'>, tell: Teller): string | null {
  const { words, figure, number } = tell;
  const { meanBefore, meanNow, average } = scene;
  if (meanBefore !== null && meanNow !== null) {
    const count = number(scene.compared);
    // The difference of the figures that stand below it.
    const said = { count, by: figure(Math.abs(meanNow - meanBefore)) };
    if (meanNow === meanBefore) return words.closing.same({ count });
    return meanNow > meanBefore ? words.closing.up(said) : words.closing.down(said);
  }
  if (average.mean === null) return null;
  return words.closing.mean({ complete: number(average.complete), agencies: number(average.agencies) });
}

/** The cheapest set of items that lifts the self-assessment to a wished index: exact, by what is best for every cost. */
import type { Figures } from '../topicKind';
import { ladderIndicators } from './answers';
import type { Ladder, LadderIndicator, LadderItem } from './schema';
import { bandOf, climb, counts, type Exact, scoreWhole } from './score';

interface LadderPlan {
  readonly items: readonly LadderItem[];
  readonly cost: number;
  /** The index once they are ready. */
  readonly index: Exact;
}

/** A way to raise one indicator: what it takes, and what it adds to the numerator of the index. */
interface Way {
  readonly items: readonly LadderItem[];
  readonly cost: number;
  readonly gain: number;
}

/** The most that a cost can gain, and by which ways. */
interface Best {
  readonly gain: number;
  readonly way: Way | null;
  readonly before: Best | null;
}

/**
 * @param target in hundredths
 * @param costOf whole, above zero: what it takes to make an item ready that is not
 * @returns null where no set of items reaches it; nothing to do where it is reached already
 */
export function planItems(
  ladder: Ladder,
  figures: Figures,
  target: number,
  costOf: (item: LadderItem) => number = () => 1,
): LadderPlan | null {
  const { index } = scoreWhole(ladder, figures, 'self');
  const needed = (target * index.denominator) / 100 - index.numerator;
  let best: readonly (Best | undefined)[] = [{ gain: 0, way: null, before: null }];
  for (const indicator of ladderIndicators(ladder)) {
    const ways = waysOf(ladder, indicator, figures, costOf);
    const next = [...best];
    for (const [spent, before] of best.entries()) {
      if (!before) continue;
      for (const way of ways) {
        const gain = before.gain + way.gain;
        const there = next[spent + way.cost];
        if (!there || gain > there.gain) next[spent + way.cost] = { gain, way, before };
      }
    }
    best = next;
  }
  const cost = best.findIndex((one) => one !== undefined && one.gain >= needed);
  const found = best[cost];
  if (!found) return null;
  const items: LadderItem[] = [];
  for (let step: Best | null = found; step; step = step.before) items.unshift(...(step.way?.items ?? []));
  return { items, cost, index: { ...index, numerator: index.numerator + found.gain } };
}

/** Every way to raise an indicator that no other beats: whole levels from below, then some items of the next. */
function waysOf(
  ladder: Ladder,
  indicator: LadderIndicator,
  figures: Figures,
  costOf: (item: LadderItem) => number,
): readonly Way[] {
  const isReady = (item: LadderItem) => counts(figures, item, 'self');
  const from = climb(ladder, indicator, isReady).value.numerator;
  const ways: Way[] = [];
  let done: readonly LadderItem[] = [];
  for (const { items } of indicator.rungs) {
    const missing = items.filter((item) => item.role === 'main' && !isReady(item));
    for (const some of subsets(missing)) {
      const taken = [...done, ...some];
      const { value } = climb(ladder, indicator, (item) => isReady(item) || taken.includes(item));
      const cost = taken.reduce((sum, item) => sum + costOf(item), 0);
      ways.push({ items: taken, cost, gain: (value.numerator - from) * indicator.weight });
    }
    done = [...done, ...missing];
  }
  return unbeaten(ways);
}

/** Per cost the highest gain, and only where a lower cost does not gain as much. */
function unbeaten(ways: readonly Way[]): readonly Way[] {
  const kept: Way[] = [];
  for (const way of [...ways].sort((a, b) => a.cost - b.cost || b.gain - a.gain))
    if (way.gain > (kept.at(-1)?.gain ?? 0)) kept.push(way);
  return kept;
}

function subsets(items: readonly LadderItem[]): readonly (readonly LadderItem[])[] {
  return items.reduce<readonly (readonly LadderItem[])[]>(
    (sets, item) => [...sets, ...sets.map((set) => [...set, item])],
    [[]],
  );
}

/** The band above that of the self-assessment; null in the highest. */
export function nextBand(ladder: Ladder, figures: Figures): Ladder['bands'][number] | null {
  const now = bandOf(ladder, scoreWhole(ladder, figures, 'self').index);
  return ladder.bands.find(({ min }) => now !== null && min > now.min) ?? null;
}

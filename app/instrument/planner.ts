/**
 * The planner: the exact cheapest set of level rises that lifts an index to a target.
 *
 * It is a knapsack with one choice per indicator, solved over the exact gain in weight × level (divided by the
 * gcd of all gains). Among equally cheap plans it takes, in this order: the fewest indicators touched, the
 * smallest overshoot of the exact index, and then the plan that raises the lowest indicator numbers most
 * (rises are compared from indicator 1 upwards; the larger rise wins). The answer is therefore always the same
 * for the same question.
 */
import { shownLevel, storedLevel, storedRange } from './lookup';
import type { Band, Scheme } from './scheme';
import { type Figure, type Levels, figure, predicateFor, standingLevels, wholeIndex } from './score';

/** What is asked of {@link planRises}. */
export type PlanRequest = {
  /** Index to reach, in published hundredths (420 = 4.20). */
  readonly targetHundredths: number;
  /** Cost of one whole-level step per indicator number, an integer from 1 to 9; 1 where not given. */
  readonly effort?: Readonly<Record<number, number>>;
  /** Numbers of indicators that must stay as they are. */
  readonly locked?: ReadonlySet<number>;
};

/** One indicator to lift. */
export type Rise = {
  readonly no: number;
  /** Stored level it stands on; an unanswered indicator stands on the lowest. */
  readonly from: number;
  /** Stored level to reach; always a whole (real) level, since criteria describe whole levels. */
  readonly to: number;
  /** Effort × number of whole-level steps. */
  readonly cost: number;
  /** What this rise alone adds to the whole index, exact. */
  readonly gain: Figure;
};

/** What {@link planRises} found. */
export type Plan<Predicate extends Band = Band> =
  | {
      readonly kind: 'reached';
      readonly cost: number;
      /** In order of indicator number. */
      readonly rises: readonly Rise[];
      /** The index once every rise is made. */
      readonly resulting: Figure;
      readonly predicate: Predicate;
    }
  /** The published index is at the target, or above it. */
  | { readonly kind: 'already' }
  /** Even with every unlocked indicator at the highest level: `best` is what that would give. */
  | { readonly kind: 'impossible'; readonly best: Figure };

/** One way to lift one indicator; `gain` is in weight × stored level. */
type Option = { readonly to: number; readonly cost: number; readonly gain: number };
type Candidate = {
  readonly no: number;
  readonly from: number;
  /** Highest rise first. */
  readonly options: readonly Option[];
};

function effortOf(no: number, effort: PlanRequest['effort']): number {
  const cost = effort?.[no] ?? 1;
  if (!Number.isInteger(cost) || cost < 1 || cost > 9) {
    throw new RangeError(`indicator ${no}: effort ${cost} is not an integer from 1 to 9`);
  }
  return cost;
}

function checkNumbers(count: number, numbers: Iterable<number>, what: string): void {
  for (const no of numbers) {
    if (!Number.isInteger(no) || no < 1 || no > count) {
      throw new RangeError(`${what}: the instrument has no indicator ${no}`);
    }
  }
}

/** Every indicator that may rise, with its rises to whole levels above where it stands. */
function candidatesOf(
  scheme: Scheme,
  standing: readonly number[],
  { effort, locked }: PlanRequest,
): Candidate[] {
  const { level } = scheme;
  const candidates: Candidate[] = [];
  for (const domain of scheme.domains) {
    for (const aspect of domain.aspects) {
      for (const { no, weight } of aspect.indicators) {
        const from = standing[no - 1];
        if (from === undefined || locked?.has(no)) continue;
        const stepCost = effortOf(no, effort);
        const reached = Math.floor(shownLevel(level, from));
        const options: Option[] = [];
        for (let whole = level.max; whole > reached; whole -= 1) {
          const to = storedLevel(level, whole);
          options.push({ to, cost: (whole - reached) * stepCost, gain: weight * (to - from) });
        }
        if (options.length > 0) candidates.push({ no, from, options });
      }
    }
  }
  return candidates;
}

/** Smallest numerator whose published index is at least the target: ⌈(2 × target − 1) × denominator / 200⌉. */
function numeratorNeeded(targetHundredths: number, denominator: number): number {
  return Math.ceil(((2 * targetHundredths - 1) * denominator) / 200);
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/**
 * The knapsack. `best[g]` is the least key of a choice among the candidates from `i` on that gains exactly `g`;
 * a key orders by cost, then by indicators touched. Returns the chosen option per candidate (null = leave it).
 * Dropping any one rise from a cheapest plan falls short, so no gain beyond need + largest gain is looked at.
 */
function cheapest(candidates: readonly Candidate[], need: number): (Option | null)[] {
  const gains = candidates.flatMap((c) => c.options.map((o) => o.gain));
  const divisor = gains.reduce(gcd, 0);
  const goal = Math.ceil(need / divisor);
  const total = candidates.reduce((sum, c) => sum + (c.options[0]?.gain ?? 0), 0) / divisor;
  const size = Math.min(total, goal + Math.max(...gains) / divisor) + 1;
  const costWeight = candidates.length + 1;
  const best = new Float64Array(size).fill(Infinity);
  best[0] = 0;
  /** Per candidate and gain: the place of the chosen option plus one, 0 = left alone. */
  const choices: Uint8Array[] = [];
  for (let i = candidates.length - 1; i >= 0; i -= 1) {
    const options = candidates[i]?.options ?? [];
    const optionGains = options.map((o) => o.gain / divisor);
    const optionKeys = options.map((o) => o.cost * costWeight + 1);
    const choice = new Uint8Array(size);
    for (let gain = size - 1; gain > 0; gain -= 1) {
      let key = Infinity;
      let taken = 0;
      for (let o = 0; o < optionGains.length; o += 1) {
        const rest = gain - (optionGains[o] ?? Infinity);
        if (rest < 0) continue;
        const withOption = (best[rest] ?? Infinity) + (optionKeys[o] ?? Infinity);
        if (withOption < key) {
          key = withOption;
          taken = o + 1;
        }
      }
      if (key <= (best[gain] ?? Infinity) && taken > 0) {
        best[gain] = key;
        choice[gain] = taken;
      }
    }
    choices[i] = choice;
  }
  let gain = goal;
  for (let g = goal; g < size; g += 1) {
    if ((best[g] ?? Infinity) < (best[gain] ?? Infinity)) gain = g;
  }
  return candidates.map((candidate, i) => {
    const option = candidate.options[(choices[i]?.[gain] ?? 0) - 1] ?? null;
    gain -= (option?.gain ?? 0) / divisor;
    return option;
  });
}

/**
 * Finds the cheapest set of level rises after which the published (rounded half up) whole index is at least the
 * target. Exact, not a heuristic; ties are broken as the top of this file says. Time and memory grow with the gain
 * needed over the gcd of the weights: milliseconds for whole levels, up to a second for levels in hundredths.
 * @param scheme an instrument or its outline
 * @param levels stored level per indicator, in order; null = unanswered, starts from the lowest level
 * @param request target in hundredths, effort per indicator, locked indicators
 * @returns `reached` with the plan, `already` when nothing is needed, `impossible` with the best that can be had
 * @throws RangeError for an invalid level, a target that is not an integer, an effort outside 1–9, or a number
 *   in `effort` or `locked` that the instrument does not have
 */
export function planRises<Predicate extends Band>(
  scheme: Scheme<Predicate>,
  levels: Levels,
  request: PlanRequest,
): Plan<Predicate> {
  const { targetHundredths, effort, locked } = request;
  if (!Number.isSafeInteger(targetHundredths)) {
    throw new RangeError(`target ${targetHundredths} is not an integer number of hundredths`);
  }
  checkNumbers(levels.length, Object.keys(effort ?? {}).map(Number), 'effort');
  checkNumbers(levels.length, locked ?? [], 'locked');
  const standing = standingLevels(scheme, levels);
  const start = wholeIndex(scheme, standing);
  const candidates = candidatesOf(scheme, standing, request);
  if (start.hundredths >= targetHundredths) return { kind: 'already' };

  const ceiling = standing.map((level, i) => (locked?.has(i + 1) ? level : storedRange(scheme).max));
  const best = wholeIndex(scheme, ceiling);
  if (best.hundredths < targetHundredths) return { kind: 'impossible', best };

  const need = numeratorNeeded(targetHundredths, start.denominator) - start.numerator;
  const chosen = cheapest(candidates, need);
  const rises: Rise[] = [];
  const raised = [...standing];
  candidates.forEach(({ no, from }, i) => {
    const option = chosen[i];
    if (!option) return;
    const { to, cost, gain } = option;
    raised[no - 1] = to;
    rises.push({ no, from, to, cost, gain: figure(gain, start.denominator) });
  });
  const resulting = wholeIndex(scheme, raised);
  return {
    kind: 'reached',
    cost: rises.reduce((sum, rise) => sum + rise.cost, 0),
    rises,
    resulting,
    predicate: predicateFor(scheme, resulting.hundredths),
  };
}

/**
 * The lowest published index that earns a predicate, as a target for {@link planRises}.
 * @param scheme an instrument or its outline
 * @param code code of one of its predicates
 * @returns hundredths
 * @throws RangeError for an unknown code
 */
export function targetForPredicate(scheme: Scheme, code: string): number {
  const predicate = scheme.predicates.find((p) => p.code === code);
  if (!predicate) throw new RangeError(`instrument ${scheme.code} has no predicate "${code}"`);
  return predicate.minHundredths;
}

/**
 * The planner: the exact cheapest set of level rises that lifts an index to a target.
 *
 * It is a knapsack with one choice per indicator, solved over the exact gain in weight × level. Among equally cheap plans it takes, in this order: the fewest indicators touched, the
 * smallest overshoot of the exact index, and then the plan that raises the lowest indicator numbers most
 * (rises are compared from indicator 1 upwards; the larger rise wins). The answer is therefore always the same
 * for the same question.
 */
import { shownLevel, storedLevel, storedRange } from './levels';
import type { Band, Scheme } from './scheme';
import { type Figure, figure } from './figure';
import { type Levels, predicateFor, standingLevels, wholeIndex } from './score';

/** What is asked of {@link planRises}. */
export type PlanRequest = {
  /** Index to reach, in hundredths (420 = 4.20). */
  readonly targetHundredths: number;
  /** Whether the index must be there before rounding; not given: the published one, rounded half up. */
  readonly isExact?: boolean;
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
  /** The index is at the target, or above it. */
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

/**
 * Smallest numerator whose index is at least the target: exactly ⌈target × denominator / 100⌉, and published, so half a
 * hundredth earlier, ⌈(2 × target − 1) × denominator / 200⌉.
 */
function numeratorNeeded({ targetHundredths, isExact = false }: PlanRequest, denominator: number): number {
  return Math.ceil(((2 * targetHundredths - (isExact ? 0 : 1)) * denominator) / 200);
}

/** Element `i` holds, by cost, the most that the candidates from `i` on can gain at exactly that cost. */
function mostByCost(candidates: readonly Candidate[]): Float64Array[] {
  const highest = candidates.reduce((sum, { options }) => sum + (options[0]?.cost ?? 0), 0);
  const most = new Float64Array(highest + 1).fill(-Infinity);
  most[0] = 0;
  const rows = [most.slice()];
  for (const { options } of [...candidates].reverse()) {
    for (let cost = highest; cost > 0; cost -= 1) {
      let gain = most[cost] ?? -Infinity;
      for (const option of options) {
        gain = Math.max(gain, (most[cost - option.cost] ?? -Infinity) + option.gain);
      }
      most[cost] = gain;
    }
    rows.push(most.slice());
  }
  return rows.reverse();
}

/** An option, or leaving the candidate alone; `key` orders by cost, then by indicators touched, and keys add up. */
type Choice = { readonly key: number; readonly cost: number; readonly gain: number };

function choicesOf({ options }: Candidate, keyOf: (option: Option) => number): Choice[] {
  return [
    { key: 0, cost: 0, gain: 0 },
    ...options.map((o) => ({ key: keyOf(o), cost: o.cost, gain: o.gain })),
  ];
}

/**
 * The knapsack, in three passes that each drop at once what the one before shows to fall short, so that the work grows
 * with the plans that are nearly best and not with the size of the weights:
 * the least cost; then by key, from the first candidate on, the most that can be gained, which gives the fewest
 * indicators; then from the last one back every gain, the least of which is the smallest overshoot.
 * Returns the chosen option per candidate (null = leave it).
 */
function cheapest(candidates: readonly Candidate[], need: number): (Option | null)[] {
  const costWeight = candidates.length + 1;
  const keyOf = (option: Option) => option.cost * costWeight + 1;
  const choices = candidates.map((candidate) => choicesOf(candidate, keyOf));
  const later = mostByCost(candidates);
  const least = later[0]?.findIndex((gain) => gain >= need) ?? 0;

  /** Element `i`: of the candidates before `i`, by key, the most they can gain. */
  const before: ReadonlyMap<number, number>[] = [];
  let most = new Map([[0, 0]]);
  choices.forEach((own, i) => {
    before.push(most);
    const next = new Map<number, number>();
    for (const [ownKey, ownGain] of most) {
      const left = least - Math.floor(ownKey / costWeight);
      for (const choice of own) {
        const [key, gain] = [ownKey + choice.key, ownGain + choice.gain];
        const rest = later[i + 1]?.[left - choice.cost] ?? -Infinity;
        if (gain + rest >= need && gain > (next.get(key) ?? -1)) next.set(key, gain);
      }
    }
    most = next;
  });
  let key = Math.min(...most.keys());

  /** Element `i`: by key, what the candidates from `i` on can gain and the others can complete. */
  const after: ReadonlyMap<number, ReadonlySet<number>>[] = [];
  let reached = new Map([[0, new Set([0])]]);
  after[candidates.length] = reached;
  for (let i = candidates.length - 1; i >= 0; i -= 1) {
    const next = new Map<number, Set<number>>();
    for (const [ownKey, gains] of reached) {
      for (const choice of choices[i] ?? []) {
        const rest = before[i]?.get(key - ownKey - choice.key);
        if (rest === undefined) continue;
        const nextGains = next.get(ownKey + choice.key) ?? new Set();
        for (const gain of gains) {
          if (gain + choice.gain + rest >= need) nextGains.add(gain + choice.gain);
        }
        if (nextGains.size > 0) next.set(ownKey + choice.key, nextGains);
      }
    }
    reached = next;
    after[i] = next;
  }

  let gain = Infinity;
  for (const own of reached.get(key) ?? []) gain = Math.min(gain, own);
  return candidates.map(({ options }, i) => {
    const chosen = options.find((o) => after[i + 1]?.get(key - keyOf(o))?.has(gain - o.gain)) ?? null;
    if (chosen) {
      key -= keyOf(chosen);
      gain -= chosen.gain;
    }
    return chosen;
  });
}

/**
 * Finds the cheapest set of level rises after which the whole index, published (rounded half up) or exact as asked, is
 * at least the target. Exact, not a heuristic; ties are broken as the top of this file says.
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
  const needed = numeratorNeeded(request, start.denominator);
  if (start.numerator >= needed) return { kind: 'already' };

  const ceiling = standing.map((level, i) => (locked?.has(i + 1) ? level : storedRange(scheme).max));
  const best = wholeIndex(scheme, ceiling);
  if (best.numerator < needed) return { kind: 'impossible', best };

  const chosen = cheapest(candidates, needed - start.numerator);
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
    predicate: predicateFor(scheme, resulting),
  };
}

/** What {@link planRises} is to reach. */
export type PlanGoal = Pick<PlanRequest, 'targetHundredths' | 'isExact'>;

/** The lowest index that earns a predicate of the scheme, judged as the scheme does. */
export function goalOfPredicate(scheme: Scheme, { minHundredths }: Band): PlanGoal {
  return { targetHundredths: minHundredths, isExact: scheme.predicateFrom === 'exact' };
}

/**
 * The same by its code.
 * @throws RangeError for an unknown code
 */
export function targetForPredicate(scheme: Scheme, code: string): PlanGoal {
  const predicate = scheme.predicates.find((p) => p.code === code);
  if (!predicate) throw new RangeError(`instrument ${scheme.code} has no predicate "${code}"`);
  return goalOfPredicate(scheme, predicate);
}

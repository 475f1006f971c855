/** What the answers of one agency come to: points of areas, their gates and maturity, category and status. All whole numbers. */
import type { Quantity } from '../outcome';
import type { Figures } from '../topicKind';
import { answerOf, NOT_APPLICABLE, STATES } from './answers';
import { earned, FULL, most } from './most';
import type { Points, PointsArea, PointsQuestion } from './schema';

/** `highest` is what could still come of what was not answered yet. */
export type Reading = 'self' | 'highest';

/** Why the last stage of an area counts, or does not. */
export type Gate =
  /** There is no last stage. */
  | { readonly kind: 'none' }
  | { readonly kind: 'open' }
  | {
      readonly kind: 'closed';
      /** Questions of the first stage below the state that all of them need; unanswered ones too. */
      readonly low: number;
      /** So many have no more than that state, beyond those that may. */
      readonly partial: number;
      /** So many points of the stages before it are missing. */
      readonly missing: number;
    };

export interface Maturity {
  /** Place in the levels of the instrument. */
  readonly at: number;
  /** Half a step above it. */
  readonly isPlus: boolean;
}

export interface AreaScore {
  readonly area: PointsArea;
  readonly answered: number;
  readonly gate: Gate;
  /** Of the stages before the last. */
  readonly below: number;
  /** What the last stage earns, whether or not it counts. */
  readonly behind: number;
  /** What counts. */
  readonly sum: number;
  readonly maturity: Maturity;
}

/** A question as it is counted, looked up once: hundreds of agencies are scored at a time. */
interface Counted {
  readonly code: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Place of its tier in the area. */
  readonly tier: number;
  readonly earns: readonly number[];
}

const known = new WeakMap<PointsArea, readonly Counted[]>();

function countedOf(points: Points, area: PointsArea): readonly Counted[] {
  const there = known.get(area);
  if (there) return there;
  const last = lastStage(points, area);
  const counted = area.questions.map(({ code, stage, level }) => ({
    code,
    isFirst: stage === 1,
    isLast: stage === last,
    tier: area.tiers.findIndex((tier) => tier.level === level),
    earns: [...STATES, NOT_APPLICABLE].map((state) => earned(points, stage, state)),
  }));
  known.set(area, counted);
  return counted;
}

/** The stage behind the gate; null where the area has none. */
export function lastStage({ stages }: Points, { gate }: PointsArea): number | null {
  return gate === undefined ? null : stages.length;
}

export function scoreArea(points: Points, area: PointsArea, figures: Figures, reading: Reading): AreaScore {
  const early = area.tiers.map(() => 0);
  const late = area.tiers.map(() => 0);
  const { lowest } = points.gate;
  let [answered, below, behind, low, partial] = [0, 0, 0, 0, 0];
  for (const { code, isFirst, isLast, tier, earns } of countedOf(points, area)) {
    const answer = figures[code] ?? null;
    if (answer !== null) answered += 1;
    const state = answer ?? (reading === 'highest' ? FULL : 0);
    if (isFirst && state < lowest) low += 1;
    if (isFirst && state === lowest) partial += 1;
    const value = earns[state] ?? 0;
    if (isLast) behind += value;
    else below += value;
    const sums = isLast ? late : early;
    sums[tier] = (sums[tier] ?? 0) + value;
  }
  const gate = gateOf(points, area, { low, partial, below });
  const isOpen = gate.kind === 'open';
  const sums = isOpen ? early.map((sum, tier) => sum + (late[tier] ?? 0)) : early;
  return {
    area,
    answered,
    gate,
    below,
    behind,
    sum: below + (isOpen ? behind : 0),
    maturity: maturityOf(points, area, sums, gate.kind !== 'closed'),
  };
}

function gateOf(
  points: Points,
  area: PointsArea,
  { low, partial, below }: { readonly low: number; readonly partial: number; readonly below: number },
): Gate {
  if (area.gate === undefined) return { kind: 'none' };
  const beyond = Math.max(0, partial - points.gate.most);
  const missing = Math.max(0, area.gate - below);
  if (low === 0 && beyond === 0 && missing === 0) return { kind: 'open' };
  return { kind: 'closed', low, partial: beyond, missing };
}

/**
 * Tier by tier from below: each is looked at only where the one before it is reached.
 * @param sums what each tier has
 */
function maturityOf(
  points: Points,
  { tiers, questions }: PointsArea,
  sums: readonly number[],
  isPastGate: boolean,
): Maturity {
  const isFull = (level: string, at: number) =>
    sums[at] ===
    most(
      points,
      questions.filter((one) => one.level === level),
    );
  for (const [at, tier] of tiers.entries()) {
    const has = sums[at] ?? 0;
    const isLookedAt = at === 0 || (isPastGate && (sums[at - 1] ?? 0) >= tier.entry);
    const isReached =
      isLookedAt &&
      has >= tier.reached &&
      (tier.needsFull !== true || tiers.slice(0, at).every(({ level }, t) => isFull(level, t)));
    if (!isReached) return { at, isPlus: isLookedAt && has >= tier.least };
  }
  return { at: tiers.length, isPlus: false };
}

export interface CategoryScore {
  readonly answered: number;
  readonly sum: number;
  /** Null until every question is answered. */
  readonly band: Points['category']['bands'][number] | null;
}

export function scoreCategory({ category }: Points, figures: Figures): CategoryScore {
  const answers = category.questions.flatMap((question) => answerOf(figures, question) ?? []);
  const sum = answers.reduce((all, choice) => all + (category.options[choice] ?? 0), 0);
  const isWhole = answers.length === category.questions.length;
  const band = isWhole ? category.bands.filter(({ min }) => sum >= min).at(-1) : undefined;
  return { answered: answers.length, sum, band: band ?? null };
}

export interface Whole {
  readonly areas: readonly AreaScore[];
  readonly sum: number;
  readonly category: CategoryScore;
}

export function scoreWhole(points: Points, figures: Figures, reading: Reading): Whole {
  const areas = points.areas.map((area) => scoreArea(points, area, figures, reading));
  return {
    areas,
    sum: areas.reduce((all, { sum }) => all + sum, 0),
    category: scoreCategory(points, figures),
  };
}

/** Areas that pull the whole down to the lowest status, however many points it has. */
export function belowFloor(areas: readonly AreaScore[]): readonly AreaScore[] {
  return areas.filter(({ area, sum }) => sum < (area.floor ?? 0));
}

/** The status by points alone, for a category. */
export function statusByPoints(
  { statuses, statusFrom }: Points,
  category: string,
  sum: number,
): Points['statuses'][number] | null {
  const row = statusFrom.find((one) => one.category === category)?.points ?? [];
  return statuses[row.filter((from) => sum >= from).length - 1] ?? null;
}

/** Null where the category is not known yet. */
export function statusOf(points: Points, { areas, sum, category }: Whole): Points['statuses'][number] | null {
  if (!category.band) return null;
  if (belowFloor(areas).length > 0) return points.statuses[0] ?? null;
  return statusByPoints(points, category.band.code, sum);
}

export interface SupplementScore {
  readonly answered: number;
  readonly sum: number;
  readonly most: number;
  /** What it has of all that it can have; says something once every question is answered. */
  readonly share: Quantity;
}

/** Stands by itself: it earns what the first stage earns, and changes nothing else. */
export function scoreSupplement(points: Points, figures: Figures): SupplementScore {
  const { questions } = points.supplement;
  const states = questions.flatMap((question) => answerOf(figures, question) ?? []);
  const sum = states.reduce((all, state) => all + earned(points, 1, state), 0);
  const highest = questions.length * earned(points, 1, FULL);
  return {
    answered: states.length,
    sum,
    most: highest,
    share: { numerator: sum, denominator: highest, unit: 'percent', decimals: 2, direction: 'higher' },
  };
}

/** Whether a question can still earn more. */
export function canRise(figures: Figures, question: PointsQuestion): boolean {
  return (answerOf(figures, question) ?? 0) < FULL;
}

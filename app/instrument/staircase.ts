/**
 * A plan as stairs from now to the goal: the rises in the order of what they bring for their effort, and where the index
 * stands after each. Whoever stops half-way has done the part that was worth most.
 */
import type { Rise } from './planner';
import type { Band, Scheme } from './scheme';
import { type Figure, figure } from './figure';
import { type Levels, predicateFor, wholeIndex } from './score';

export interface Stair<Step extends Rise = Rise, Predicate extends Band = Band> {
  readonly rise: Step;
  /** Of this rise and all before it. */
  readonly effort: number;
  readonly reaches: Figure;
  /** The predicate that this rise brings; null where it stays as it was. */
  readonly predicate: Predicate | null;
}

/**
 * @param levels the answers that the rises start from
 * @param rises of one plan; among equals the one that brings more comes first, then the lower number
 */
export function staircase<Step extends Rise, Predicate extends Band>(
  scheme: Scheme<Predicate>,
  levels: Levels,
  rises: readonly Step[],
): readonly Stair<Step, Predicate>[] {
  const start = wholeIndex(scheme, levels);
  const { denominator } = start;
  let { numerator } = start;
  let stands = predicateFor(scheme, start);
  let effort = 0;
  return [...rises].sort(byWorth).map((rise) => {
    numerator += rise.gain.numerator;
    effort += rise.cost;
    const reaches = figure(numerator, denominator);
    const earned = predicateFor(scheme, reaches);
    const predicate = earned.code === stands.code ? null : earned;
    stands = earned;
    return { rise, effort, reaches, predicate };
  });
}

/** Gains of one scheme share their denominator: gain for effort is compared without dividing. */
function byWorth(a: Rise, b: Rise): number {
  return (
    b.gain.numerator * a.cost - a.gain.numerator * b.cost ||
    b.gain.numerator - a.gain.numerator ||
    a.no - b.no
  );
}

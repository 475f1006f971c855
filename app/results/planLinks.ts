/** Addresses that a plan leads to: the same question with one thing changed, and the form of a commitment. Pure. */
import { rakerdaPath } from '~/paths';
import type { Rise } from '~/instrument';
import { planSearch } from './planForm';
import type { PlannerData } from './planner.read.server';

/** Efforts that can be chosen by a word; others are typed as numbers. */
export const EFFORTS = [
  { word: 'light', cost: 1 },
  { word: 'medium', cost: 3 },
  { word: 'heavy', cost: 5 },
  { word: 'hardest', cost: 9 },
] as const;
export type EffortWord = (typeof EFFORTS)[number]['word'];

/** What an effort from 1 to 9 is called. */
export function effortWord(cost: number): EffortWord {
  if (cost <= 1) return 'light';
  if (cost <= 3) return 'medium';
  return cost <= 6 ? 'heavy' : 'hardest';
}

type Question = Pick<PlannerData, 'values' | 'goal' | 'simulated'>;

/** The page's question with other efforts, other locks or another simulation; the goal that was answered stays. */
export function questionWith(
  { values, goal, simulated }: Question,
  change: {
    readonly effort?: Readonly<Record<number, number>>;
    readonly lock?: number;
    readonly unlock?: number;
    readonly simulated?: Readonly<Record<number, number>>;
  },
): string {
  const effort = Object.fromEntries(
    Object.entries(values.effort).map(([no, cost]) => [Number(no), cost === '' ? 1 : Number(cost)]),
  );
  const locked = new Set(values.locked.map(Number));
  if (change.lock !== undefined) locked.add(change.lock);
  if (change.unlock !== undefined) locked.delete(change.unlock);
  return `?${planSearch(
    { goal: values.goal === '' ? goal : values.goal, index: values.index },
    { effort: { ...effort, ...change.effort }, locked, simulated: change.simulated ?? simulated },
  )}`;
}

/** The form of a new commitment with these rises filled in; nothing is written before it is sent. */
export function commitmentPath(
  planner: Pick<PlannerData, 'rakerda' | 'agency' | 'instrument'>,
  rises: readonly Pick<Rise, 'no' | 'to'>[],
): string {
  const search = new URLSearchParams({
    buat: planner.agency.code,
    instrumen: planner.instrument.code,
    naik: rises.map(({ no, to }) => `${String(no)}:${String(to)}`).join(','),
  });
  const query = search.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return `${rakerdaPath(planner.rakerda.id, 'commitments')}?${query}#komitmen-baru`;
}

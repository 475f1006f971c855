/**
 * The fewest questions that must be carried out in full to reach a status, or to have the last stage of an area count.
 * Exact: per area the most points for every number of questions, before the gate and behind it, then over all areas.
 */
import type { Figures } from '../topicKind';
import { answerOf } from './answers';
import { earned, FULL } from './most';
import type { Points, PointsArea, PointsQuestion } from './schema';
import { canRise, lastStage, scoreArea, scoreWhole, statusOf, type Whole } from './score';

export interface PointsPlan {
  readonly questions: readonly PointsQuestion[];
  /** The points once they are carried out in full. */
  readonly sum: number;
}

/** A question that can rise, and what it adds. */
interface Step {
  readonly question: PointsQuestion;
  readonly gain: number;
}

/** The most that an area can come to with so many questions, and with which. */
interface Best {
  readonly sum: number;
  readonly steps: readonly Step[];
}

/** The same over several areas. */
interface Chain {
  readonly sum: number;
  readonly best: Best;
  readonly before: Chain | null;
}

/** The status above the one that is there; null in the highest, and where the category is not known. */
export function nextStatus(points: Points, whole: Whole): Points['statuses'][number] | null {
  const now = statusOf(points, whole);
  return now && (points.statuses[points.statuses.indexOf(now) + 1] ?? null);
}

/**
 * @param status place in the statuses of the instrument
 * @returns null where no set of questions leads there, or the category is not known; nothing to do where it is reached
 */
export function planStatus(points: Points, figures: Figures, status: number): PointsPlan | null {
  const { band } = scoreWhole(points, figures, 'self').category;
  const row = points.statusFrom.find(({ category }) => category === band?.code);
  const target = row?.points[status];
  if (target === undefined) return null;
  const start: Chain = { sum: 0, best: { sum: 0, steps: [] }, before: null };
  let chains: readonly (Chain | undefined)[] = [start];
  for (const area of points.areas) {
    const bests = bestsOf(points, area, figures);
    const next: (Chain | undefined)[] = [];
    for (const [spent, before] of chains.entries()) {
      if (!before) continue;
      for (const [more, best] of bests.entries()) {
        // The lowest status is for whoever is below a floor, too.
        if (status > 0 && best.sum < (area.floor ?? 0)) continue;
        const sum = before.sum + best.sum;
        const there = next[spent + more];
        if (!there || sum > there.sum) next[spent + more] = { sum, best, before };
      }
    }
    chains = next;
  }
  const found = chains.find((one) => one !== undefined && one.sum >= target);
  if (!found) return null;
  const steps: Step[] = [];
  for (let at: Chain | null = found; at; at = at.before) steps.unshift(...at.best.steps);
  return { questions: steps.map(({ question }) => question), sum: found.sum };
}

/** The fewest questions of an area after which its last stage counts; null where there is none or it counts already. */
export function planGate(points: Points, area: PointsArea, figures: Figures): PointsPlan | null {
  const { gate } = scoreArea(points, area, figures, 'self');
  if (gate.kind !== 'closed') return null;
  const { forced, early } = stepsOf(points, area, figures);
  const taken = [...forced];
  const { below } = scoreArea(points, area, figures, 'self');
  let has = below + gainOf(forced);
  for (const step of early) {
    if (has >= (area.gate ?? 0)) break;
    taken.push(step);
    has += step.gain;
  }
  const questions = taken.map(({ question }) => question);
  return { questions, sum: scoreArea(points, area, carriedOut(figures, questions), 'self').sum };
}

/** The same answers with these questions carried out in full. */
export function carriedOut(figures: Figures, questions: readonly PointsQuestion[]): Figures {
  return { ...figures, ...Object.fromEntries(questions.map(({ code }) => [code, FULL])) };
}

/** What an area comes to at the most with 0, 1, 2 … questions; a number that does not beat a smaller one is left out. */
function bestsOf(points: Points, area: PointsArea, figures: Figures): ReadonlyMap<number, Best> {
  const { below, behind } = scoreArea(points, area, figures, 'self');
  const { forced, early, late } = stepsOf(points, area, figures);
  const hasGate = area.gate !== undefined;
  const bests: Best[] = [];
  const offer = (sum: number, steps: readonly Step[]) => {
    const there = bests[steps.length];
    if (!there || sum > there.sum) bests[steps.length] = { sum, steps };
  };
  // Without what lies behind the gate; where that counts all the same, the second way comes to as much.
  const [all, own] = [sorted([...forced, ...early]), below];
  for (const count of upTo(all.length)) {
    const taken = all.slice(0, count);
    offer(own + gainOf(taken), taken);
  }
  if (hasGate)
    for (const first of upTo(early.length)) {
      const before = [...forced, ...early.slice(0, first)];
      const reached = below + gainOf(before);
      if (reached < (area.gate ?? 0)) continue;
      for (const second of upTo(late.length)) {
        const after = late.slice(0, second);
        offer(reached + behind + gainOf(after), [...before, ...after]);
      }
    }
  const kept = new Map<number, Best>();
  let highest = -1;
  for (const [count, best] of bests.entries()) {
    if (best.sum <= highest) continue;
    highest = best.sum;
    kept.set(count, best);
  }
  return kept;
}

function upTo(length: number): readonly number[] {
  return Array.from({ length: length + 1 }, (_, at) => at);
}

const gainOf = (steps: readonly Step[]) => steps.reduce((sum, { gain }) => sum + gain, 0);

/** Those that gain most first; among equals in the order of the instrument. */
function sorted(steps: readonly Step[]): readonly Step[] {
  return [...steps].sort((a, b) => b.gain - a.gain);
}

/** What can rise in an area: what the gate cannot do without, the rest before it, and what lies behind it. */
function stepsOf(points: Points, area: PointsArea, figures: Figures) {
  const last = lastStage(points, area);
  const steps = area.questions
    .filter((question) => canRise(figures, question))
    .map((question): Step => {
      const now = answerOf(figures, question);
      const has = now === null ? 0 : earned(points, question.stage, now);
      return { question, gain: earned(points, question.stage, FULL) - has };
    });
  const late = sorted(steps.filter(({ question }) => question.stage === last));
  const before = steps.filter(({ question }) => question.stage !== last);
  if (area.gate === undefined) return { forced: [], early: sorted(before), late };
  const first = before.filter(({ question }) => question.stage === 1);
  const stateOf = ({ question }: Step) => answerOf(figures, question) ?? -1;
  const low = first.filter((step) => stateOf(step) < points.gate.lowest);
  const partial = first.filter((step) => stateOf(step) === points.gate.lowest);
  const forced = [...low, ...partial.slice(points.gate.most)];
  return { forced, early: sorted(before.filter((step) => !forced.includes(step))), late };
}

/** What a topic's target is as a figure, and who has reached it. Pure. */
import { type Quantity, quantityOf } from '~/instrument';
import {
  isReached,
  kindOf,
  type TargetFigure,
  targetFigures,
  type Topic,
  type TopicTarget,
} from '~/instrument/topic';

export interface TopicGoal {
  readonly figure: TargetFigure;
  readonly goal: Quantity;
  /** Place of the figure among the columns of the topic. */
  readonly place: number;
  /** Whether it is the figure that stands for the topic. */
  readonly isHeadline: boolean;
}

/** Null where there is no target, or none of a figure that this version of the topic has. */
export function goalOf(topic: Topic, target: TopicTarget | null | undefined): TopicGoal | null {
  const figure = target && targetFigures(topic).find(({ code }) => code === target.measure);
  if (!target || !figure) return null;
  const { columns, headline } = kindOf(topic);
  return {
    figure,
    goal: quantityOf(figure, target.units),
    place: columns.findIndex(({ code }) => code === figure.code),
    isHeadline: figure.code === headline.code,
  };
}

/** Of those that have the figure, how many have reached the target. */
export function countReached(
  { goal, place }: TopicGoal,
  rows: readonly { readonly measures: readonly (Quantity | null)[] }[],
): { readonly reached: number; readonly known: number } {
  const known = rows.flatMap(({ measures }) => measures[place] ?? []);
  return { known: known.length, reached: known.filter((figure) => isReached(goal, figure)).length };
}

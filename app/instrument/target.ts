/**
 * What the agencies of a Rakerda shall reach in one figure of a topic: at least so much, or at most where fewer is better.
 * Figure and target are held against each other as they are shown, so that what stands on a screen agrees with itself.
 */
import { kindOf, type Topic } from './kinds';
import type { Quantity } from './outcome';
import { quantityOf, shownUnits } from './quantity';
import { type NumberProblem, readNumber } from './readNumber';
import type { CountedText, Locale, LocalizedText } from './text';
import type { FigureRange, TopicColumn } from './topicKind';

export interface TopicTarget {
  /** Code of the column. */
  readonly measure: string;
  /** In units of the last digit that the column shows: 95,00% is 9500. */
  readonly units: number;
}

/** A figure that a target can be set for: what a form needs to know of it. */
export interface TargetFigure extends FigureRange {
  readonly code: string;
  readonly name: LocalizedText;
  readonly unit: TopicColumn['unit'];
  readonly unitName: CountedText | null;
  readonly decimals: number;
  readonly direction: 'higher' | 'lower';
}

/** Those of which one way is better, the headline first. */
export function targetFigures(topic: Topic): readonly TargetFigure[] {
  const { columns, headline, rangeOf } = kindOf(topic);
  const figures = columns.flatMap(({ code, name, unit, unitName, decimals, direction }): TargetFigure[] => {
    const range = rangeOf(code);
    if (direction === 'neither' || !range) return [];
    return [{ code, name, unit, unitName: unitName ?? null, decimals, direction, ...range }];
  });
  return [
    ...figures.filter(({ code }) => code === headline.code),
    ...figures.filter(({ code }) => code !== headline.code),
  ];
}

export type JudgedTarget =
  /** Null where nothing was typed. */
  | { readonly ok: true; readonly target: TopicTarget | null }
  | { readonly ok: false; readonly problem: NumberProblem | 'noFigure' };

/** Reads a target as it was typed, for one of the figures that were offered. */
export function judgeTarget(
  offered: readonly TargetFigure[],
  typed: { readonly measure: string; readonly value: string },
  locale: Locale,
): JudgedTarget {
  if (typed.value.trim() === '') return { ok: true, target: null };
  const figure = offered.find(({ code }) => code === typed.measure);
  if (!figure) return { ok: false, problem: 'noFigure' };
  const read = readNumber(typed.value.trim().replace(/^(.*[\d.,])\s*%$/, '$1'), figure, locale);
  if (!read.ok) return read;
  return {
    ok: true,
    target: read.stored === null ? null : { measure: figure.code, units: read.stored },
  };
}

/**
 * How far a figure is from its target, in units of the last digit shown: above zero is what is still missing, or what is
 * too much where fewer is better. Both are figures of one column.
 */
export function distanceTo(target: Quantity, figure: Quantity): number {
  const [wanted, now] = [shownUnits(target), shownUnits(figure)];
  return target.direction === 'lower' ? now - wanted : wanted - now;
}

export function isReached(target: Quantity, figure: Quantity): boolean {
  return distanceTo(target, figure) <= 0;
}

/** A target as a figure of its topic. */
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

/** Where fewer is better, what is not filled in yet still comes on top: of such a figure nobody can say that it is reached. */
export function canStillRise(
  { goal }: Pick<TopicGoal, 'goal'>,
  { filled, total }: { readonly filled: number; readonly total: number },
): boolean {
  return goal.direction === 'lower' && filled < total;
}

/** Of those that have the figure and can be held against the target, how many have reached it. */
export function countReached(
  { goal, place }: TopicGoal,
  rows: readonly {
    readonly measures: readonly (Quantity | null)[];
    readonly filled: number;
    readonly total: number;
  }[],
): { readonly reached: number; readonly known: number } {
  const known = rows.flatMap((row) => (canStillRise({ goal }, row) ? [] : (row.measures[place] ?? [])));
  return { known: known.length, reached: known.filter((figure) => isReached(goal, figure)).length };
}

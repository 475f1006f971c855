/** Cells and names of topics as the hall sees them, for the table of all and the board of one. */
import { cellsOf, namesOnStage, shownTopic, type Topic, wholesOf } from '~/hall/table/index.server';
import type { SceneOf } from '../scene';
import type { Drawing } from './drawing.server';

type StageTopic = SceneOf<'table'>['topics'][number];
type Cell = SceneOf<'table'>['rows'][number]['cells'][number];

export function stageTopics(topics: readonly Topic[], { locale }: Pick<Drawing, 'locale'>): StageTopic[] {
  const names = namesOnStage(
    topics.map(({ name }) => name),
    locale,
  );
  return topics.map((topic, at) => ({ ...shownTopic(topic, locale), name: names[at] ?? '' }));
}

export interface StageCells {
  readonly wholes: ReadonlySet<string>;
  readonly cellOf: (agencyCode: string) => Cell;
  /** What is said about those that count what others count; null where there are none, or nothing to be added up. */
  readonly whole: { readonly parts: { readonly count: number; readonly sum: string } | null } | null;
}

/** Which of them count what others count is marked on the cell, unless that would name an agency whose name is hidden. */
export function stageCells(topic: Topic, { locale, state }: Pick<Drawing, 'locale' | 'state'>): StageCells {
  const cellOf = cellsOf(topic, locale);
  const found = wholesOf(topic, locale).filter(({ parts }) => parts > 0);
  const wholes = new Set(state.namesHidden ? [] : found.map(({ code }) => code));
  const [only, ...more] = found;
  return {
    wholes,
    cellOf(code) {
      const cell = cellOf(code);
      return cell && wholes.has(code) ? { ...cell, isWhole: true } : cell;
    },
    whole: !only ? null : { parts: more.length > 0 ? null : { count: only.parts, sum: only.sum } },
  };
}

/** The comparison of one topic as a file: every figure that the reader may see, and every measure. */
import { type Cell, csvFile, STYLES } from '~/files/csv';
import { downloadName } from '~/files/downloadName';
import { localize, type Quantity, shownUnits } from '~/instrument';
import { distanceTo, goalOf, kindOf, type TopicGoal } from '~/instrument/topic';
import { listTopicTargets } from '~/rakerda/topicTargets.server';
import type { TopicScope } from './topicScope.server';
import { readTableOrder, sortTable, tableRows } from './topicTable';
import { readAgencies } from './topicTable.read.server';
import { targetWords } from './targetWords';
import { topicWords } from './topicWords';

export interface TopicFile {
  readonly name: string;
  readonly body: string;
}

/** Agencies whose figures are closed to the reader are left out. */
export async function topicCsv(scope: TopicScope, params: URLSearchParams): Promise<TopicFile> {
  const { locale, place, topic } = scope;
  const { comparison, state } = topicWords[locale];
  const agencies = await readAgencies(scope);
  const figuresOf = new Map(agencies.map(({ agencyCode, figures }) => [agencyCode, figures]));
  const rows = sortTable(
    topic,
    tableRows(topic, agencies),
    readTableOrder(topic, params),
    new Intl.Collator(locale),
  ).filter(({ isOpen }) => isOpen);
  const isDemo = place.row.is_demo === 1;
  const goal = goalOf(topic, (await listTopicTargets(scope.db, place.row.id)).get(topic.code));
  const { cell, codes, columns, differences, nameOf } = kindOf(topic);
  const header: readonly Cell[] = [
    comparison.file.code,
    comparison.agency,
    comparison.file.state,
    comparison.file.filled,
    comparison.file.total,
    ...[...columns, ...differences].map(({ name }) => localize(name, locale)),
    ...codes.map((code) => {
      const name = nameOf(code);
      return name ? localize(name, locale) : code;
    }),
    ...(goal ? [targetWords[locale].file.target, targetWords[locale].file.missing] : []),
    comparison.file.demo,
  ];
  const body = rows.map((row): readonly Cell[] => [
    row.agencyCode,
    row.agencyName,
    state[row.state],
    row.filled,
    row.total,
    ...row.measures.map(numberOf),
    ...row.differences,
    ...codes.map((code) => {
      const figure = figuresOf.get(row.agencyCode)?.[code] ?? null;
      return figure === null ? null : cell(code, figure, locale);
    }),
    ...(goal ? [numberOf(goal.goal), missingOf(goal, row.measures[goal.place] ?? null)] : []),
    isDemo ? comparison.file.yes : comparison.file.no,
  ]);
  return {
    name: downloadName(isDemo, ['topik', topic.code, place.row.id], 'csv'),
    body: csvFile([header, ...body], STYLES[locale]),
  };
}

/** In the unit of the figure; what is reached is zero or less. */
function missingOf({ goal }: TopicGoal, now: Quantity | null): Cell {
  return now && distanceTo(goal, now) / 10 ** goal.decimals;
}

/** As it is shown: rounded once. */
function numberOf(quantity: Quantity | null): Cell {
  return quantity && shownUnits(quantity) / 10 ** quantity.decimals;
}

/** Who counts what others count is marked only while names are shown: the mark would name the province. */
import { expect, it } from 'vitest';
import type { Topic } from '~/hall/table/index.server';
import { firstState } from '../projectorRow.server';
import { stageCells } from './topicCells.server';

const cell = (numerator: number) => ({
  isOpen: true as const,
  outcome: {
    headline: {
      numerator,
      denominator: 1,
      unit: 'count' as const,
      decimals: 0,
      direction: 'lower' as const,
    },
    ceiling: null,
    filled: 14,
    total: 14,
    band: null,
    remarks: [],
  },
  before: null,
  target: null,
});
const named = (id: string) => ({ id, en: id });
const topic: Topic = {
  key: 'konektivitas',
  name: named('Konektivitas'),
  measure: named('Titik tanpa sinyal'),
  isProposal: false,
  isLowerBetter: true,
  bands: [],
  yearBefore: null,
  pathOf: () => '',
  target: null,
  cells: new Map([
    ['63', cell(293)],
    ['63.01', cell(20)],
    ['63.02', cell(37)],
  ]),
};

it.each([
  [false, ['63']],
  [true, []],
])('with names hidden %s it marks %j', (namesHidden, marked) => {
  const { cellOf, whole, wholes } = stageCells(topic, {
    locale: 'id',
    state: { ...firstState('spbe-2020'), namesHidden },
  });
  expect([...topic.cells.keys()].filter((code) => cellOf(code)?.isWhole)).toEqual(marked);
  expect([...wholes]).toEqual(marked);
  // What the figures come to names nobody.
  expect(whole).toEqual({ parts: { count: 2, sum: '57' } });
});

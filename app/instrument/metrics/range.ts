/** Between which figures a measure can lie, as far as its formula and its fields say so. */
import type { FigureRange } from '../topicKind';
import { fieldsByCode } from './fields';
import type { Measure, Metrics } from './schema';

/** What is divided by a small whole can be large: no formula makes more of it. */
const MOST = 1_000_000;

export function rangeOf(metrics: Metrics, { formula }: Measure): FigureRange {
  const fields = fieldsByCode(metrics);
  const of = (code: string): FigureRange => fields.get(code) ?? { lowest: 0, highest: 0 };
  const sum = (all: readonly number[]) => all.reduce((whole, one) => whole + one, 0);
  const lowest = (codes: readonly string[]) => codes.map((code) => of(code).lowest);
  const highest = (codes: readonly string[]) => codes.map((code) => of(code).highest);
  switch (formula.op) {
    case 'share':
      return { lowest: 0, highest: 100 };
    case 'sum':
      return { lowest: sum(lowest(formula.of)), highest: sum(highest(formula.of)) };
    case 'mean':
      return { lowest: Math.min(...lowest(formula.of)), highest: Math.max(...highest(formula.of)) };
    case 'difference': {
      const { lowest: least, highest: most } = of(formula.from);
      return { lowest: least - sum(highest(formula.less)), highest: most - sum(lowest(formula.less)) };
    }
    case 'ratio':
    case 'perThousand':
      return { lowest: 0, highest: MOST };
  }
}

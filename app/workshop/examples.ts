/** A made-up instrument of each kind that a workbook can hold, to begin from. */
import maturity from './examples/maturity.json';
import metrics from './examples/metrics.json';
import type { TableKind } from './kinds';

export const EXAMPLES: Readonly<Record<TableKind, object>> = { maturity, metrics };

/** Instruments of the kind `metrics`: what was typed in, what it comes to. Pure, for the server and the browser. */
export {
  type AreaEntry,
  type CellProblem,
  type CellSurroundings,
  placeName,
  readCell,
  writeCell,
} from './cell';
export { countsOf, isComplete } from './count';
export { fieldsOf, typedFieldsOf } from './fields';
export { formulaText, type MeasureResult, measuresOf } from './measure';
export { MOST_ROWS } from '../registerSize';
export type { Countable, Register, RegisterColumn, RowCells } from '../registers';
export { type Measure, type MetricField, type Metrics, parseMetrics } from './schema';
export {
  completenessOf,
  contradictions,
  judgeSheet,
  metricsOutcome,
  readSheet,
  remarksOf,
  unaccountedOf,
} from './sheet';

/** Instruments of the kind `metrics`: what was typed in, what it comes to. Pure, for the server and the browser. */
export { fieldsOf } from './fields';
export { formulaText, type MeasureResult, measuresOf } from './measure';
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

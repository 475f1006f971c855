/** Instruments of the kind `metrics`: what was typed in, what it comes to. Pure, for the server and the browser. */
export { emptyFigures, type Figures, fieldsOf, figuresFor } from './fields';
export { formulaText, type MeasureResult, measuresOf } from './measure';
export { NUMBER_PROBLEMS, type NumberProblem, readNumber } from './readNumber';
export { type Confidence, type Measure, type MetricField, type Metrics, parseMetrics } from './schema';
export {
  completenessOf,
  contradictions,
  type FigureProblem,
  type FigureProblems,
  judgeSheet,
  metricsOutcome,
  readSheet,
  remarksOf,
  unaccountedOf,
} from './sheet';

/** Topics of whatever kind: what is asked of them without knowing which. */
export { emptyFigures, figuresFor, isTopic, kindOf, type Topic } from './kinds';
export { NUMBER_PROBLEMS, type NumberProblem } from './readNumber';
export type { Confidence, Source } from './source';
export type {
  DistrictBoard,
  FigureProblem,
  FigureProblems,
  FigureRange,
  Figures,
  NodeFigure,
  Reference,
  TopicColumn,
  Typed,
} from './topicKind';
export {
  bareWord,
  type Counted,
  countedFields,
  type Counting,
  countingSchema,
  type Finding,
  FINDINGS,
  type FindingKind,
  type ListCell,
  startCount,
} from './counting';
export {
  canStillRise,
  countReached,
  distanceTo,
  goalOf,
  isReached,
  judgeTarget,
  type JudgedTarget,
  type TargetFigure,
  targetFigures,
  type TopicGoal,
  type TopicTarget,
} from './target';

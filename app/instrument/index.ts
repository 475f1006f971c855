/**
 * What the instrument room offers: what an instrument is, how it scores, what a gap costs.
 * Pure — no I/O, no React, no Remix — so the same code runs in the server and in the browser.
 */
export {
  type CountedText,
  LOCALES,
  type Locale,
  type LocalizedText,
  localize,
  localizeCounted,
  type Noun,
  nounIn,
} from './text';
export {
  type Domain,
  type Indicator,
  type Instrument,
  type Predicate,
  localizedTextSchema,
  parseInstrument,
} from './schema';
export { fillIn, InstrumentError, type InstrumentProblem, type ShapeWords } from './fileReader';
export { applyChanges, type Change, differenceOf, isText, type Step } from './difference';
export { type Band, gainDecimals, type LevelRange, type Scheme } from './scheme';
export { type InstrumentOutline, type OutlinePredicate, outlineOf } from './outline';
export {
  type FlatIndicator,
  findIndicator,
  indicatorsOf,
  scaleLevel,
  scaleLevelName,
  shareHundredths,
} from './lookup';
export { isWholeLevel, levelHundredths, shownLevel, storedLevel, storedRange, wholeLevels } from './levels';
export {
  type AspectScore,
  type Completeness,
  type DomainScore,
  type Levels,
  type NodeScore,
  type Score,
  meanHundredths,
  median,
  earns,
  isAtEdge,
  predicateFor,
  predicateShown,
  score,
  standingLevels,
  wholeIndex,
  wholeIndexHundredths,
  wholeRange,
} from './score';
export { type Figure, figure } from './figure';
export {
  type Average,
  averageOf,
  type Filled,
  isComplete,
  movementsOf,
  rankComplete,
  type Ranked,
  type Standing,
} from './standing';
export { peerStrip, type PeerStrip, type PeerSums, peerSums, type StripRow } from './peerStrip';
export {
  type Plan,
  goalOfPredicate,
  type PlanGoal,
  type PlanRequest,
  type Rise,
  planRises,
  targetForPredicate,
} from './planner';
export { type Stair, staircase } from './staircase';
export { type AnyInstrument, parseAnyInstrument } from './kinds';
export { unknownPredecessors } from './knownPredecessors';
export { isNewerVersion } from './version';
export type { Direction, Outcome, Quantity, Unit } from './outcome';
export { indexQuantity, maturityOutcome } from './maturityOutcome';
export { plainNumber, writeNumber } from './number';
export { readNumber } from './readNumber';
export {
  compareBetter,
  compareQuantities,
  type Movement,
  movementOf,
  quantityOf,
  shownUnits,
} from './quantity';

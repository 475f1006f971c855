/** Instruments of the kind `ladder`: evidence, levels, what they come to. Pure, for the server and the browser. */
export {
  assessorCode,
  IN_WORK,
  itemsOf,
  ladderIndicators,
  type Mark,
  markOf,
  MARKS,
  READY,
  waitingCode,
} from './answers';
export { FIGURE_NAMES, FIGURES, type LadderFigure, MARK_NAMES, WAITING } from './names';
export { ladderQuantity } from './outcome';
export { type LadderPlan, nextBand, planItems } from './plan';
export { type Ladder, type LadderIndicator, type LadderItem, parseLadder } from './schema';
export {
  assessedOf,
  bandOf,
  convert,
  type Exact,
  heldBack,
  isSettled,
  scoreIndicator,
  scoreWhole,
} from './score';
export { readLadder } from './sheet';

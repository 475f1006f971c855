/** Instruments of the kind `points`: questions, gates, what they come to. Pure, for the server and the browser. */
export {
  type AnyQuestion,
  answerOf,
  choiceName,
  choicesOf,
  pagesOf,
  type PointsPage,
  questionsOn,
} from './answers';
export { gateText, maturityCode } from './names';
export { pointsOutcome } from './outcome';
export { nextStatus, planGate, planStatus } from './plan';
export { parsePoints, type Points, type PointsQuestion } from './schema';
export { type AreaScore, scoreSupplement, scoreWhole, statusByPoints } from './score';
export { judgePoints } from './sheet';

/** What is wrong with a cell before it is judged as a figure. */
export type CellProblemKind =
  /** A day where a number should stand: spreadsheets make one of `1-5`. */
  | 'isDate'
  /** 0,957 that is shown as 95,7 %. */
  | 'isPercent'
  /** Yes, no, or an error of a formula. */
  | 'isOther'
  | 'noValue'
  | 'notChoice'
  | 'unknownCode'
  /** The same code stands above. */
  | 'twice';

/** What is wrong with a cell. */
export type AnswerCellProblemKind =
  | 'unknownNo'
  /** The same number stands above. */
  | 'twice'
  | 'badVersion'
  /** No level of the instrument. */
  | 'badLevel'
  | 'isDate'
  | 'notText'
  | 'tooLong'
  | 'noValue';

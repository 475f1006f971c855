/** What the assessment room offers to routes: its screens and the forms they post. */
export { type AssessmentHeaderData, AssessmentHeader, assessmentHeaderData } from './assessmentHeader';
export { BlankQuestionnaireScreen } from './blankQuestionnaireScreen';
export { DeviceScreen } from './deviceScreen';
export { HistoryScreen, type Restored } from './historyScreen';
export { IndicatorScreen } from './indicatorScreen';
export { readDecision, readLateDone } from './lateForm';
export { LateList } from './lateList';
export { readOverviewFilter } from './overviewFilter';
export { OverviewScreen } from './overviewScreen';
export { ReadOnlyIndicator } from './readOnlyIndicator';
export { readRestore, readRestored } from './restoreForm';
export type { OpenAnswer, SaveResponse } from './saveResponse';
export { readReturn, readReviewFilter } from './reviewForm';
export { type ReviewRefused, ReviewScreen } from './reviewScreen';
export { type TakeOverDone, TakeOverScreen } from './takeOverScreen';
export { readStep } from './workflowForm';
export { type StepRefused, WorkflowScreen } from './workflowScreen';
export { UnsentNotice } from './unsentNotice';

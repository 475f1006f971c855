/** What the results room offers: the screens of one agency, and how a live level changes them. */
export { loadCharts } from './profile';
export { PlannerScreen } from './plannerScreen';
export { ResultScreen } from './resultScreen';
export { type Averages, averagesOf, type Peers, withLevel } from './resultReading';

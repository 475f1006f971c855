/** What the comparison room offers: agencies side by side, live. */
export { readCodes } from './agencyChoice';
export { ComparisonScreen } from './comparisonScreen';

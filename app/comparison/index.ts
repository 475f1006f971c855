/** What the comparison room offers: agencies side by side, live. */
export { readCodes } from './choice';
export { ComparisonScreen } from './ComparisonScreen';

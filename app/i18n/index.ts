/** The reader's language, its formats, and the words that every screen shares. Other words stand beside their screens. */
export { shortAgencyName } from './agencyName';
export { LocaleProvider, useFormat, useLocale, useSection, useText } from './context';
export {
  formatDate,
  formatDateTime,
  formatDay,
  formatFigure,
  formatMovement,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatTime,
  wholePercent,
} from './format';
export { type SharedWords, sharedWords } from './sharedWords';

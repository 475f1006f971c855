/** Words and formats in the reader's language. One catalogue per language, the Indonesian one is the type. */
export { shortAgencyName } from './agencyName';
export { type Catalogue, I18nProvider, useFormat, useLocale, useText } from './context';
export {
  formatDate,
  formatDateTime,
  formatDay,
  formatFigure,
  formatNumber,
  formatPercent,
  formatTime,
} from './format';
export { useSection } from './section';

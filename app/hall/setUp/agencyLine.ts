import { shortAgencyName, useText } from '~/i18n';
import type { SearchableAgency } from './agencySearch';

/** An agency in a list, told from others of the same name by its code and province. */
export function useAgencyLine(): (agency: SearchableAgency) => string {
  const text = useText();
  return ({ name, code, province, kind }) =>
    [name, code, province === null ? text.agencyKind[kind] : shortAgencyName(province)].join(' · ');
}

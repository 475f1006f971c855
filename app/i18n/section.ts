import type { Locale } from '~/instrument';
import { useLocale } from './context';

/**
 * The words of one room in the reader's language. Rooms that only some pages need bring their own words instead of
 * adding to the catalogue that every page carries.
 */
export function useSection<Words>(section: Readonly<Record<Locale, Words>>): Words {
  return section[useLocale()];
}

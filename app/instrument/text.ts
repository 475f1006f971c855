/** Words of an instrument in the two languages of the house. Pure: no words of screens, no browser. */

/** The languages every text of an instrument is written in: Indonesian (the regulation's) and English. */
export const LOCALES = ['id', 'en'] as const;

/** One of {@link LOCALES}. */
export type Locale = (typeof LOCALES)[number];

/** A text in both languages, neither empty. */
export type LocalizedText = { readonly id: string; readonly en: string };

/**
 * The wording of a text in one language.
 * @param text a text in both languages
 * @param locale the reader's language
 * @returns the wording as stored; never empty for a text of a parsed instrument
 */
export function localize(text: LocalizedText, locale: Locale): string {
  return text[locale];
}

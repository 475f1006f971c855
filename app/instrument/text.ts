/** Words of an instrument in the two languages of the house. Pure: no words of screens, no browser. */

/** The languages every text of an instrument is written in: Indonesian (the regulation's) and English. */
export const LOCALES = ['id', 'en'] as const;

/** One of {@link LOCALES}. */
export type Locale = (typeof LOCALES)[number];

/** A text in both languages, neither empty. */
export type LocalizedText = { readonly id: string; readonly en: string };

/** A text beside a count: `one` is what English says of exactly one; without it both are written alike. */
export type CountedText = LocalizedText & { readonly one?: string | undefined };

/** @param figure the count as the language writes it; `1.00 groups` are several, as a fraction is. */
export function localizeCounted(text: CountedText, figure: string, locale: Locale): string {
  return locale === 'en' && figure === '1' ? (text.one ?? text.en) : text[locale];
}

/** What is counted, beside one and beside several, in one language. */
export interface Noun {
  readonly one: string;
  readonly several: string;
}

export function nounIn(text: CountedText, locale: Locale): Noun {
  return { one: localizeCounted(text, '1', locale), several: text[locale] };
}

/**
 * The wording of a text in one language.
 * @param text a text in both languages
 * @param locale the reader's language
 * @returns the wording as stored; never empty for a text of a parsed instrument
 */
export function localize(text: LocalizedText, locale: Locale): string {
  return text[locale];
}

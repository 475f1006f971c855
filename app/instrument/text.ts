/** Words of an instrument in the two languages of the house. Pure: no catalogue, no browser. */
import { z } from 'zod';

/** The languages every text of an instrument is written in: Indonesian (the regulation's) and English. */
export const LOCALES = ['id', 'en'] as const;

/** One of {@link LOCALES}. */
export type Locale = (typeof LOCALES)[number];

const wording = z.string().regex(/\S/, 'text must not be empty');

/** Schema of a text in both languages: `{ id, en }`, neither of them empty or only spaces. */
export const localizedTextSchema = z.strictObject({ id: wording, en: wording }).readonly();

/** A text in both languages, neither empty. */
export type LocalizedText = z.infer<typeof localizedTextSchema>;

/**
 * The wording of a text in one language.
 * @param text a text in both languages
 * @param locale the reader's language
 * @returns the wording as stored; never empty for a text that came through {@link localizedTextSchema}
 */
export function localize(text: LocalizedText, locale: Locale): string {
  return text[locale];
}

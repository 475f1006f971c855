/** The words that files and PDFs are written with. */
import { sharedWords } from '~/i18n';
import type { Locale } from '~/instrument';
import { releaseWords } from './releaseWords';
import { resultPdfWords } from './resultPdfWords';

export function fileWordsOf(locale: Locale) {
  return { ui: sharedWords[locale], release: releaseWords[locale], pdf: resultPdfWords[locale] };
}

export type FileWords = ReturnType<typeof fileWordsOf>;

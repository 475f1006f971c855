/** The words that files and PDFs are written with. */
import { sharedWords } from '~/i18n';
import type { Locale } from '~/instrument';
import { resultPdfWords } from './resultPdfWords';
import { scoreFileWords } from './scoreFileWords';
import { topicFileWords } from './topicFileWords';

export function fileWordsOf(locale: Locale) {
  return {
    ui: sharedWords[locale],
    release: scoreFileWords[locale],
    topic: topicFileWords[locale],
    pdf: resultPdfWords[locale],
  };
}

export type FileWords = ReturnType<typeof fileWordsOf>;

/** Draws the PDF of one agency's result. */
import { Font, renderToBuffer } from '@react-pdf/renderer';
import { fileWordsOf } from './fileWords';
import type { ResultWork } from './releaseJobs.server';
import { drawResult } from './resultDocument';

export async function resultPdf({ sheet, locale }: ResultWork): Promise<Uint8Array<ArrayBuffer>> {
  // Words stay whole: the library's hyphenation knows English only.
  Font.registerHyphenationCallback((word) => [word]);
  return Uint8Array.from(await renderToBuffer(drawResult({ sheet, text: fileWordsOf(locale), locale })));
}

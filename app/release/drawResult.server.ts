/** Draws the PDF of one agency's result. */
import { Font, renderToBuffer } from '@react-pdf/renderer';
import { fileWordsOf } from './fileWords';
import { drawResult, type ResultDocumentProps } from './resultDocument';

/** The words follow from the language: they are no data, and do not travel between threads. */
export type ResultWork = Omit<ResultDocumentProps, 'text'>;

export async function resultPdf({ sheet, locale }: ResultWork): Promise<Uint8Array<ArrayBuffer>> {
  // Words stay whole: the library's hyphenation knows English only.
  Font.registerHyphenationCallback((word) => [word]);
  return Uint8Array.from(await renderToBuffer(drawResult({ sheet, text: fileWordsOf(locale), locale })));
}

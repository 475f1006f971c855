/** Draws the PDF of a Berita Acara and reads it back before anybody gets it. */
import { Font, renderToBuffer } from '@react-pdf/renderer';
import { qrPath } from '~/hall/cards/index.server';
import { drawMinutes } from './minutesDocument';
import type { Paper } from './minutesPaper';
import { provePdf } from './readBackMinutes.server';

/**
 * The PDF of a paper.
 * @throws MinutesError where what came out does not hold what the paper says
 */
export async function minutesPdf(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  // Words stay whole: the library's hyphenation knows English only.
  Font.registerHyphenationCallback((word) => [word]);
  const bytes = Uint8Array.from(await renderToBuffer(drawMinutes(paper, qrPath(paper.checkAddress))));
  provePdf(bytes, paper);
  return bytes;
}

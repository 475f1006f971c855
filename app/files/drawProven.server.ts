/** Sets a paper and reads it back before anybody gets it: every text that it should hold, every page with its number. */
import { readFileSync } from 'node:fs';
import { Unproven } from '~/work';
import { paperText } from './letters.server';
import { readBackPdf } from './readBackPdf.server';
import { type PaperData, typeset } from './typst.server';

/** A page breaks between lines; so many letters the shorter lines of a text have. */
const LINE = 20;

export interface Drawable extends PaperData {
  /** What stands at the foot of each page, `{page}` and `{pages}` in it. */
  readonly pageWords: string;
  readonly footer: string;
}

/**
 * @param template where its file stands
 * @param texts what must be found in it; see {@link typeset} for the rest
 * @throws Unproven where what came out lacks any of it
 */
export function drawProven(
  template: URL,
  paper: Drawable,
  madeAt: string,
  texts: Iterable<string>,
): Uint8Array<ArrayBuffer> {
  const bytes = typeset(readFileSync(template, 'utf8'), paper, madeAt);
  const drawn = readBackPdf(bytes);
  if (!drawn) throw new Unproven('the PDF is not whole');
  const must = (wanted: string) => {
    if (!drawn.holdsInPieces(paperText(wanted), LINE))
      throw new Unproven(`the PDF lacks "${wanted.slice(0, 80)}"`);
  };
  for (let page = 1; page <= drawn.pages; page += 1)
    must(paper.pageWords.replace('{page}', String(page)).replace('{pages}', String(drawn.pages)));
  must(paper.footer);
  for (const text of texts) must(text);
  return bytes;
}

/** Sets the PDF of a review sheet and reads it back before anybody gets it. */
import { readFileSync } from 'node:fs';
import { paperText } from '~/files/letters.server';
import { readBackPdf } from '~/files/readBackPdf.server';
import { typeset } from '~/files/typst.server';
import { Unproven } from '~/work';
import { type PaperAnswer, type ReviewPaper, reviewPaper, type ReviewWork } from './reviewPaper.server';

/**
 * The PDF of a review sheet.
 * @throws Unproven where what came out does not hold what the sheet says
 */
export function reviewPdf(work: ReviewWork): Uint8Array<ArrayBuffer> {
  const template = readFileSync(new URL('./review.typ', import.meta.url), 'utf8');
  const paper = reviewPaper(work);
  const bytes = typeset(template, paper, work.madeAt);
  proveReview(bytes, paper);
  return bytes;
}

/** A page breaks between lines; so many letters the shorter lines of a text have. */
const LINE = 20;

/** Throws Unproven where an answer, a part of one or a page is missing. */
function proveReview(bytes: Uint8Array, paper: ReviewPaper): void {
  const drawn = readBackPdf(bytes);
  if (!drawn) throw new Unproven('the PDF is not whole');
  const must = (wanted: string) => {
    if (!drawn.holdsInPieces(paperText(wanted), LINE)) {
      throw new Unproven(`the PDF lacks "${wanted.slice(0, 80)}"`);
    }
  };
  for (let page = 1; page <= drawn.pages; page += 1) {
    must(paper.pageWords.replace('{page}', String(page)).replace('{pages}', String(drawn.pages)));
  }
  for (const text of [paper.agency, paper.rakerda, paper.footer, paper.nothing ?? '']) must(text);
  for (const [label = '', value = ''] of paper.facts) must(label + value);
  for (const { title, answers } of paper.aspects) {
    must(title);
    for (const answer of answers) textsOf(answer).forEach(must);
  }
}

function textsOf({ title, says, gaps, justification, evidence, headNote }: PaperAnswer): readonly string[] {
  const links = (evidence ?? []).map(({ caption, url }) => caption + url);
  return [title, says, gaps, justification ?? '', ...links, headNote ?? ''];
}

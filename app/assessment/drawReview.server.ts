/** Sets the PDF of a review sheet and reads it back before anybody gets it. */
import { drawProven } from '~/files/drawProven.server';
import { type PaperAnswer, type ReviewPaper, reviewPaper, type ReviewWork } from './reviewPaper.server';

/**
 * The PDF of a review sheet.
 * @throws Unproven where what came out does not hold what the sheet says
 */
export function reviewPdf(work: ReviewWork): Uint8Array<ArrayBuffer> {
  const paper = reviewPaper(work);
  return drawProven(new URL('./review.typ', import.meta.url), paper, work.madeAt, textsOf(paper));
}

function* textsOf(paper: ReviewPaper): Generator<string> {
  yield* [paper.agency, paper.rakerda, paper.nothing ?? ''];
  for (const [label = '', value = ''] of paper.facts) yield label + value;
  for (const { title, answers } of paper.aspects) {
    yield title;
    for (const answer of answers) yield* answerTexts(answer);
  }
  yield* Object.values(paper.signature);
}

function answerTexts(answer: PaperAnswer): readonly string[] {
  const { title, says, gaps, justification, evidence, headNote } = answer;
  const links = (evidence ?? []).map(({ caption, url }) => caption + url);
  return [title, says, gaps, justification ?? '', ...links, headNote ?? ''];
}

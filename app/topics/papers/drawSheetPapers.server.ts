/** Sets the papers of a sheet and reads them back before anybody gets them. */
import { drawProven } from '~/files/drawProven.server';
import { type BlankSheetPaper, blankSheetPaper, type BlankSheetWork } from './blankSheetPaper.server';
import { type SheetReviewPaper, sheetReviewPaper, type SheetReviewWork } from './sheetReviewPaper.server';

/** @throws Unproven where what came out does not hold what the sheet says */
export function sheetReviewPdf(work: SheetReviewWork): Uint8Array<ArrayBuffer> {
  const paper = sheetReviewPaper(work);
  return drawProven(new URL('./sheetReview.typ', import.meta.url), paper, work.madeAt, reviewTexts(paper));
}

/** @throws Unproven where a question or a choice is missing */
export function blankSheetPdf(work: BlankSheetWork): Uint8Array<ArrayBuffer> {
  const paper = blankSheetPaper(work);
  return drawProven(new URL('./blankSheet.typ', import.meta.url), paper, work.madeAt, blankTexts(paper));
}

function* reviewTexts(paper: SheetReviewPaper): Generator<string> {
  yield* [paper.agency, paper.rakerda, paper.instrument, paper.nothing ?? ''];
  for (const [label = '', value = ''] of paper.facts) yield label + value;
  yield* paper.remarks;
  yield* paper.returned;
  yield* paper.open;
  for (const { name, figure, how } of paper.measures) yield* [name, figure, ...how];
  for (const pair of paper.differences) yield* pair;
  for (const row of [...paper.nodes, ...paper.rows]) yield* 'group' in row ? [row.group] : row.cells;
  yield* paper.notes;
  yield* Object.values(paper.signature);
}

function* blankTexts(paper: BlankSheetPaper): Generator<string> {
  yield* [paper.agency, paper.rakerda, paper.instrument, paper.lead];
  for (const { name, questions } of paper.sections) {
    yield name;
    for (const { name: asked, note, choices, unit, counted } of questions)
      yield* [asked, note, ...choices, unit, counted];
  }
  yield* paper.notes;
  yield* Object.values(paper.signature);
}

/** The use cases of a sheet on paper: its review, and the form to be filled in by pen. Drawn, checked, recorded. */
import { localize } from '~/instrument';
import { handOutPaper } from '~/rakerda/handOutPaper.server';
import { blankSections } from './blankSheetPaper.server';
import { readReviewedSheet } from '../review/sheetReview.read.server';
import type { SheetFilter } from '../review/sheetReviewForm';
import type { PaperFacts } from './sheetReviewPaper.server';
import { blankSheetPdfJob, sheetReviewPdfJob } from './sheetPaperJobs.server';
import type { SheetScope } from '../topicScope.server';

/**
 * Makes the review as the page shows it with this filter, for whoever may see the figures, and records that it left the house.
 * @throws Unproven where the document did not come out whole; WorkRefused
 */
export async function makeSheetReviewPdf(scope: SheetScope, filter: SheetFilter) {
  const work = { ...factsOf(scope), sheet: await readReviewedSheet(scope, filter) };
  return handOutPaper(scope, sheetReviewPdfJob, work, {
    ...recordOf(scope, 'telaah'),
    words: [...wordsOf(scope, 'telaah'), ...(filter === 'semua' ? [] : [filter])],
  });
}

/** @throws Unproven where the document did not come out whole; WorkRefused */
export async function makeBlankSheetPdf(scope: SheetScope) {
  const { locale, topic } = scope;
  const work = {
    ...factsOf(scope),
    topic: localize(topic.name, locale),
    period: localize(topic.period, locale),
    sections: blankSections(topic, locale),
    notes: topic.notes.map((note) => localize(note, locale)),
  };
  return handOutPaper(scope, blankSheetPdfJob, work, {
    ...recordOf(scope, 'formulir'),
    words: wordsOf(scope, 'formulir'),
  });
}

function factsOf({ agency, locale, place, topic }: SheetScope): PaperFacts {
  const { row: rakerda } = place;
  return {
    locale,
    agency: `${agency.name} (${agency.code})`,
    rakerda: rakerda.name,
    timeZone: rakerda.time_zone,
    isDemo: rakerda.is_demo === 1,
    regulation: topic.regulation.citation,
    madeAt: new Date().toISOString(),
  };
}

type PaperName = 'telaah' | 'formulir';

/** Who may see the figures was asked where the sheet was opened. */
const recordOf = ({ agency, topic }: SheetScope, name: PaperName) =>
  ({
    may: 'rakerda.read',
    agencyCode: agency.code,
    what: `${name}.pdf`,
    instrument: `${topic.code}@${topic.version}`,
  }) as const;

const wordsOf = ({ agency, place, topic }: SheetScope, name: PaperName) => [
  name,
  topic.code,
  place.row.id,
  agency.code,
];

/** Makes the template that an assessment leaves the house in, and says whether its answers are open. */
import { formJob } from '~/files/formJobs.server';
import { downloadName } from '~/files/downloadName';
import { indicatorsOf } from '~/instrument';
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import { Unproven } from '~/work';
import { readTexts } from '../answers.server';
import { readOnlyReason } from '../assessment.read.server';
import { assessmentHeaderData } from '../assessmentHeader';
import { parseLevels } from '../levels';
import { answerImportWords } from './answerImportWords';
import { answersForm } from './answersTable';

/** The page that answers come to as a file. */
export function readAnswersImport({ actor, place, locale }: AssessmentScope) {
  const header = assessmentHeaderData(place);
  return {
    title: `${answerImportWords[locale].title({ agency: header.agency })} – Rakerda SPBE`,
    header,
    readOnly: readOnlyReason(actor, place),
  };
}

/** The assessment as a workbook to fill in. @throws Unproven; WorkRefused */
export async function makeAnswersTemplate(scope: AssessmentScope) {
  const { db, place, instrument, locale, workers } = scope;
  const { row, assessment, agency } = place;
  const texts = await readTexts(db, assessment.id);
  const levels = parseLevels(assessment.levels);
  const answers = indicatorsOf(instrument).map(({ no }, position) => ({
    no,
    version: texts.get(no)?.version ?? 0,
    level: levels[position] ?? null,
    justification: texts.get(no)?.justification ?? '',
  }));
  const stamp = {
    instrumentCode: instrument.code,
    agencyCode: agency.code,
    language: locale,
    rakerdaId: row.id,
  };
  const isDemo = row.is_demo === 1;
  const file = await workers.run(formJob, answersForm(instrument, answers, stamp, isDemo), scope);
  if (file.kind === 'unproven') throw new Unproven(file.why);
  return {
    name: downloadName(isDemo, ['jawaban', instrument.code, row.id, agency.code], 'xlsx'),
    body: file.bytes,
  };
}

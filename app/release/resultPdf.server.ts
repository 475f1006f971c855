/** The use case of one agency's PDF: who may, what it holds, drawn, checked, recorded. */
import { createHash } from 'node:crypto';
import type { Db } from '#db/database';
import { readTogether } from '#db/together';
import { parseLevels } from '~/assessment';
import { downloadName } from '~/files/downloadName';
import { fileWordsOf } from './fileWords';
import { type AssessmentPlace, type AssessmentScope, demandFigures } from '~/rakerda/meetingScope.server';
import { change } from '~/record/change.server';
import { targetOfAssessment } from '~/rakerda/targets.server';
import { ReleaseError } from './failure';
import { resultPdfJob } from './releaseJobs.server';
import { resultSheet } from './resultSheet';

export interface ResultPdf {
  readonly name: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * Makes the PDF of one assessment for somebody who may see its figures, and records that it left the house.
 * @throws 403 where the reader may not see the figures; ReleaseError where the document did not come out whole; WorkRefused
 */
export async function makeResultPdf(scope: AssessmentScope): Promise<ResultPdf> {
  const { db, place, locale, instrument } = scope;
  const found = await readResult(db, place);
  demandFigures({ ...scope, place: { ...place, assessment: { ...place.assessment, state: found.state } } });
  const { row: rakerda, agency } = place;
  const madeAt = new Date().toISOString();
  const sheet = resultSheet(
    instrument,
    {
      agencyName: agency.name,
      agencyCode: agency.code,
      rakerdaName: rakerda.name,
      year: rakerda.year,
      timeZone: rakerda.time_zone,
      isDemo: rakerda.is_demo === 1,
      printedAt: madeAt,
      ...found,
    },
    fileWordsOf(locale),
    locale,
  );
  const file = await scope.workers.run(resultPdfJob, { sheet, locale, madeAt }, scope);
  if (file.kind === 'unproven') throw new ReleaseError('mismatch', file.why);
  const body = file.bytes;
  await change(scope, { may: null }, ({ tell }) =>
    tell('release.downloaded', {
      format: 'pdf',
      instrument: `${instrument.code}@${instrument.version}`,
      scope: agency.code,
      sha256: createHash('sha256').update(body).digest('hex'),
    }),
  );
  return {
    name: downloadName(
      rakerda.is_demo === 1,
      [
        'hasil',
        instrument.code,
        rakerda.id,
        agency.code,
        ...(found.state === 'approved' ? [] : ['sementara']),
      ],
      'pdf',
    ),
    body,
  };
}

/** State, levels, flags and target of one moment. */
async function readResult(db: Db, { assessment }: AssessmentPlace) {
  return readTogether(db, async (trx) => {
    const current = await trx
      .selectFrom('assessment')
      .select(['state', 'levels', 'approved_at', targetOfAssessment().as('target')])
      .where('id', '=', assessment.id)
      .executeTakeFirstOrThrow();
    const answers = await trx
      .selectFrom('answer')
      .select(['indicator_no', 'discuss', 'service'])
      .where('assessment_id', '=', assessment.id)
      .where((one) => one.or([one('discuss', '=', 1), one('service', '!=', '')]))
      .execute();
    return {
      state: current.state,
      levels: parseLevels(current.levels),
      approvedAt: current.approved_at,
      discuss: new Set(answers.filter(({ discuss }) => discuss === 1).map(({ indicator_no: no }) => no)),
      services: new Map(answers.map(({ indicator_no: no, service }) => [no, service])),
      targetHundredths: current.target,
    };
  });
}

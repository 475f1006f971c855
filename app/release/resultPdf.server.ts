/** The use case of one agency's PDF: who may, what it holds, drawn, checked, recorded. */
import { createHash } from 'node:crypto';
import { Font, renderToBuffer } from '@react-pdf/renderer';
import { record } from '#db/record';
import { parseLevels } from '~/assessment';
import { catalogueOf } from '~/i18n/locale.server';
import type { Locale } from '~/instrument';
import type { Services } from '~/server/context';
import { type Actor, maySeeFigures } from '~/policy';
import type { AssessmentPlace } from '~/rakerda/scope.server';
import { targetOfAssessment } from '~/rakerda/targets.server';
import { ReleaseError } from './failure';
import { downloadName } from './files';
import { resultSheet } from './result';
import { drawResult } from './resultDocument';

export interface ResultPdf {
  readonly name: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * Makes the PDF of one assessment for somebody who may read it, and records that it left the house.
 * @returns null where the actor may not read the assessment
 * @throws ReleaseError where the document did not come out whole
 */
export async function makeResultPdf(
  services: Pick<Services, 'db' | 'feed' | 'instruments'>,
  actor: Actor,
  place: AssessmentPlace,
  locale: Locale,
  requestId: string,
): Promise<ResultPdf | null> {
  const found = await readResult(services.db, place);
  const readable = maySeeFigures(actor, place, place.agencyCode, found.state);
  if (!readable) return null;
  const { row: rakerda, agency } = place;
  const instrument = services.instruments.get(
    place.assessment.instrument_code,
    place.assessment.instrument_version,
  );
  const text = catalogueOf(locale);
  const sheet = resultSheet(
    instrument,
    {
      agencyName: agency.name,
      agencyCode: agency.code,
      rakerdaName: rakerda.name,
      year: rakerda.year,
      timeZone: rakerda.time_zone,
      isDemo: rakerda.is_demo === 1,
      printedAt: new Date().toISOString(),
      ...found,
    },
    text,
    locale,
  );
  // Words stay whole: the library's hyphenation knows English only.
  Font.registerHyphenationCallback((word) => [word]);
  const body = Uint8Array.from(await renderToBuffer(drawResult({ sheet, text, locale })));
  const whole = Buffer.from(body);
  if (!whole.subarray(0, 5).equals(Buffer.from('%PDF-')) || !whole.subarray(-16).includes('%%EOF')) {
    throw new ReleaseError('mismatch', 'the PDF is not whole');
  }
  await services.db.transaction().execute((trx) =>
    record(trx, {
      type: 'release.downloaded',
      actorId: actor.id,
      rakerdaId: rakerda.id,
      agencyCode: agency.code,
      requestId,
      payload: {
        format: 'pdf',
        instrument: `${instrument.code}@${instrument.version}`,
        scope: agency.code,
        sha256: createHash('sha256').update(body).digest('hex'),
      },
    }),
  );
  services.feed.wake();
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

/** State, levels, flags and target in one transaction. */
async function readResult(db: Services['db'], { assessment }: AssessmentPlace) {
  return db.transaction().execute(async (trx) => {
    const current = await trx
      .selectFrom('assessment')
      .select(['state', 'levels', 'approved_at', targetOfAssessment().as('target')])
      .where('id', '=', assessment.id)
      .executeTakeFirstOrThrow();
    const flagged = await trx
      .selectFrom('answer')
      .select('indicator_no')
      .where('assessment_id', '=', assessment.id)
      .where('discuss', '=', 1)
      .execute();
    return {
      state: current.state,
      levels: parseLevels(current.levels),
      approvedAt: current.approved_at,
      discuss: new Set(flagged.map(({ indicator_no: no }) => no)),
      targetHundredths: current.target,
    };
  });
}

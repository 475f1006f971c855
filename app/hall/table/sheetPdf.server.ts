/** The use case of one agency's sheet as a file: read, drawn, checked, recorded. */
import { createHash } from 'node:crypto';
import { downloadName } from '~/files/downloadName';
import { readArms } from '~/rakerda/arms.server';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { change } from '~/record/change.server';
import { Unproven } from '~/work';
import { readSheet } from './sheet.read.server';
import { sheetPdfJob } from './sheetJobs.server';

/**
 * Makes the sheet as the reader may see it, and records that it left the house.
 * @throws 404 where no such agency takes part; Unproven where the document did not come out whole; WorkRefused
 */
export async function makeSheetPdf(scope: MeetingScope, agencyCode: string | undefined) {
  const { db, place, locale, workers } = scope;
  const { row: rakerda } = place;
  const sheet = await readSheet(scope, agencyCode);
  const isDemo = rakerda.is_demo === 1;
  const { code } = sheet.agency;
  const file = await workers.run(
    sheetPdfJob,
    {
      sheet,
      rakerda: rakerda.name,
      timeZone: rakerda.time_zone,
      host: rakerda.host,
      isDemo,
      arms: await readArms(db, rakerda.id),
      locale,
      madeAt: new Date().toISOString(),
    },
    scope,
  );
  if (file.kind === 'unproven') throw new Unproven(file.why);
  await change(scope, { may: 'comparison.read', agencyCode: code }, ({ tell }) =>
    tell('release.downloaded', {
      format: 'lembar.pdf',
      instrument: sheet.topics.map(({ key }) => key).join(' '),
      scope: code,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
    }),
  );
  return { name: downloadName(isDemo, ['lembar', rakerda.id, code], 'pdf'), body: file.bytes };
}

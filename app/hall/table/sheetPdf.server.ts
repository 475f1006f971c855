/** The use case of one agency's sheet as a file: read, drawn, checked, recorded. */
import { readArms } from '~/rakerda/arms.server';
import { handOutPaper } from '~/rakerda/handOutPaper.server';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { readSheet } from './sheet.read.server';
import { sheetPdfJob } from './sheetJobs.server';

/**
 * Makes the sheet as the reader may see it, and records that it left the house.
 * @throws 404 where no such agency takes part; Unproven where the document did not come out whole; WorkRefused
 */
export async function makeSheetPdf(scope: MeetingScope, agencyCode: string | undefined) {
  const { db, place, locale } = scope;
  const { row: rakerda } = place;
  const sheet = await readSheet(scope, agencyCode);
  const { code } = sheet.agency;
  const work = {
    sheet,
    rakerda: rakerda.name,
    timeZone: rakerda.time_zone,
    host: rakerda.host,
    isDemo: rakerda.is_demo === 1,
    arms: await readArms(db, rakerda.id),
    locale,
    madeAt: new Date().toISOString(),
  };
  return handOutPaper(scope, sheetPdfJob, work, {
    may: 'comparison.read',
    agencyCode: code,
    what: 'lembar.pdf',
    instrument: sheet.topics.map(({ key }) => key).join(' '),
    words: ['lembar', rakerda.id, code],
  });
}

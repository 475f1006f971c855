/** Hands out a table of the comparison as a file, of the agencies and in the order that the page shows. */
import { notFound } from '~/accounts/requestScope.server';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { readCodes } from './agencyChoice';
import { readComparison } from './comparison.read.server';
import { csvFileName, parseCsvTable } from './csvFile.server';
import { comparisonCsvJob } from './csvJob.server';

/**
 * @param asked `tabel`, `semua`, `urut` and the chosen agencies, as on the page
 * @throws 404 for a table that there is none of
 */
export async function comparisonFile(
  scope: MeetingScope,
  instrumentCode: string | undefined,
  asked: URLSearchParams,
): Promise<{ readonly name: string; readonly body: string }> {
  const { place, locale } = scope;
  const table = parseCsvTable(asked.get('tabel') ?? 'peringkat') ?? notFound();
  const { instrument, agencies } = await readComparison(scope, instrumentCode);
  const isDemo = place.row.is_demo === 1;
  const body = await scope.workers.run(
    comparisonCsvJob,
    {
      table,
      instrument,
      agencies,
      codes: asked.get('semua') === '1' ? null : readCodes(asked),
      sort: asked.get('urut'),
      isDemo,
      locale,
    },
    scope,
  );
  return { name: csvFileName(table, place.row.id, isDemo), body: body ?? notFound() };
}

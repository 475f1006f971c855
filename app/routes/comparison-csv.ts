import type { LoaderFunctionArgs } from '@remix-run/node';
import { readCodes } from '~/comparison';
import { comparisonCsvJob, csvFileName, parseCsvTable, readComparison } from '~/comparison/index.server';
import { notFound } from '~/accounts/requestScope.server';
import { openMeeting } from '~/rakerda/meetingScope.server';

/** One table of the comparison as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'comparison.read');
  const { place, locale } = scope;
  const search = new URL(args.request.url).searchParams;
  const table = parseCsvTable(search.get('tabel') ?? 'peringkat') ?? notFound();
  const { instrument, agencies } = await readComparison(scope, args.params.instrumen);
  const isDemo = place.row.is_demo === 1;
  const csv = await scope.workers.run(
    comparisonCsvJob,
    {
      table,
      instrument,
      agencies,
      codes: search.get('semua') === '1' ? null : readCodes(search),
      sort: search.get('urut'),
      isDemo,
      locale,
    },
    scope,
  );
  if (csv === null) return notFound();
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${csvFileName(table, place.row.id, isDemo)}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { readCodes } from '~/comparison';
import { comparisonCsv, csvFileName, parseCsvTable, readComparison } from '~/comparison/index.server';
import { catalogueOf, readLocale } from '~/i18n/locale.server';
import { authorize } from '~/record/change.server';
import { notFound, requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

/** One table of the comparison as a file. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'comparison.read', place);
  const search = new URL(request.url).searchParams;
  const table = parseCsvTable(search.get('tabel') ?? 'peringkat') ?? notFound();
  const { db, instruments } = context;
  const { instrument, agencies } = await readComparison({
    db,
    instruments,
    actor,
    place,
    instrumentCode: params.instrumen,
  });
  const locale = await readLocale(request);
  const isDemo = place.row.is_demo === 1;
  const csv = comparisonCsv({
    table,
    instrument,
    agencies,
    codes: search.get('semua') === '1' ? null : readCodes(search),
    sort: search.get('urut'),
    isDemo,
    locale,
    text: catalogueOf(locale),
  });
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

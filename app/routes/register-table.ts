import type { LoaderFunctionArgs } from '@remix-run/node';
import { downloadName } from '~/files/downloadName';
import { registerTable } from '~/topics/registers/register.read.server';
import { openRegister } from '~/topics/registers/registerScope.server';

/** The whole register with tabs, for a spreadsheet or its clipboard. */
export async function loader(args: LoaderFunctionArgs) {
  const scope = await openRegister(args);
  const { agency, place, register } = scope;
  const name = downloadName(place.row.is_demo === 1, ['register', register.code, agency.code], 'tsv');
  // With a byte order mark, so that a spreadsheet reads the letters right.
  return new Response(`\ufeff${await registerTable(scope)}`, {
    headers: {
      'Content-Type': 'text/tab-separated-values; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

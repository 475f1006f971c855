/** The table of the Rakerda as a file: `/rakerda/:rakerda/meja.csv`. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { readTableCsv } from '~/hall/table/index.server';
import { openMeeting } from '~/rakerda/meetingScope.server';

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'comparison.read');
  const { name, text } = await readTableCsv(scope, new URL(args.request.url).searchParams);
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}

/** Published results as a file: `/hasil-resmi.csv`. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { openScope } from '~/accounts/requestScope.server';
import { publishedCsv } from '~/published/index.server';

export async function loader(args: LoaderFunctionArgs) {
  const { name, body } = await publishedCsv(
    await openScope(args, null),
    new URL(args.request.url).searchParams,
  );
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}

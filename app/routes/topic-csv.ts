import type { LoaderFunctionArgs } from '@remix-run/node';
import { topicCsv } from '~/topics/topicCsv.server';
import { openTopic } from '~/topics/topicScope.server';

/** The comparison of one topic as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const scope = await openTopic(args, 'comparison.read');
  const { name, body } = await topicCsv(scope, new URL(args.request.url).searchParams);
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

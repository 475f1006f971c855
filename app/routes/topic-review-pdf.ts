/** The review of a sheet on paper: `/rakerda/:rakerda/topik/:topik/:instansi/telaah.pdf`. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { readLocale } from '~/i18n/locale.server';
import { documentResponse, refusalResponse } from '~/release/index.server';
import { readSheetFilter } from '~/topics/screens';
import { makeSheetReviewPdf } from '~/topics/papers/sheetPapers.server';
import { openSheet } from '~/topics/topicScope.server';

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  try {
    const scope = await openSheet(args);
    if (args.request.method === 'HEAD')
      return new Response(null, { headers: { 'Content-Type': 'application/pdf' } });
    const pdf = await makeSheetReviewPdf(scope, readSheetFilter(new URL(args.request.url).searchParams));
    return documentResponse(pdf.body, pdf.name, 'application/pdf');
  } catch (error) {
    return refusalResponse(error, await readLocale(args.request));
  }
}

/** What a sheet asks, on paper to be filled in by pen: `/rakerda/:rakerda/topik/:topik/:instansi/formulir.pdf`. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { readLocale } from '~/i18n/locale.server';
import { documentResponse, refusalResponse } from '~/release/index.server';
import { makeBlankSheetPdf } from '~/topics/papers/sheetPapers.server';
import { openSheet } from '~/topics/topicScope.server';

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  try {
    const scope = await openSheet(args);
    if (args.request.method === 'HEAD')
      return new Response(null, { headers: { 'Content-Type': 'application/pdf' } });
    const pdf = await makeBlankSheetPdf(scope);
    return documentResponse(pdf.body, pdf.name, 'application/pdf');
  } catch (error) {
    return refusalResponse(error, await readLocale(args.request));
  }
}

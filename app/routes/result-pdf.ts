import type { LoaderFunctionArgs } from '@remix-run/node';
import { readLocale } from '~/i18n/locale.server';
import { openFigures } from '~/rakerda/meetingScope.server';
import { documentResponse, makeResultPdf, refusalResponse } from '~/release/index.server';

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  try {
    const scope = await openFigures(args);
    if (args.request.method === 'HEAD')
      return new Response(null, { headers: { 'Content-Type': 'application/pdf' } });
    const pdf = await makeResultPdf(scope);
    return documentResponse(pdf.body, pdf.name, 'application/pdf');
  } catch (error) {
    return refusalResponse(error, await readLocale(args.request));
  }
}

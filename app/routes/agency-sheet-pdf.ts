/** The same on paper: `/rakerda/:rakerda/instansi/:instansi/lembar.pdf`. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { makeSheetPdf } from '~/hall/table/index.server';
import { readLocale } from '~/i18n/locale.server';
import { openMeeting } from '~/rakerda/meetingScope.server';
import { documentResponse, refusalResponse } from '~/release/index.server';

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  try {
    const scope = await openMeeting(args, 'comparison.read');
    if (args.request.method === 'HEAD')
      return new Response(null, { headers: { 'Content-Type': 'application/pdf' } });
    const pdf = await makeSheetPdf(scope, args.params.instansi);
    return documentResponse(pdf.body, pdf.name, 'application/pdf');
  } catch (error) {
    return refusalResponse(error, await readLocale(args.request));
  }
}

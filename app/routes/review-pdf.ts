import type { LoaderFunctionArgs } from '@remix-run/node';
import { makeReviewPdf } from '~/assessment/reviewPdf.server';
import { readReviewFilter } from '~/assessment/screens';
import { readLocale } from '~/i18n/locale.server';
import { openAssessment } from '~/rakerda/meetingScope.server';
import { documentResponse, refusalResponse } from '~/release/index.server';

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  try {
    const scope = await openAssessment(args, 'assessment.read');
    if (args.request.method === 'HEAD')
      return new Response(null, { headers: { 'Content-Type': 'application/pdf' } });
    const pdf = await makeReviewPdf(scope, readReviewFilter(new URL(args.request.url).searchParams));
    return documentResponse(pdf.body, pdf.name, 'application/pdf');
  } catch (error) {
    return refusalResponse(error, await readLocale(args.request));
  }
}

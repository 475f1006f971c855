import type { LoaderFunctionArgs } from '@remix-run/node';
import { catalogueOf, readLocale } from '~/i18n/locale.server';
import { documentResponse, makeResultPdf, refusalResponse } from '~/release/index.server';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';
import { findAssessmentPlace } from '~/rakerda/scope.server';

export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const locale = await readLocale(request);
  try {
    const actor = await requireActor({ request, context });
    const place = await findAssessmentPlace(context.db, actor, params);
    // Approved results are open to every agency of the Rakerda; a draft only to those who may read it.
    authorize(
      actor,
      place.assessment.state === 'approved' ? 'assessment.readApproved' : 'assessment.read',
      place,
    );
    if (request.method === 'HEAD')
      return new Response(null, { headers: { 'Content-Type': 'application/pdf' } });
    const pdf = await makeResultPdf(context, actor, place, locale, context.requestId);
    if (!pdf) throw new Response(null, { status: 403 });
    return documentResponse(pdf.body, pdf.name, 'application/pdf');
  } catch (error) {
    return refusalResponse(error, catalogueOf(locale));
  }
}

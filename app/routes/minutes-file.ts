import type { LoaderFunctionArgs } from '@remix-run/node';
import { catalogueOf, readLocale } from '~/i18n/locale.server';
import { downloadMinutes, MINUTES_TYPES, readMinutesFile } from '~/minutes/index.server';
import { documentResponse, refusalResponse } from '~/release/index.server';
import { authorize } from '~/record/change.server';
import { notFound, requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  try {
    const actor = await requireActor({ request, context });
    const place = await findRakerdaPlace(context.db, actor, params.rakerda);
    authorize(actor, 'minutes.read', place);
    const file = readMinutesFile(params.berkas);
    if (!file) notFound();
    const type = MINUTES_TYPES[file.format];
    // Asking only for the headers is no download.
    if (request.method === 'HEAD') return new Response(null, { headers: { 'Content-Type': type } });
    const download = await downloadMinutes(context, actor, place, file, context.requestId);
    if (!download) notFound();
    const disposition = file.format === 'pdf' ? 'inline' : 'attachment';
    return documentResponse(download.body, download.name, type, disposition);
  } catch (error) {
    return refusalResponse(error, catalogueOf(await readLocale(request)));
  }
}

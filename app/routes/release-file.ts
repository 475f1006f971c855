import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { catalogueOf, readLocale } from '~/i18n/locale.server';
import { readScope } from '~/release';
import {
  CONTENT_TYPES,
  handOut,
  readFile,
  refusalResponse,
  ReleaseError,
  streamResponse,
} from '~/release/index.server';
import { authorize } from '~/record/change.server';
import { notFound, requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const locale = await readLocale(request);
  const scope = readScope(new URL(request.url).searchParams);
  try {
    const actor = await requireActor({ request, context });
    const place = await findRakerdaPlace(context.db, actor, params.rakerda);
    authorize(actor, 'release.download', place);
    const file = readFile(params.berkas);
    if (!file) notFound();
    // Asking only for the headers makes no file and is no download.
    if (request.method === 'HEAD')
      return new Response(null, { headers: { 'Content-Type': CONTENT_TYPES[file] } });
    const download = await handOut(context, actor, {
      place,
      instrumentCode: params.instrumen ?? '',
      file,
      scope,
      locale,
      requestId: context.requestId,
    });
    if (!download) notFound();
    return streamResponse(download.stream, { ...download, type: CONTENT_TYPES[file] });
  } catch (error) {
    if (!(error instanceof ReleaseError)) return refusalResponse(error, catalogueOf(locale));
    if (error.failure !== 'empty') {
      context.log.error({ err: error, requestId: context.requestId }, 'release was not handed out');
    }
    const words = new URLSearchParams({ keadaan: scope, gagal: error.failure, nomor: context.requestId });
    return redirect(`${new URL('.', request.url).pathname.replace(/\/$/, '')}?${words.toString()}`);
  }
}

import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { notFound } from '~/accounts/requestScope.server';
import { readLocale } from '~/i18n/locale.server';
import { openMeeting } from '~/rakerda/meetingScope.server';
import { readScope } from '~/release';
import {
  CONTENT_TYPES,
  formatOf,
  handOut,
  readFile,
  refusalResponse,
  ReleaseError,
  streamResponse,
} from '~/release/index.server';

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { request, params, context } = args;
  const extent = readScope(new URL(request.url).searchParams);
  try {
    const scope = await openMeeting(args, 'release.download');
    const file = readFile(params.berkas);
    if (!file) notFound();
    // Asking only for the headers makes no file and is no download.
    if (request.method === 'HEAD')
      return new Response(null, { headers: { 'Content-Type': CONTENT_TYPES[formatOf(file)] } });
    const download = await handOut(scope, { instrumentCode: params.instrumen ?? '', file, extent });
    if (!download) notFound();
    return streamResponse(download.stream, { ...download, type: CONTENT_TYPES[formatOf(file)] });
  } catch (error) {
    if (!(error instanceof ReleaseError)) return refusalResponse(error, await readLocale(request));
    if (error.failure !== 'empty') {
      context.log.error({ err: error, requestId: context.requestId }, 'release was not handed out');
    }
    const words = new URLSearchParams({ keadaan: extent, gagal: error.failure, nomor: context.requestId });
    return redirect(`${new URL('.', request.url).pathname.replace(/\/$/, '')}?${words.toString()}`);
  }
}

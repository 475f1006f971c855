import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { notFound } from '~/accounts/requestScope.server';
import { headersOnly, orRefused, streamResponse } from '~/files/fileResponse.server';
import { openMeeting } from '~/rakerda/meetingScope.server';
import { readScope } from '~/release';
import { handOut, readFile, ReleaseError } from '~/release/index.server';

export function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { request, params, context } = args;
  const extent = readScope(new URL(request.url).searchParams);
  return orRefused(args, async () => {
    const scope = await openMeeting(args, 'release.download');
    const file = readFile(params.berkas) ?? notFound();
    if (request.method === 'HEAD') return headersOnly(file);
    try {
      const wanted = { instrumentCode: params.instrumen ?? '', file, extent };
      return streamResponse((await handOut(scope, wanted)) ?? notFound());
    } catch (error) {
      if (!(error instanceof ReleaseError)) throw error;
      if (error.failure !== 'empty') {
        context.log.error({ err: error, requestId: context.requestId }, 'release was not handed out');
      }
      const words = new URLSearchParams({ keadaan: extent, gagal: error.failure, nomor: context.requestId });
      return redirect(`${new URL('.', request.url).pathname.replace(/\/$/, '')}?${words.toString()}`);
    }
  });
}

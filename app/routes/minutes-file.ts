import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '~/accounts/requestScope.server';
import { readLocale } from '~/i18n/locale.server';
import { downloadMinutes, MINUTES_TYPES, readMinutesFile } from '~/hall/minutes/index.server';
import { openMeeting } from '~/rakerda/meetingScope.server';
import { documentResponse, refusalResponse } from '~/release/index.server';

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { request, params } = args;
  try {
    const scope = await openMeeting(args, 'minutes.read');
    const file = readMinutesFile(params.berkas);
    if (!file) notFound();
    const type = MINUTES_TYPES[file.format];
    // Asking only for the headers is no download.
    if (request.method === 'HEAD') return new Response(null, { headers: { 'Content-Type': type } });
    const download = await downloadMinutes(scope, file);
    if (!download) notFound();
    const disposition = file.format === 'pdf' ? 'inline' : 'attachment';
    return documentResponse(download.body, download.name, type, disposition);
  } catch (error) {
    return refusalResponse(error, await readLocale(request));
  }
}

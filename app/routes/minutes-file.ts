import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '~/accounts/requestScope.server';
import { documentResponse, headersOnly, orRefused } from '~/files/fileResponse.server';
import { downloadMinutes, readMinutesFile } from '~/hall/minutes/index.server';
import { openMeeting } from '~/rakerda/meetingScope.server';

export function loader(args: LoaderFunctionArgs): Promise<Response> {
  return orRefused(args, async () => {
    const scope = await openMeeting(args, 'minutes.read');
    const file = readMinutesFile(args.params.berkas) ?? notFound();
    if (args.request.method === 'HEAD') return headersOnly(`.${file.format}`);
    return documentResponse((await downloadMinutes(scope, file)) ?? notFound());
  });
}

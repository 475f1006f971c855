/** What a device needs to show an agency's sheets without the server: `/rakerda/:rakerda/instansi/:instansi/bekal`. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import type { SheetKit } from '~/assessment/screens';
import { openMeeting } from '~/rakerda/meetingScope.server';
import { readEverySheet } from '~/topics/sheet.read.server';

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.read');
  const kit: SheetKit = {
    release: args.context.release,
    account: scope.actor.id,
    sheets: await readEverySheet(scope, args.params.instansi ?? ''),
  };
  return Response.json(kit, { headers: { 'Cache-Control': 'no-store' } });
}

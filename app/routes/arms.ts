/** The arms or logo, for who may read the Rakerda: `/rakerda/:rakerda/lambang/:sidik`. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '~/accounts/requestScope.server';
import { armsResponse } from '~/rakerda/arms.server';
import { openMeeting } from '~/rakerda/meetingScope.server';

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { db, place } = await openMeeting(args, 'rakerda.read');
  return (await armsResponse(db, place.row.id, args.params.sidik)) ?? notFound();
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { manageAttendance, readAttendancePage } from '~/hall/cards/index.server';
import { AttendanceScreen, isAboutAttendance } from '~/hall/cards/screens';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { rakerdaPath } from '~/paths';
import { openMeeting } from '~/rakerda/meetingScope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.read');
  return readAttendancePage(scope, new URL(args.request.url).searchParams);
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.manage');
  const result = await manageAttendance(scope, await args.request.formData());
  switch (result.kind) {
    case 'done':
      return redirect(`${rakerdaPath(scope.place.row.id, 'attendance')}?pesan=${result.message}`);
    case 'refused':
      return data(result.refusal, { status: 422 });
  }
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function Attendance() {
  const { title: _title, asOf, ...page } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, asOf, isAboutAttendance);
  return (
    <AttendanceScreen {...page} refusal={useActionData<typeof action>()} live={<LiveMarker state={live} />} />
  );
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { cardWords, manageAttendance, readAttendancePage } from '~/cards/index.server';
import { AttendanceScreen, isAboutAttendance } from '~/cards/screens';
import { readLocale } from '~/i18n/locale.server';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.read', place);
  const locale = await readLocale(request);
  const asked = new URL(request.url).searchParams;
  return {
    title: `${cardWords[locale].attendance.title} – ${place.row.name}`,
    ...(await readAttendancePage(context, actor, place, asked)),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.manage', place);
  const result = await manageAttendance(context, actor, place, await request.formData(), context.requestId);
  switch (result.kind) {
    case 'done':
      return redirect(`/rakerda/${place.row.id}/kehadiran?pesan=${result.message}`);
    case 'refused':
      return data(result.refusal, { status: 422 });
    case 'unreadable':
      throw Response.json({ reason: 'unreadable' }, { status: 400 });
  }
}

export default function Attendance() {
  const { title: _title, asOf, ...page } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, asOf, isAboutAttendance);
  return (
    <AttendanceScreen {...page} refusal={useActionData<typeof action>()} live={<LiveMarker state={live} />} />
  );
}

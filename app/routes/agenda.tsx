import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changeAgenda, readAgendaPage } from '~/hall/agenda/index.server';
import { AgendaScreen, isAboutAgenda } from '~/hall/agenda/screens';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { rakerdaPath } from '~/paths';
import { openMeeting } from '~/rakerda/meetingScope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  return readAgendaPage(await openMeeting(args, 'rakerda.read'));
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.manage');
  const result = await changeAgenda(scope, await args.request.formData());
  switch (result.kind) {
    case 'done': {
      const search = new URLSearchParams({ pesan: result.message, acara: result.id });
      return redirect(
        `${rakerdaPath(scope.place.row.id, 'agenda')}?${search.toString()}#acara-${encodeURIComponent(result.id)}`,
      );
    }
    case 'refused':
      return data(result.refusal, { status: 422 });
  }
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function Agenda() {
  const page = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, isAboutAgenda);
  return (
    <AgendaScreen {...page} refusal={useActionData<typeof action>()} live={<LiveMarker state={live} />} />
  );
}

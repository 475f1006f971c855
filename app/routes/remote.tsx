import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { sharedWords } from '~/i18n/sharedWords';
import { obeyRemote, openProjector, readChoices, readRemote } from '~/hall/projector/index.server';
import { RemoteScreen } from '~/hall/projector/screens';
import { rakerdaPath } from '~/paths';
import { openMeeting } from '~/rakerda/meetingScope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'projector.control');
  await openProjector(scope);
  const { row } = scope.place;
  return {
    title: `${row.name} – ${sharedWords[scope.locale].productName}`,
    view: await readRemote(scope),
    choices: await readChoices(scope),
    rakerda: { id: row.id, name: row.name, isDemo: row.is_demo === 1 },
    isArchived: row.state === 'archived',
    message: new URL(args.request.url).searchParams.get('pesan'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openMeeting(args, 'projector.control');
  const here = rakerdaPath(scope.place.row.id, 'remote');
  const result = await obeyRemote(scope, await args.request.formData());
  switch (result.kind) {
    // Where the screen cannot be changed any more, the page says so by itself.
    case 'done':
    case 'locked':
      return redirect(here);
    case 'stale':
      return redirect(`${here}?pesan=lewat`);
    case 'unknownAgency':
      return redirect(`${here}?pesan=tidak-dikenal`);
    case 'tooMany':
      return data({ agencies: result.agencies }, { status: 422 });
  }
}

export default function Remote() {
  const { title: _title, message, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const notice = refused ? 'tooMany' : noticeOf(message);
  return <RemoteScreen {...page} notice={notice} refusedAgencies={refused?.agencies ?? null} />;
}

function noticeOf(message: string | null) {
  if (message === 'lewat') return 'stale';
  return message === 'tidak-dikenal' ? 'unknownAgency' : null;
}

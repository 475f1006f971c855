import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { sharedWords } from '~/i18n';
import { obeyRemote, openProjector, readChoices, readRemote } from '~/hall/projector/index.server';
import { RemoteScreen } from '~/hall/projector/screens';
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
    isStale: new URL(args.request.url).searchParams.get('pesan') === 'lewat',
  };
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openMeeting(args, 'projector.control');
  const here = `/rakerda/${scope.place.row.id}/kendali`;
  const result = await obeyRemote(scope, await args.request.formData());
  switch (result.kind) {
    case 'done':
      return redirect(here);
    case 'stale':
      return redirect(`${here}?pesan=lewat`);
    case 'tooMany':
      return data({ agencies: result.agencies }, { status: 422 });
    case 'unreadable':
      throw Response.json({ reason: 'unreadable' }, { status: 400 });
  }
}

export default function Remote() {
  const { title: _title, isStale, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const notice = refused ? 'tooMany' : isStale ? 'stale' : null;
  return <RemoteScreen {...page} notice={notice} refusedAgencies={refused?.agencies ?? null} />;
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { sharedWords } from '~/i18n';
import { readFollow } from '~/hall/projector/index.server';
import { FollowScreen } from '~/hall/projector/screens';
import { openMeeting } from '~/rakerda/meetingScope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.read');
  const { id, name } = scope.place.row;
  return {
    title: `${name} – ${sharedWords[scope.locale].productName}`,
    view: await readFollow(scope),
    rakerda: { id, name },
  };
}

export default function Follow() {
  const { title: _title, ...page } = useLoaderData<typeof loader>();
  return <FollowScreen {...page} />;
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { openMeeting } from '~/rakerda/meetingScope.server';
import { armsAnswerPath, postEdit, readEditPage } from '~/hall/setUp/index.server';
import { EditScreen, isAboutDetails } from '~/hall/setUp/screens';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { rakerdaPath } from '~/paths';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.manage');
  return readEditPage(scope, new URL(args.request.url).searchParams);
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.manage');
  const result = await postEdit(scope, await args.request.formData());
  switch (result.kind) {
    case 'done':
      return redirect(
        `${rakerdaPath(scope.place.row.id, 'edit')}?pesan=${result.message}#${result.message === 'data' ? 'data' : 'instansi'}`,
      );
    case 'refused':
      return data(result.refusal, { status: 422 });
    case 'arms':
      return redirect(armsAnswerPath(scope.place.row.id, result.message));
  }
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function RakerdaEdit() {
  const page = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, isAboutDetails);
  return <EditScreen {...page} refusal={useActionData<typeof action>()} live={<LiveMarker state={live} />} />;
}

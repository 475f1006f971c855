import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { makeMinutesByForm, readMinutesPage } from '~/hall/minutes/index.server';
import { isAboutMinutes, MinutesScreen } from '~/hall/minutes/screens';
import { rakerdaPath } from '~/paths';
import { openMeeting } from '~/rakerda/meetingScope.server';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.page.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'minutes.read');
  const made = new URL(args.request.url).searchParams.get('dibuat');
  return { justMade: made === null ? null : Number(made), page: await readMinutesPage(scope) };
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openMeeting(args, 'minutes.make');
  const result = await makeMinutesByForm(scope, await args.request.formData());
  switch (result.kind) {
    case 'made':
      return redirect(
        `${rakerdaPath(scope.place.row.id, 'minutes')}?dibuat=${result.number}#nomor-${result.number}`,
      );
    case 'refused':
      return data(result.refusal, { status: result.status });
  }
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function Minutes() {
  const { justMade, page } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, isAboutMinutes);
  return (
    <MinutesScreen
      {...page}
      justMade={justMade}
      refusal={useActionData<typeof action>()}
      live={<LiveMarker state={live} />}
    />
  );
}

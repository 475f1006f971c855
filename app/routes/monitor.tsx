import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound } from '~/accounts/requestScope.server';
import { sharedWords } from '~/i18n';
import { rakerdaPageWords } from '~/rakerda/rakerdaPageWords';
import { LiveMarker } from '~/live';
import { postMessage, readMonitorPage } from '~/hall/monitor/index.server';
import { MonitorScreen, useLiveMonitor } from '~/hall/monitor/screens';
import { rakerdaPath } from '~/paths';
import { openMeeting } from '~/rakerda/meetingScope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'monitor.read');
  const page = (await readMonitorPage(scope, new URL(args.request.url).searchParams)) ?? notFound();
  return {
    title: `${rakerdaPageWords[scope.locale].monitor} – ${scope.place.row.name} – ${sharedWords[scope.locale].productName}`,
    page,
  };
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.manage');
  // Order, filter and page of the table stay as they were chosen.
  const search = new URL(args.request.url).searchParams;
  const result = await postMessage(scope, await args.request.formData(), search.get('instrumen'));
  switch (result.kind) {
    case 'sent':
      search.delete('index');
      search.set('buka', result.agencyCode ?? 'macet');
      search.set('terkirim', String(result.count));
      search.set('kiriman', result.draftId);
      return redirect(`${rakerdaPath(scope.place.row.id, 'monitor')}?${search.toString()}#pesan`);
    case 'refused':
      return data(result.refusal, { status: 422 });
  }
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function Monitor() {
  const { page, now, live } = useLiveMonitor(useLoaderData<typeof loader>().page);
  return (
    <MonitorScreen
      page={page}
      now={now}
      live={<LiveMarker state={live} />}
      refusal={useActionData<typeof action>() ?? null}
    />
  );
}

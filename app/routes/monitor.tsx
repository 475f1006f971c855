import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { catalogueOf, readLocale } from '~/i18n/locale.server';
import { LiveMarker } from '~/live';
import { postMessage, readMonitorPage } from '~/monitor/index.server';
import { MonitorScreen, useLiveMonitor } from '~/monitor/screens';
import { authorize } from '~/record/change.server';
import { notFound, requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'monitor.read', place);
  const locale = await readLocale(request);
  const asked = new URL(request.url).searchParams;
  const page = (await readMonitorPage(context, actor, place, locale, asked)) ?? notFound();
  const { rakerda, ui } = catalogueOf(locale);
  return { title: `${rakerda.pages.monitor} – ${place.row.name} – ${ui.productName}`, page };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.manage', place);
  // Order, filter and page of the table stay as they were chosen.
  const search = new URL(request.url).searchParams;
  const form = await request.formData();
  const result = await postMessage(context, actor, place, form, search.get('instrumen'), context.requestId);
  switch (result.kind) {
    case 'sent':
      search.delete('index');
      search.set('buka', result.agencyCode ?? 'macet');
      search.set('terkirim', String(result.count));
      search.set('kiriman', result.draftId);
      return redirect(`/rakerda/${place.row.id}/pantau?${search.toString()}#pesan`);
    case 'refused':
      return data(result.refusal, { status: 422 });
    case 'unreadable':
      throw Response.json({ reason: 'unreadable' }, { status: 400 });
  }
}

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

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { catalogueOf, readLocale } from '~/i18n/locale.server';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { OverviewScreen } from '~/rakerda/screens';
import { manageRakerda, readOverviewPage } from '~/rakerda/index.server';
import { authorize } from '~/record/change.server';
import { notFound, requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.read', place);
  const locale = await readLocale(request);
  const asked = new URL(request.url).searchParams;
  const page = (await readOverviewPage(context, actor, place, locale, asked)) ?? notFound();
  return { title: `${place.row.name} – ${catalogueOf(locale).ui.productName}`, ...page };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.manage', place);
  const result = await manageRakerda(context, actor, place, await request.formData(), context.requestId);
  switch (result.kind) {
    case 'done': {
      // The order of the table and the instrument stay as they were chosen.
      const search = new URL(request.url).searchParams;
      search.delete('index');
      search.set('pesan', result.message);
      return redirect(`/rakerda/${place.row.id}?${search.toString()}#${result.message}`);
    }
    case 'refused':
      return data(result.refusal, { status: 422 });
    case 'unreadable':
      throw Response.json({ reason: 'unreadable' }, { status: 400 });
  }
}

export default function Rakerda() {
  const { title: _title, ...page } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf);
  return (
    <OverviewScreen {...page} refusal={useActionData<typeof action>()} live={<LiveMarker state={live} />} />
  );
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { catalogueOf, readLocale } from '~/i18n/locale.server';
import { findOwnPaths, readFollow } from '~/projector/index.server';
import { FollowScreen } from '~/projector/screens';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.read', place);
  const locale = await readLocale(request);
  const { row } = place;
  return {
    title: `${row.name} – ${catalogueOf(locale).ui.productName}`,
    view: await readFollow(context, actor, place, { rakerda: row, locale, request }),
    rakerda: { id: row.id, name: row.name },
    own: await findOwnPaths(context.db, actor, place),
  };
}

export default function Follow() {
  const { title: _title, ...page } = useLoaderData<typeof loader>();
  return <FollowScreen {...page} />;
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { catalogueOf, readLocale } from '~/i18n/locale.server';
import { postEdit, readEditPage } from '~/rakerda/index.server';
import { EditScreen } from '~/rakerda/screens';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.manage', place);
  const text = catalogueOf(await readLocale(request));
  return {
    title: `${text.rakerda.pages.edit} – ${place.row.name}`,
    ...(await readEditPage(context, actor, place)),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.manage', place);
  const result = await postEdit(context, actor, place, await request.formData(), context.requestId);
  switch (result.kind) {
    case 'done':
      return redirect(`/rakerda/${place.row.id}/ubah?pesan=${result.message}#${result.message}`);
    case 'refused':
      return data(result.refusal, { status: 422 });
    case 'unreadable':
      throw Response.json({ reason: 'unreadable' }, { status: 400 });
  }
}

export default function RakerdaEdit() {
  const { title: _title, ...page } = useLoaderData<typeof loader>();
  return <EditScreen {...page} refusal={useActionData<typeof action>()} />;
}

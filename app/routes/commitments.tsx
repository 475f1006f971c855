/** The board of commitments: `/rakerda/:rakerda/komitmen`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readBoard } from '~/commitments/commitmentsPage.server';
import { words } from '~/commitments/index.server';
import { postNewCommitment } from '~/commitments/post.server';
import { BoardScreen, concernsCommitments } from '~/commitments/screens';
import { readLocale } from '~/i18n/locale.server';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.read', place);
  const locale = await readLocale(request);
  const page = await readBoard(context, actor, place, locale, new URL(request.url).searchParams);
  return { page, title: `${words[locale].board.title} – ${place.row.name}` };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  const form = await request.formData();
  const locale = await readLocale(request);
  const result = await postNewCommitment(context, actor, place, form, locale, context.requestId);
  switch (result.kind) {
    case 'done':
      return redirect(`/rakerda/${place.row.id}/komitmen?pesan=${result.message}#pesan`);
    case 'answer':
      return data(result.answer, { status: result.status });
    case 'unreadable':
      throw Response.json({ reason: 'unreadable' }, { status: 400 });
  }
}

export default function Commitments() {
  const { page } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, concernsCommitments);
  return (
    <BoardScreen page={page} answer={useActionData<typeof action>()} live={<LiveMarker state={live} />} />
  );
}

/** One commitment with its history: `/rakerda/:rakerda/komitmen/:komitmen`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readCommitmentPage } from '~/commitments/commitmentPage.server';
import { words } from '~/commitments/index.server';
import { postCommitment } from '~/commitments/post.server';
import { CommitmentScreen, concernsCommitments } from '~/commitments/screens';
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
  const search = new URL(request.url).searchParams;
  const page = await readCommitmentPage(context, actor, place, params.komitmen, locale, search);
  const title = words[locale].commitment.title({ agency: page.commitment.agencyName });
  return { page, title: `${title} – ${place.row.name}` };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.read', place);
  const form = await request.formData();
  const locale = await readLocale(request);
  const result = await postCommitment(
    context,
    actor,
    place,
    params.komitmen,
    form,
    locale,
    context.requestId,
  );
  const board = `/rakerda/${place.row.id}/komitmen`;
  switch (result.kind) {
    case 'done': {
      const path = result.message === 'dihapus' ? board : `${board}/${params.komitmen ?? ''}`;
      return redirect(`${path}?pesan=${result.message}#pesan`);
    }
    case 'answer':
      return data(result.answer, { status: result.status });
    case 'unreadable':
      throw Response.json({ reason: 'unreadable' }, { status: 400 });
  }
}

export default function CommitmentRoute() {
  const { page } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, concernsCommitments);
  return (
    <CommitmentScreen
      page={page}
      answer={useActionData<typeof action>()}
      live={<LiveMarker state={live} />}
    />
  );
}

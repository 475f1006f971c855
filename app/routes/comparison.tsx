import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ComparisonScreen } from '~/comparison';
import { loadComparison } from '~/comparison/index.server';
import { catalogueOf, readLocale } from '~/i18n/locale.server';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: view?.title ?? 'Rakerda SPBE' },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'comparison.read', place);
  const locale = await readLocale(request);
  const view = await loadComparison({
    db: context.db,
    instruments: context.instruments,
    actor,
    place,
    instrumentCode: params.instrumen,
    search: new URL(request.url).searchParams,
    locale,
  });
  const text = catalogueOf(locale);
  const title = `${text.comparison.title} – ${place.row.name} – ${text.ui.productName}`;
  return data({ ...view, title }, { status: view.choice.problem ? 422 : 200 });
}

export default function Comparison() {
  const view = useLoaderData<typeof loader>();
  return <ComparisonScreen view={view} />;
}

/** The gap planner of one agency: `/rakerda/:rakerda/:instrumen/:instansi/rencana`. */
import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { catalogueOf, readLocale } from '~/i18n/locale.server';
import { PlannerScreen } from '~/results';
import { readPlanner } from '~/results/planner.server';
import { requireActor } from '~/accounts/scope.server';

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const locale = await readLocale(request);
  // A navigation by script asks for `….data` with the same search.
  const url = new URL(request.url);
  url.pathname = url.pathname.replace(/\.data$/, '');
  const planner = await readPlanner(context, actor, params, url, locale);
  const title = catalogueOf(locale).results.planner.pageTitle({ agency: planner.agency.name });
  return data({ planner, title }, { status: planner.problems.length > 0 ? 422 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function PlannerRoute() {
  const { planner } = useLoaderData<typeof loader>();
  return <PlannerScreen planner={planner} />;
}

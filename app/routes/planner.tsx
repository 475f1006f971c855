/** The gap planner of one agency: `/rakerda/:rakerda/:instrumen/:instansi/rencana`. */
import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { type ClientLoaderFunctionArgs, useLoaderData } from '@remix-run/react';
import { pageFrom } from '~/assessment/screens';
import { openFigures } from '~/rakerda/meetingScope.server';
import { PlannerScreen } from '~/results';
import { readPlannerPage } from '~/results/planner.read.server';

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openFigures(args);
  // A navigation by script asks for `….data` with the same search.
  const url = new URL(args.request.url);
  url.pathname = url.pathname.replace(/\.data$/, '');
  const page = await readPlannerPage(scope, url);
  return data(page, { status: page.planner.problems.length > 0 ? 422 : 200 });
}

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  pageFrom('planner', request, () => serverLoader<typeof loader>());

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function PlannerRoute() {
  const { planner } = useLoaderData<typeof loader>();
  return <PlannerScreen planner={planner} />;
}

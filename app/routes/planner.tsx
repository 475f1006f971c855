/** The gap planner of one agency: `/rakerda/:rakerda/:instrumen/:instansi/rencana`. */
import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { openFigures } from '~/rakerda/meetingScope.server';
import { PlannerScreen } from '~/results';
import { readPlanner } from '~/results/planner.read.server';
import { resultWords } from '~/results/resultWords';

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openFigures(args);
  // A navigation by script asks for `….data` with the same search.
  const url = new URL(args.request.url);
  url.pathname = url.pathname.replace(/\.data$/, '');
  const planner = await readPlanner(scope, url);
  const title = resultWords[scope.locale].planner.pageTitle({ agency: planner.agency.name });
  return data({ planner, title }, { status: planner.problems.length > 0 ? 422 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function PlannerRoute() {
  const { planner } = useLoaderData<typeof loader>();
  return <PlannerScreen planner={planner} />;
}

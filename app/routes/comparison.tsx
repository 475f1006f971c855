import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ComparisonScreen } from '~/comparison';
import { loadComparison } from '~/comparison/index.server';
import { sharedWords } from '~/i18n';
import { comparisonWords } from '~/comparison/comparisonWords';
import { openMeeting } from '~/rakerda/meetingScope.server';

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: view?.title ?? 'Rakerda SPBE' },
];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'comparison.read');
  const search = new URL(args.request.url).searchParams;
  const view = await loadComparison(scope, args.params.instrumen, search);
  const title = `${comparisonWords[scope.locale].title} – ${scope.place.row.name} – ${sharedWords[scope.locale].productName}`;
  return data({ ...view, title }, { status: view.choice.problem ? 422 : 200 });
}

export default function Comparison() {
  const view = useLoaderData<typeof loader>();
  return <ComparisonScreen view={view} />;
}

/** One agency's result: `/rakerda/:rakerda/:instrumen/:instansi`. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isAboutFigures, LiveMarker, type LiveEvent, useLiveRevalidation } from '~/live';
import { openFigures } from '~/rakerda/meetingScope.server';
import { ResultScreen } from '~/results';
import { readResult } from '~/results/result.read.server';
import { resultWords } from '~/results/resultWords';

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openFigures(args);
  const result = await readResult(scope);
  return { result, title: resultWords[scope.locale].pageTitle({ agency: result.agency.name }) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ResultRoute() {
  const { result } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(result.rakerda.id, result.since, isAboutResult);
  return <ResultScreen result={result} live={<LiveMarker state={live} />} />;
}

function isAboutResult(event: LiveEvent): boolean {
  return isAboutFigures(event) || (event.type === 'vote' && event.step === 'agreed');
}

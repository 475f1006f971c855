/** One agency's result: `/rakerda/:rakerda/:instrumen/:instansi`. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { type ClientLoaderFunctionArgs, useLoaderData } from '@remix-run/react';
import { pageFrom } from '~/assessment/screens';
import { isAboutFigures, LiveMarker, type LiveEvent, useLiveRevalidation } from '~/live';
import { openFigures } from '~/rakerda/meetingScope.server';
import { loadCharts, ResultScreen } from '~/results';
import { readResultPage } from '~/results/result.read.server';

export async function loader(args: LoaderFunctionArgs) {
  return readResultPage(await openFigures(args));
}

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  pageFrom('result', request, () => serverLoader<typeof loader>());

/** What the page fetches when it is shown, for a device that must have it before. */
export const handle = { prepare: loadCharts };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ResultRoute() {
  const { result } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(result.rakerda.id, result.since, isAboutResult);
  return <ResultScreen result={result} live={<LiveMarker state={live} />} />;
}

function isAboutResult(event: LiveEvent): boolean {
  return isAboutFigures(event) || (event.type === 'vote' && event.step === 'agreed');
}

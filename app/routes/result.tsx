/** One agency's result: `/rakerda/:rakerda/:instrumen/:instansi`. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { catalogueOf, readLocale } from '~/i18n/locale.server';
import { isAboutFigures, LiveMarker, type LiveEvent, useLiveRevalidation } from '~/live';
import { ResultScreen } from '~/results';
import { readResult } from '~/results/result.server';
import { requireActor } from '~/accounts/scope.server';

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const locale = await readLocale(request);
  const result = await readResult(context, actor, params, locale);
  return { result, title: catalogueOf(locale).results.pageTitle({ agency: result.agency.name }) };
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

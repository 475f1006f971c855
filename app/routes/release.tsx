import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { catalogueOf, readLocale } from '~/i18n/locale.server';
import { localize } from '~/instrument';
import { isFailure, readScope, ReleaseScreen } from '~/release';
import { readReleasePage } from '~/release/index.server';
import { authorize } from '~/record/change.server';
import { notFound, requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'release.download', place);
  const code = params.instrumen ?? '';
  const page = await readReleasePage(context, actor, place, code);
  if (!page) notFound();
  const locale = await readLocale(request);
  const instrument = context.instruments.get(code, page.instrumentVersion);
  const search = new URL(request.url).searchParams;
  const failure = search.get('gagal');
  return data(
    {
      title: catalogueOf(locale).release.metaTitle({ rakerda: place.row.name }),
      rakerda: { id: place.row.id, name: place.row.name, isDemo: place.row.is_demo === 1 },
      instrument: { code, shortName: localize(instrument.shortName, locale) },
      totals: page.totals,
      scope: readScope(search),
      failure: isFailure(failure)
        ? { kind: failure, requestId: search.get('nomor')?.slice(0, 40) ?? null }
        : null,
    },
    // A program that follows the redirect of a failed download must not take this page for a file.
    { status: isFailure(failure) ? (failure === 'empty' ? 409 : 500) : 200 },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? '' }];

export default function Release() {
  return <ReleaseScreen {...useLoaderData<typeof loader>()} />;
}

import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '~/accounts/requestScope.server';
import { releaseWords } from '~/release/releaseWords';
import { localize } from '~/instrument';
import { openMeeting } from '~/rakerda/meetingScope.server';
import { isFailure, readScope, ReleaseScreen } from '~/release';
import { readReleasePage } from '~/release/index.server';

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'release.download');
  const { place, locale } = scope;
  const code = args.params.instrumen ?? '';
  const page = (await readReleasePage(scope, code)) ?? notFound();
  const instrument = scope.instruments.get(code, page.instrumentVersion);
  const search = new URL(args.request.url).searchParams;
  const failure = search.get('gagal');
  return data(
    {
      title: releaseWords[locale].metaTitle({ rakerda: place.row.name }),
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

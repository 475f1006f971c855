import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '~/accounts/requestScope.server';
import { releaseWords } from '~/release/releaseWords';
import { openMeeting } from '~/rakerda/meetingScope.server';
import { isFailure, readScope, ReleaseScreen } from '~/release';
import { readReleasePage } from '~/release/index.server';

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'release.download');
  const { place, locale } = scope;
  const page = (await readReleasePage(scope, args.params.instrumen ?? '')) ?? notFound();
  const search = new URL(args.request.url).searchParams;
  const failure = search.get('gagal');
  return data(
    {
      title: releaseWords[locale].metaTitle({ rakerda: place.row.name }),
      rakerda: { id: place.row.id, name: place.row.name, isDemo: place.row.is_demo === 1 },
      ...page,
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

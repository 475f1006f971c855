/** What Kemenpan-RB published, of every agency: `/hasil-resmi`. Open to whoever is signed in, for it is public already. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { openScope } from '~/accounts/requestScope.server';
import { readPublishedPage } from '~/published/index.server';
import { PublishedListScreen } from '~/published/screens';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  return readPublishedPage(await openScope(args, null), new URL(args.request.url).searchParams);
}

export default function PublishedRoute() {
  return <PublishedListScreen {...useLoaderData<typeof loader>()} />;
}

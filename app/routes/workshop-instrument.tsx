/** The versions of one instrument: `/bengkel/instrumen/:kode`. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { openScope } from '~/accounts/requestScope.server';
import { VersionsScreen } from '~/workshop/screens';
import { readVersions } from '~/workshop/workshop.read.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  return readVersions(await openScope(args, 'instrument.prepare'), args.params.kode);
}

export default function WorkshopInstrumentRoute() {
  return <VersionsScreen page={useLoaderData<typeof loader>()} />;
}

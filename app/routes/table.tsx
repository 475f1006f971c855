/** The table of the Rakerda: `/rakerda/:rakerda/meja`. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readTablePage } from '~/hall/table/index.server';
import { TableScreen } from '~/hall/table/screens';
import { isAboutFigures, type LiveEvent, LiveMarker, useLiveRevalidation } from '~/live';
import { openMeeting } from '~/rakerda/meetingScope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'comparison.read');
  return readTablePage(scope, new URL(args.request.url).searchParams);
}

export default function Table() {
  const page = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, isAboutTable);
  return <TableScreen {...page} live={<LiveMarker state={live} />} />;
}

function isAboutTable(event: LiveEvent): boolean {
  return (
    isAboutFigures(event) ||
    (event.type === 'hint' && (event.about === 'commitments' || event.about === 'topics'))
  );
}

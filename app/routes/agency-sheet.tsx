/** One agency's sheet: `/rakerda/:rakerda/instansi/:instansi/lembar`. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readSheetPage } from '~/hall/table/index.server';
import { SheetScreen } from '~/hall/table/screens';
import { isAboutFigures, type LiveEvent, LiveMarker, useLiveRevalidation } from '~/live';
import { openMeeting } from '~/rakerda/meetingScope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  return readSheetPage(await openMeeting(args, 'comparison.read'), args.params.instansi);
}

export default function AgencySheet() {
  const page = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, isAboutSheet);
  return <SheetScreen {...page} live={<LiveMarker state={live} />} />;
}

function isAboutSheet(event: LiveEvent): boolean {
  return (
    isAboutFigures(event) ||
    (event.type === 'hint' && (event.about === 'commitments' || event.about === 'topics'))
  );
}

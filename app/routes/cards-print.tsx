import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readPrintPage } from '~/hall/cards/index.server';
import { PrintScreen } from '~/hall/cards/screens';
import { openMeeting } from '~/rakerda/meetingScope.server';

/** Nothing around the sheets. */
export const handle = { bare: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  return readPrintPage(await openMeeting(args, 'rakerda.manage'));
}

export default function CardsPrint() {
  const { title: _title, ...page } = useLoaderData<typeof loader>();
  return <PrintScreen {...page} />;
}

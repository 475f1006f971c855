/** Instruments with their versions, and where new ones are handed in: `/bengkel`. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { openScope } from '~/accounts/requestScope.server';
import { WorkshopScreen } from '~/workshop/screens';
import { readWorkshop } from '~/workshop/workshop.read.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  return readWorkshop(await openScope(args, 'instrument.prepare'));
}

export default function WorkshopRoute() {
  return <WorkshopScreen page={useLoaderData<typeof loader>()} answer={undefined} />;
}

/** What lies on this device and not on the server: `/perangkat`. The server knows nothing of it; the page reads it itself. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { openScope } from '~/accounts/requestScope.server';
import { deviceWords } from '~/assessment/deviceWords';
import { DeviceScreen } from '~/assessment/screens';
import { sharedWords } from '~/i18n';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { actor, locale } = await openScope(args, null);
  return {
    title: `${deviceWords[locale].title} – ${sharedWords[locale].productName}`,
    account: actor.id,
  };
}

export default function Device() {
  return <DeviceScreen {...useLoaderData<typeof loader>()} />;
}

import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readLocale } from '~/i18n/locale.server';
import { sharedWords } from '~/i18n';
import { hearPlainScreen, openByLink, readHallScreen } from '~/hall/projector/index.server';
import { ClosedScreen, HallScreen } from '~/hall/projector/screens';
import typeface from '~/ui/typeface/plus-jakarta-sans.woff2?url';

/** The screen draws itself: nothing of the product's frame stands around it. */
export const handle = { bare: true };

// Everybody looks at this one: no change of face. On a phone it would keep the style sheet and the scripts waiting.
export const links: LinksFunction = () => [
  { rel: 'preload', href: typeface, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
];

/** Public: whoever holds the link sees what the hall sees. */
export async function loader(args: LoaderFunctionArgs) {
  const scope = await openByLink(args);
  if (!scope) {
    const { productName } = sharedWords[await readLocale(args.request)];
    return data(
      { title: productName, closed: 'invalid' as const, token: '', screen: null, plainId: '' },
      { status: 404 },
    );
  }
  const { name, state } = scope.place.row;
  const title = `${name} – ${sharedWords[scope.locale].productName}`;
  if (state === 'archived') {
    return data({ title, closed: 'over' as const, token: '', screen: null, plainId: '' }, { status: 410 });
  }
  const screen = await readHallScreen(scope);
  const plainId = hearPlainScreen(scope, screen);
  return data({ title, closed: null, token: args.params.layar ?? '', screen, plainId });
}

export default function Projector() {
  const { closed, token, screen, plainId } = useLoaderData<typeof loader>();
  if (screen === null) return <ClosedScreen reason={closed} />;
  return <HallScreen token={token} screen={screen} plainId={plainId} />;
}

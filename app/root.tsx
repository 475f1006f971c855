import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunction,
  useMatches,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { useLocale, useText } from '~/i18n';
import { ForgetPages, OfflineNotice, placeOf, UnsentNotice } from '~/assessment/screens';
import { NoticeBar } from '~/hall/monitor';
import { AccountProvider, HOLD_KEYS, keptRevalidation, RouteError, Shell, useNonce } from '~/ui';
import { workshopPath } from './paths';
import { readFrame } from './frame.server';
import stylesheet from './tailwind.css?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
];

export const meta: MetaFunction = () => [{ title: 'Rakerda SPBE' }];

/**
 * Between the pages of one assessment the frame stays as it is: what it says hears of changes by itself, and without a
 * network only those pages are on the device.
 */
export const shouldRevalidate: ShouldRevalidateFunction = (change) => {
  const { currentUrl, nextUrl, formMethod } = change;
  const next = placeOf(nextUrl.pathname);
  const staysInside = next !== null && placeOf(currentUrl.pathname)?.base === next.base;
  if (staysInside && formMethod === undefined && currentUrl.href !== nextUrl.href) return false;
  return keptRevalidation(change);
};

export const loader = (args: LoaderFunctionArgs) => readFrame(args);

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root');
  const locale = useLocale();
  const text = useText();
  const nonce = useNonce();
  const theme = root?.theme ?? 'system';
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content={text.description} />
        <Meta />
        <Links />
        {/* Read by zod before its first schema: it would compile them with `new Function`, which the policy forbids and
            browsers report. And keys wait there for the scripts. */}
        <script
          nonce={nonce}
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: `globalThis.__zod_globalConfig={jitless:true};${HOLD_KEYS}` }}
        />
      </head>
      <body>
        <AccountProvider value={root?.actor?.id ?? null}>
          <Frame>{children}</Frame>
        </AccountProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root');
  const text = useText();
  const isBare = useMatches().some(({ handle }) => isBareHandle(handle));
  const actor = root?.actor ?? null;
  if (isBare) return <>{children}</>;
  const links = actor
    ? [
        { to: '/', label: text.home },
        ...(actor.mayManageAccounts ? [{ to: '/akun', label: text.accounts }] : []),
        ...(actor.mayPrepareInstruments ? [{ to: workshopPath(), label: text.instruments }] : []),
        ...(actor.mayReadAudit ? [{ to: '/jejak', label: text.audit }] : []),
      ]
    : [];
  return (
    <Shell
      actor={
        actor ? { name: actor.name, roleLabel: text.role[actor.role], agencyName: actor.agencyName } : null
      }
      links={links}
      theme={root?.theme ?? 'system'}
      notice={
        <>
          {root?.notice ? <NoticeBar notice={root.notice} /> : null}
          {actor?.hasAgency ? (
            <OfflineNotice key={`pages of ${actor.id}`} account={actor.id} frame={root} />
          ) : null}
          {actor?.hasAgency ? <UnsentNotice key={actor.id} account={actor.id} /> : null}
          {root && !root.actor ? <ForgetPages /> : null}
        </>
      }
    >
      {children}
    </Shell>
  );
}

/** A route that draws its whole screen itself (the projector) says `export const handle = { bare: true }`. */
function isBareHandle(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'bare' in handle && handle.bare === true;
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <RouteError />;
}

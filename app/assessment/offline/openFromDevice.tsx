/**
 * Starts a page without the server. The worker hands out an empty document (`app/server/emptyPage.ts`); what the page is
 * drawn with comes from the pages that the device keeps, in the place of what the server writes into its documents.
 */
import { createRoot } from 'react-dom/client';
import { encode } from 'turbo-stream';
import * as z from 'zod/mini';
import { LocaleProvider } from '~/i18n';
import { outboxOf } from '../outbox';
import { isAway, onConnection, serverLost } from './connection';
import { NothingKept } from './nothingKept';
import { keptLists, type Owner, readOwner } from './pageDatabase';
import { type PageKind, placeOf } from './pages';
import { openShelf } from './shelf';

const ROUTE_OF: Readonly<Record<PageKind, string>> = {
  list: 'routes/questionnaire',
  indicator: 'routes/indicator',
  result: 'routes/result',
  planner: 'routes/planner',
  sheet: 'routes/topic-sheet',
};

const futureSchema = z.record(z.string(), z.unknown());

/** True where Remix can start now with the page of this address; where the device does not have it, says so. */
export async function openFromDevice(): Promise<boolean> {
  serverLost();
  const owner = await readOwner().catch(() => null);
  // Pages of another release need that release's scripts.
  const own = owner?.release === window.__remixManifest.version ? owner : null;
  const locale = owner?.locale ?? 'id';
  document.documentElement.lang = locale;
  const found = own && (await find(own, new URL(window.location.href)).catch(() => null));
  if (!found) {
    await sayNothingIsKept(own !== null, locale);
    return false;
  }
  const future = futureSchema.parse(JSON.parse(document.getElementById('rakerda-future')?.textContent ?? ''));
  const modules = await Promise.all(
    Object.keys(found).map(async (route): Promise<[string, unknown]> => [route, await load(route)]),
  );
  Object.assign(window, {
    __remixRouteModules: Object.fromEntries(modules),
    __remixContext: {
      basename: '/',
      future,
      isSpaMode: false,
      stream: encode({ loaderData: found, actionData: null, errors: null }),
    },
  });
  return true;
}

/** Route → what its loader gave when the page was kept. */
async function find(owner: Owner, address: URL): Promise<Readonly<Record<string, unknown>> | null> {
  const kind = placeOf(address.pathname)?.kind;
  if (!kind) return null;
  const outbox = outboxOf(owner.account);
  await outbox.ready;
  const shelf = await openShelf(owner, outbox);
  try {
    const [frame, page] = await Promise.all([shelf.frame(), shelf.find(kind, address)]);
    return frame && page ? { root: frame, [ROUTE_OF[kind]]: page } : null;
  } finally {
    shelf.close();
  }
}

async function load(route: string): Promise<unknown> {
  const address = window.__remixManifest.routes[route]?.module;
  return address === undefined ? null : import(/* @vite-ignore */ address);
}

async function sayNothingIsKept(hasPages: boolean, locale: Owner['locale']): Promise<void> {
  // Once the server is back the address is opened as always.
  onConnection(() => {
    if (!isAway()) window.location.reload();
  });
  const lists = hasPages ? await keptLists().catch(() => []) : [];
  createRoot(document.body).render(
    <LocaleProvider locale={locale}>
      <NothingKept lists={lists} />
    </LocaleProvider>,
  );
}

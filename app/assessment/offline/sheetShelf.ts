/** The sheets of an agency on this device: fetched all at once, and handed out as the device knows them. */
import * as z from 'zod/mini';
import { topicPath } from '~/paths';
import { sheetFromDevice } from '~/topics';
import { askServer } from '~/ui/askServer';
import { waitingForms } from '~/ui/keptInput';
import type { Owner } from './pageDatabase';
import type { PageStore } from './pageStore';
import { type Filled, type Pages, placeOf, type SheetKit } from './pages';

const LIMIT_MS = 60_000;
/** Several forms of one sheet that arrive together are one piece of news. */
const TOGETHER_MS = 500;
/** What these pages are drawn with. The last two need the server; their scripts must be there all the same. */
const ROUTES = ['routes/topic-sheet', 'routes/register', 'routes/topic-import'];

export const isOfSheets = (base: string) => /^\/rakerda\/[^/]+\/instansi\//.test(base);

/** What the sheets of an agency hang on, beside one of its assessments. */
export const sheetsBeside = (base: string) => base.replace(/^(\/rakerda\/[^/]+)\/[^/]+/, '$1/instansi');

/** Made by a build that the answer names: the same build needs no second check of what its own loaders gave. */
const kitSchema = z.custom<SheetKit>(isKit);

function isKit(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('release' in value && 'account' in value))
    return false;
  return 'sheets' in value && Array.isArray(value.sheets);
}

interface Filling {
  readonly base: string;
  /** Sheets that were fetched after that moment are new enough. */
  readonly since: number;
  readonly loadScripts: (route: string) => Promise<void>;
}

export async function fillSheets(
  store: PageStore,
  owner: Owner,
  { base, since, loadScripts }: Filling,
): Promise<Filled> {
  const filled = (await store.hasKit(base, since)) ? 'filled' : await fetchSheets(store, owner, base);
  if (await store.hasSheets(base)) await Promise.all(ROUTES.map(loadScripts));
  return filled;
}

/** Brings every sheet of the agency anew. */
export async function fetchSheets(store: PageStore, owner: Owner, base: string): Promise<Filled> {
  const answer: unknown = await askServer(
    `${base}/bekal`,
    { cache: 'no-store' },
    (response) => (response.ok ? response.json() : null),
    LIMIT_MS,
  );
  const kit = kitSchema.safeParse(answer).data;
  if (kit?.account !== owner.account) return 'refused';
  if (kit.release !== owner.release) return 'newer';
  await store.keepSheets(base, new Map(kit.sheets.map((page) => [addressOf(page), { page, earlier: null }])));
  return (await store.hasKit(base, 0)) ? 'filled' : 'refused';
}

function addressOf({ rakerda, topic, agency }: Pages['sheet']['page']): string {
  return topicPath(rakerda.id, topic.code, { agencyCode: agency.code });
}

const due = new Map<string, number>();

/**
 * After something of a sheet was sent by itself, from whatever page.
 * @param name where the form that was taken had its input kept
 */
export function refreshSheets(store: PageStore, owner: Owner, name: string): void {
  const path = name.split(':')[2]?.replace(/\/register\/.*/, '') ?? '';
  const place = placeOf(path);
  if (place?.kind !== 'sheet') return;
  window.clearTimeout(due.get(place.base));
  const timer = window.setTimeout(() => {
    fetchSheets(store, owner, place.base).catch(() => undefined);
  }, TOGETHER_MS);
  due.set(place.base, timer);
}

/** A sheet with what waits on this device in its other parts; the open part puts its own back by itself. */
export function bringSheet(sheet: Pages['sheet'], account: string, address: URL): Pages['sheet'] {
  const waiting = waitingForms(account).filter(({ path }) => path === address.pathname);
  return { page: sheetFromDevice(sheet.page, address.searchParams, waiting), earlier: null };
}

/** Fills the shelf of an agency after the first visit of a page, and hands its pages out as the device knows them. */
import { askServer } from '~/ui/askServer';
import { onOutcome } from '~/ui/keptAction';
import * as z from 'zod/mini';
import type { Outbox } from '../outbox';
import { readOverviewFilter } from '../overviewFilter';
import { formValues } from '../answerValues';
import { handIn, type Shelf } from './pageFrom';
import type { KnownLevels } from './figures';
import {
  type Filled,
  type Kit,
  nextUnanswered,
  numberOf,
  type PageKind,
  type Pages,
  withAnswers,
} from './pages';
import { isAway } from './connection';
import type { Owner } from './pageDatabase';
import { openPageStore, type PageStore } from './pageStore';

/** Pages that were fetched all together are fetched anew after so long; each that is visited is kept as it came. */
const FRESH_MS = 15 * 60_000;
const LIMIT_MS = 60_000;
/** What these pages are drawn with, by Remix's names of the routes. */
const ROUTES = [
  'routes/questionnaire',
  'routes/indicator',
  'routes/result',
  'routes/planner',
  // Their pages need the server. Their scripts must be there all the same: without them Remix would load the document anew.
  'routes/workflow',
  'routes/history',
  'routes/review',
  'routes/take-over',
  'routes/answers-import',
];

/** Scoring comes with the pages that need it: on a first visit nothing is reckoned here. Sheets come as late. */
const figures = () => import('./figures');
const sheets = () => import('./sheetShelf');

export interface OpenShelf {
  /** Brings all pages of the assessment, or all sheets of the agency, to the device, and what draws them to this tab. */
  fill(base: string): Promise<Filled>;
  find: Shelf['find'];
  keepFrame(frame: unknown): Promise<void>;
  frame(): Promise<unknown>;
  close(): void;
}

/** Made by a build that the answer names: the same build needs no second check of what its own loaders gave. */
const kitSchema = z.custom<Kit>(isNamed);
const withHandle = z.object({ handle: z.object({ prepare: z.custom<() => Promise<unknown>>(isFunction) }) });

export async function openShelf(owner: Owner, outbox: Outbox): Promise<OpenShelf> {
  const store = openPageStore(owner);
  await store.claim();
  const stopLearning = outbox.onAnswer((url, snapshot) => void store.learn(url, snapshot).catch(ignore));
  // A sheet that was sent by itself stands on the server as nobody has seen it yet.
  const stopHearing = onOutcome((name, outcome) => {
    if (outcome === 'taken')
      void sheets()
        .then(({ refreshSheets }) => refreshSheets(store, owner, name))
        .catch(ignore);
  });
  const shelf: Shelf = {
    find: (kind, address) => find({ store, outbox, account: owner.account }, kind, address),
    keep: (kind, { pathname, search }, page) => {
      if (search !== '' && (kind === 'result' || kind === 'planner')) return;
      void store.keep(kind, pathname, page).catch(ignore);
    },
  };
  handIn(shelf);
  return {
    find: (kind, address) => shelf.find(kind, address),
    keepFrame: (frame) => store.keepFrame(frame),
    frame: () => store.frame(),
    fill: async (base) => {
      const since = isAway() ? 0 : Date.now() - FRESH_MS;
      const { fillSheets, isOfSheets, sheetsBeside } = await sheets();
      if (isOfSheets(base)) return fillSheets(store, owner, { base, since, loadScripts });
      await Promise.all([figures(), ...ROUTES.map(loadScripts)]);
      // The agency's figures of the topics come with it; the assessment is ready without them.
      void fillSheets(store, owner, { base: sheetsBeside(base), since, loadScripts }).catch(ignore);
      if (await store.hasKit(base, since)) return 'filled';
      const answer: unknown = await askServer(
        `${base}/bekal`,
        { cache: 'no-store' },
        (response) => (response.ok ? response.json() : null),
        LIMIT_MS,
      );
      const kit = kitSchema.safeParse(answer).data;
      if (kit?.account !== owner.account) return 'refused';
      if (kit.release !== owner.release) return 'newer';
      await store.keepKit(base, kit, readOverviewFilter(new URLSearchParams()));
      return (await store.hasKit(base, 0)) ? 'filled' : 'refused';
    },
    close: () => {
      stopLearning();
      stopHearing();
      handIn(null);
    },
  };
}

const ignore = () => undefined;

function isNamed(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('release' in value && 'account' in value))
    return false;
  return typeof value.release === 'string' && typeof value.account === 'string';
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

async function loadScripts(route: string): Promise<void> {
  const address = window.__remixManifest.routes[route]?.module;
  if (address === undefined) return;
  const loaded: unknown = await import(/* @vite-ignore */ address);
  await withHandle.safeParse(loaded).data?.handle.prepare();
}

type Bringing = {
  readonly [Kind in PageKind]: (page: Pages[Kind], from: Device, address: URL) => Promise<Pages[Kind]>;
};
interface Device {
  readonly store: PageStore;
  readonly outbox: Outbox;
  readonly account: string;
}

/** What has become of a page since it was kept, as far as this device knows. */
const bring: Bringing = {
  list: async (page, device, { searchParams }) => {
    const { base } = page.header;
    const views = await device.store.indicators(base);
    const answers = new Map(views.map(({ no, answer }) => [no, formValues(answer)]));
    const overview = withAnswers(page.overview, (no) => answers.get(no));
    const known = await reckonerOf(device, base);
    const standing = known?.listStanding(known.levels, overview.standing.answered) ?? overview.standing;
    return { ...page, overview: { ...overview, standing }, filter: readOverviewFilter(searchParams) };
  },
  indicator: async (page, device) => {
    const { base } = page.header;
    const views = await device.store.indicators(base);
    const next = nextUnanswered(views, page.view.no, (no) => typedLevel(device, base, no));
    const known = await reckonerOf(device, base);
    const view = known?.withFigures(page.view, known.levels) ?? page.view;
    return { ...page, view: { ...view, nextUnanswered: next }, justSaved: false };
  },
  result: async (page, device, { pathname }) => {
    const known = await reckonerOf(device, pathname);
    return known ? { ...page, result: { ...page.result, levels: known.levels.levels } } : page;
  },
  // What a plan asks for is worked out on the server.
  planner: (page) => Promise.resolve(page),
  sheet: async (page, { account }, address) => (await sheets()).bringSheet(page, account, address),
};

const typedLevel = ({ outbox }: Device, base: string, no: number) =>
  outbox.view().typed.get(`${base}/isi/${String(no)}`)?.level;

type Reckoner = Awaited<ReturnType<typeof figures>> & { readonly levels: KnownLevels };

/** The levels of an assessment as the device has them, and their scoring; null where either is not on the device. */
async function reckonerOf(device: Device, base: string): Promise<Reckoner | null> {
  const scoring = await figures().catch(() => null);
  if (!scoring) return null;
  const kept = await device.store.find.result(base);
  if (!kept) return null;
  const views = await device.store.indicators(base);
  const stored = new Map(views.map(({ no, answer }) => [no, answer?.level ?? null]));
  const { instrument: outline, levels } = kept.result;
  const known = scoring.knownLevels({ outline, levels }, (no) => {
    const typed = typedLevel(device, base, no);
    return typed === undefined ? stored.get(no) : numberOf(typed);
  });
  return { ...scoring, levels: known };
}

async function find<Kind extends PageKind>(
  device: Device,
  kind: Kind,
  address: URL,
): Promise<Pages[Kind] | null> {
  // The planner's answer to a question is worked out on the server.
  if (kind === 'planner' && address.search !== '') return null;
  const page = await device.store.find[kind](address.pathname);
  return page && bring[kind](page, device, address);
}

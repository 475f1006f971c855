/**
 * The pages that can be opened without a network, in IndexedDB. They belong to one account, one language and one release
 * of the product; whoever comes next finds none of them.
 */
import type { IndicatorView } from '../assessment.read.server';
import type { DeviceWriting } from '../deviceDatabase';
import type { Snapshot } from '../editingTypes';
import { type Owner, pageDatabase, type PageSchema, STORES } from './pageDatabase';
import { type Kit, type PageKind, type Pages, placeOf, withSnapshot } from './pages';

type Trx = DeviceWriting<PageSchema, typeof STORES>;
export type PageStore = ReturnType<typeof openPageStore>;

export function openPageStore(own: Owner) {
  const database = pageDatabase();

  /** Does nothing where the pages on the device are somebody else's by now. */
  async function asOwner<Result>(work: (trx: Trx) => Promise<Result>): Promise<Result | null> {
    const trx = await database.writing(STORES);
    const isOwn = isSame(await trx.objectStore('owner').get('own'), own);
    const [result] = await Promise.all([isOwn ? work(trx) : null, trx.done]);
    return result;
  }

  const found = <Page>(work: (trx: Trx) => Promise<Page | undefined>) =>
    asOwner(work).then((page) => page ?? null);
  const find: { readonly [Kind in PageKind]: (path: string) => Promise<Pages[Kind] | null> } = {
    list: (path) => found((trx) => trx.objectStore('list').get(path)),
    indicator: (path) => found((trx) => trx.objectStore('indicator').get(path)),
    result: (path) => found((trx) => trx.objectStore('result').get(path)),
    planner: (path) => found((trx) => trx.objectStore('planner').get(path)),
    sheet: (path) => found((trx) => trx.objectStore('sheet').get(path)),
  };

  return {
    /** From now on the pages are this account's, in this release: all others are removed. */
    async claim(): Promise<void> {
      const trx = await database.writing(STORES);
      if (!isSame(await trx.objectStore('owner').get('own'), own)) {
        for (const name of STORES) await trx.objectStore(name).clear();
        await trx.objectStore('owner').put(own, 'own');
      }
      await trx.done;
    },
    /** Whether all pages of an assessment were fetched after the moment. */
    async hasKit(base: string, since: number): Promise<boolean> {
      const at = await asOwner((trx) => trx.objectStore('kit').get(base));
      return typeof at === 'number' && at > since;
    },
    async keepKit(base: string, kit: Kit, filter: Pages['list']['filter']): Promise<void> {
      await asOwner(async (trx) => {
        const { header, readOnly, account, asOf } = kit.list;
        const list = `${base}/isi`;
        await trx.objectStore('list').put({ ...kit.list, filter }, list);
        for (const view of kit.indicators) {
          const page = { header, readOnly, account, asOf, view, justSaved: false };
          await trx.objectStore('indicator').put(page, `${list}/${String(view.no)}`);
        }
        if (kit.result) await trx.objectStore('result').put(kit.result, base);
        if (kit.planner) await trx.objectStore('planner').put(kit.planner, `${base}/rencana`);
        await trx.objectStore('kit').put(Date.now(), base);
      });
    },
    async keep<Kind extends PageKind>(kind: Kind, path: string, page: Pages[Kind]): Promise<void> {
      await asOwner(async (trx) => {
        await trx.objectStore(kind).put(page, path);
        if (kind === 'sheet') await boundSheets(trx, placeOf(path)?.base);
      });
    },
    /** Every sheet of an agency, by address; one that is no longer among them goes. */
    async keepSheets(base: string, sheets: ReadonlyMap<string, Pages['sheet']>): Promise<void> {
      await asOwner(async (trx) => {
        const store = trx.objectStore('sheet');
        for (const path of await store.getAllKeys())
          if (placeOf(path)?.base === base && !sheets.has(path)) await store.delete(path);
        for (const [path, sheet] of sheets) await store.put(sheet, path);
        await boundSheets(trx, base);
        await trx.objectStore('kit').put(Date.now(), base);
      });
    },
    find,
    async hasSheets(base: string): Promise<boolean> {
      const paths = (await asOwner((trx) => trx.objectStore('sheet').getAllKeys())) ?? [];
      return paths.some((path) => placeOf(path)?.base === base);
    },
    async keepFrame(frame: unknown): Promise<void> {
      await asOwner((trx) => trx.objectStore('frame').put(frame, 'own'));
    },
    /** What the frame was given last; undefined where it is not there. */
    frame: (): Promise<unknown> => asOwner((trx) => trx.objectStore('frame').get('own')),
    /** All indicators of an assessment, in their order. */
    async indicators(base: string): Promise<readonly IndicatorView[]> {
      const own = IDBKeyRange.bound(`${base}/isi/`, `${base}/isi/\uffff`);
      const pages = (await asOwner((trx) => trx.objectStore('indicator').getAll(own))) ?? [];
      return pages.map(({ view }) => view).sort((a, b) => a.no - b.no);
    },
    /** An answer that was heard of while its page was not read anew. */
    async learn(path: string, snapshot: Snapshot): Promise<void> {
      await asOwner(async (trx) => {
        const store = trx.objectStore('indicator');
        const page = await store.get(path);
        const view = page && withSnapshot(page.view, snapshot);
        if (page && view && view !== page.view) await store.put({ ...page, view }, path);
      });
    },
  };
}

/** Sheets of many agencies may be looked at: where they become too many, those of the open one stay. */
const MOST_SHEETS = 40;

async function boundSheets(trx: Trx, base: string | undefined): Promise<void> {
  const store = trx.objectStore('sheet');
  const paths = await store.getAllKeys();
  if (paths.length <= MOST_SHEETS) return;
  for (const path of paths) if (placeOf(path)?.base !== base) await store.delete(path);
}

function isSame(one: Owner | undefined, other: Owner): boolean {
  return one?.account === other.account && one.release === other.release && one.locale === other.locale;
}

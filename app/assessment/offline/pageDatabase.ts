/** The database of the device that keeps pages: what is in it, and whose it is. The worker that runs without a page reads it too. */
import type { DBSchema } from 'idb';
import { deviceDatabase } from '../deviceDatabase';
import { NAME } from './dropPages';
import { type PageKind, type Pages, placeOf } from './pages';

export interface Owner {
  readonly account: string;
  readonly release: string;
  readonly locale: 'id' | 'en';
}

type Kept = { [Kind in PageKind]: { key: string; value: Pages[Kind] } };
export interface PageSchema extends DBSchema, Kept {
  owner: { key: string; value: Owner };
  /** Address of an assessment → when all of its pages were fetched. */
  kit: { key: string; value: number };
  /** What the frame around every page was given. */
  frame: { key: string; value: unknown };
}
export const STORES = ['list', 'indicator', 'result', 'planner', 'owner', 'kit', 'frame'] as const;

export const pageDatabase = () =>
  deviceDatabase<PageSchema>(NAME, 2, (created) => {
    // Pages of an earlier release are of no use to this one.
    for (const name of [...created.objectStoreNames]) created.deleteObjectStore(name);
    for (const name of STORES) created.createObjectStore(name);
  });

/** Whose pages are on the device; null where there are none. */
export async function readOwner(): Promise<Owner | null> {
  return (await (await pageDatabase().open()).get('owner', 'own')) ?? null;
}

export async function isKept(path: string): Promise<boolean> {
  const kind = placeOf(path)?.kind;
  return kind !== undefined && (await (await pageDatabase().open()).getKey(kind, path)) !== undefined;
}

/** A questionnaire that can be opened without the server. */
export interface KeptList {
  readonly path: string;
  readonly name: string;
}

export async function keptLists(): Promise<readonly KeptList[]> {
  const lists = await (await pageDatabase().open()).getAll('list');
  return lists.map(({ header, instrument }) => ({
    path: `${header.base}/isi`,
    name: `${header.rakerda.name} – ${header.agency} – ${instrument.name}`,
  }));
}

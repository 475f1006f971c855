/** The database of the device that keeps pages: what is in it, and whose it is. The worker that runs without a page reads it too. */
import type { DBSchema } from 'idb';
import { topicPath } from '~/paths';
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
  /** Address of an assessment, or of an agency's sheets → when all of its pages were fetched. */
  kit: { key: string; value: number };
  /** What the frame around every page was given. */
  frame: { key: string; value: unknown };
}
export const STORES = ['list', 'indicator', 'result', 'planner', 'sheet', 'owner', 'kit', 'frame'] as const;

export const pageDatabase = () =>
  deviceDatabase<PageSchema>(NAME, 3, (created) => {
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

/** A questionnaire or a sheet that can be opened without the server. */
export interface KeptList {
  readonly path: string;
  readonly name: string;
}

export async function keptLists(): Promise<readonly KeptList[]> {
  const database = await pageDatabase().open();
  const lists = (await database.getAll('list')).map(({ header, instrument }) => ({
    path: `${header.base}/isi`,
    name: `${header.rakerda.name} – ${header.agency} – ${instrument.name}`,
  }));
  const sheets = (await database.getAll('sheet')).map(({ page: { rakerda, agency, topic, title } }) => ({
    path: topicPath(rakerda.id, topic.code, { agencyCode: agency.code }),
    name: title,
  }));
  return [...lists, ...sheets];
}

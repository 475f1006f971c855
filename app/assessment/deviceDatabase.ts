/** How a database of the device (IndexedDB) is opened, and opened anew after it was closed under the page. */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';

/** An open transaction that may write. */
export type DeviceWriting<
  Schema extends DBSchema,
  Names extends ArrayLike<StoreNames<Schema>>,
> = IDBPTransaction<Schema, Names, 'readwrite'>;

/** Some browsers forget to open a database, or to end what was begun in one: then the page goes on as if there were none. */
const LIMIT_MS = 5000;

/** @throws where it is not done within the limit; it may still be done later */
export function inTime<Result>(work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The storage of the device does not answer.')), LIMIT_MS);
    void work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

export interface DeviceDatabase<Schema extends DBSchema> {
  open(): Promise<IDBPDatabase<Schema>>;
  writing<Names extends ArrayLike<StoreNames<Schema>>>(
    stores: Names,
    options?: IDBTransactionOptions,
  ): Promise<DeviceWriting<Schema, Names>>;
}

export function deviceDatabase<Schema extends DBSchema>(
  name: string,
  version: number,
  upgrade: (created: IDBPDatabase<Schema>) => void,
): DeviceDatabase<Schema> {
  let database: (() => Promise<IDBPDatabase<Schema>>) | null = null;
  const forget = () => {
    database = null;
  };
  const begin = () => {
    const opening = openDB<Schema>(name, version, {
      upgrade,
      // Closed under the page, by the browser or for a newer release in another tab: it is opened anew when needed.
      terminated: forget,
      blocking: (_old, _new, event) => {
        forget();
        if (event.target instanceof IDBDatabase) event.target.close();
      },
    }).catch((error: unknown) => {
      forget();
      throw error;
    });
    // Whoever asks later does not wait anew, and finds it once it is open after all.
    const answered = inTime(opening);
    answered.catch(() => undefined);
    return () => Promise.race([opening, answered]);
  };
  const open = () => (database ??= begin())();
  return {
    open,
    async writing(stores, options) {
      const opened = await open();
      try {
        return opened.transaction(stores, 'readwrite', options);
      } catch {
        forget();
        return (await open()).transaction(stores, 'readwrite', options);
      }
    },
  };
}

/** How a database of the device (IndexedDB) is opened, and opened anew after it was closed under the page. */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';

/** An open transaction that may write. */
export type DeviceWriting<
  Schema extends DBSchema,
  Names extends ArrayLike<StoreNames<Schema>>,
> = IDBPTransaction<Schema, Names, 'readwrite'>;

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
  let database: Promise<IDBPDatabase<Schema>> | null = null;
  const forget = () => {
    database = null;
  };
  const open = () =>
    (database ??= openDB<Schema>(name, version, {
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
    }));
  return {
    open,
    async writing(stores, options) {
      const begin = async () => (await open()).transaction(stores, 'readwrite', options);
      return begin().catch(() => {
        forget();
        return begin();
      });
    },
  };
}

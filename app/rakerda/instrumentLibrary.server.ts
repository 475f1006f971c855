/**
 * Instruments as they are pinned in the database. All are parsed when the process starts and read without waiting from
 * then on, inside a transaction too.
 */
import type { Db } from '#db/database';
import { type Instrument, parseInstrument } from '~/instrument';

export interface InstrumentLibrary {
  /** The exact version that an assessment refers to. Throws where the process was never told of it. */
  get(code: string, version: string): Instrument;
  /** Takes up what was added to the database since: whoever adds an instrument calls it after the commit. */
  takeUp(): Promise<void>;
}

/**
 * Loads every pinned instrument.
 * @throws InstrumentError where a stored one does not fit its schema
 */
export async function openInstrumentLibrary(db: Db): Promise<InstrumentLibrary> {
  const known = new Map<string, Instrument>();
  const takeUp = async () => {
    const rows = await db.selectFrom('instrument').select(['code', 'version', 'body']).execute();
    for (const { code, version, body } of rows) {
      const key = `${code}@${version}`;
      // A pinned version never changes.
      if (!known.has(key)) known.set(key, parseInstrument(JSON.parse(body)));
    }
  };
  await takeUp();
  return {
    get(code, version) {
      const instrument = known.get(`${code}@${version}`);
      if (!instrument) throw new Error(`Instrument ${code}@${version} was never loaded`);
      return instrument;
    },
    takeUp,
  };
}

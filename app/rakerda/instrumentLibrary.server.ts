/**
 * Instruments as they are pinned in the database. All are parsed when the process starts and read without waiting from
 * then on, inside a transaction too.
 */
import type { Db } from '#db/database';
import { type AnyInstrument, type Instrument, parseAnyInstrument } from '~/instrument';
import { isTopic, type Topic } from '~/instrument/topic';

export interface InstrumentLibrary {
  /** The exact version that an assessment refers to. Throws where the process was never told of it. */
  get(code: string, version: string): Instrument;
  /** The same for a topic that is measured. */
  topic(code: string, version: string): Topic;
  /** Whether a version is a topic, and not filled in by levels; null where the process was never told of it. */
  isTopic(code: string, version: string): boolean | null;
  /** Takes up what was added to the database since: whoever adds an instrument calls it after the commit. */
  takeUp(): Promise<void>;
}

/**
 * Loads every pinned instrument.
 * @throws InstrumentError where a stored one does not fit its schema
 */
export async function openInstrumentLibrary(db: Db): Promise<InstrumentLibrary> {
  const known = new Map<string, AnyInstrument>();
  const takeUp = async () => {
    const rows = await db.selectFrom('instrument').select(['code', 'version', 'body']).execute();
    for (const { code, version, body } of rows) {
      const key = `${code}@${version}`;
      // A pinned version never changes.
      if (!known.has(key)) known.set(key, parseAnyInstrument(JSON.parse(body)));
    }
  };
  await takeUp();
  const find = (code: string, version: string): AnyInstrument => {
    const instrument = known.get(`${code}@${version}`);
    if (!instrument) throw new Error(`Instrument ${code}@${version} was never loaded`);
    return instrument;
  };
  return {
    get(code, version) {
      const instrument = find(code, version);
      if (isTopic(instrument)) throw new Error(`Instrument ${code}@${version} has no levels`);
      return instrument;
    },
    topic(code, version) {
      const instrument = find(code, version);
      if (!isTopic(instrument)) throw new Error(`Instrument ${code}@${version} is no topic`);
      return instrument;
    },
    isTopic(code, version) {
      const instrument = known.get(`${code}@${version}`);
      return instrument ? isTopic(instrument) : null;
    },
    takeUp,
  };
}

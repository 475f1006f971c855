/** Instruments as they were pinned in the database: parsed once, kept for the life of the process. */
import type { Db } from '#db/database';
import { type Instrument, parseInstrument } from '~/instrument';

export interface InstrumentLibrary {
  /** The exact version that an assessment refers to. Throws where it was never added. */
  get(code: string, version: string): Promise<Instrument>;
}

export function createInstrumentLibrary(db: Db): InstrumentLibrary {
  const known = new Map<string, Instrument>();
  return {
    async get(code, version) {
      const key = `${code}@${version}`;
      const cached = known.get(key);
      if (cached) return cached;
      const row = await db
        .selectFrom('instrument')
        .select('body')
        .where('code', '=', code)
        .where('version', '=', version)
        .executeTakeFirst();
      if (!row) throw new Error(`Instrument ${key} is not in the database`);
      const instrument = parseInstrument(JSON.parse(row.body));
      known.set(key, instrument);
      return instrument;
    },
  };
}

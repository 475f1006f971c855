/** Setting up a Rakerda: the session, its instrument, who takes part, and an empty assessment for each. */
import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { record } from '#db/record';
import type { Database, RakerdaState } from '#db/schema';
import { emptyLevels } from '~/assessment/index.server';
import { type Instrument, indicatorsOf } from '~/instrument';

export interface NewRakerda {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  /** `YYYY-MM-DD`. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place: string;
  readonly host: string;
  readonly timeZone: string;
  readonly state: RakerdaState;
  readonly isDemo: boolean;
  readonly agencyCodes: readonly string[];
  /** The same target for every agency, in hundredths; null for none. */
  readonly targetHundredths: number | null;
  readonly memberIds: readonly string[];
}

/** Writes the Rakerda with everything it needs to be filled in, inside the caller's transaction. */
export async function createRakerdaIn(
  trx: Transaction<Database>,
  rakerda: NewRakerda,
  instrument: Instrument,
  actorId: string | null,
  requestId: string | null,
  at: string = new Date().toISOString(),
): Promise<void> {
  await trx
    .insertInto('rakerda')
    .values({
      id: rakerda.id,
      name: rakerda.name,
      year: rakerda.year,
      starts_on: rakerda.startsOn,
      ends_on: rakerda.endsOn,
      place: rakerda.place,
      host: rakerda.host,
      time_zone: rakerda.timeZone,
      state: rakerda.state,
      is_demo: rakerda.isDemo ? 1 : 0,
      created_at: at,
    })
    .execute();
  await trx
    .insertInto('rakerda_instrument')
    .values({
      rakerda_id: rakerda.id,
      instrument_code: instrument.code,
      instrument_version: instrument.version,
    })
    .execute();
  const levels = emptyLevels(indicatorsOf(instrument).length);
  for (const agencyCode of rakerda.agencyCodes) {
    await trx
      .insertInto('rakerda_agency')
      .values({
        rakerda_id: rakerda.id,
        agency_code: agencyCode,
        target_hundredths: rakerda.targetHundredths,
      })
      .execute();
    await trx
      .insertInto('assessment')
      .values({
        id: randomUUID(),
        rakerda_id: rakerda.id,
        agency_code: agencyCode,
        instrument_code: instrument.code,
        instrument_version: instrument.version,
        state: 'draft',
        levels,
        answered: 0,
        updated_at: at,
      })
      .execute();
  }
  for (const accountId of rakerda.memberIds) {
    await trx
      .insertInto('rakerda_member')
      .values({ rakerda_id: rakerda.id, account_id: accountId })
      .execute();
  }
  await record(
    trx,
    {
      type: 'rakerda.created',
      actorId,
      rakerdaId: rakerda.id,
      requestId,
      payload: {
        name: rakerda.name,
        instrument: `${instrument.code}@${instrument.version}`,
        agencies: rakerda.agencyCodes,
        targetHundredths: rakerda.targetHundredths,
      },
    },
    at,
  );
}

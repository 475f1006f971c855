/** Setting up a Rakerda: the session, its instruments, who takes part, and an empty assessment for each. */
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
  /** In hundredths. */
  readonly targets: {
    /** For every agency that has none of its own; null for none. */
    readonly common: number | null;
    readonly own?: ReadonlyMap<string, number>;
  };
  readonly memberIds: readonly string[];
  /** The Rakerda of the year before; null where there is none. */
  readonly previousId: string | null;
  /** Of the form that asked for it. */
  readonly formKey?: string | null;
}

/** Writes the Rakerda with everything it needs to be filled in, inside the caller's transaction. */
export async function createRakerdaIn(
  trx: Transaction<Database>,
  rakerda: NewRakerda,
  instruments: readonly Instrument[],
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
      previous_id: rakerda.previousId,
    })
    .execute();
  for (const instrument of instruments) {
    await trx
      .insertInto('rakerda_instrument')
      .values({
        rakerda_id: rakerda.id,
        instrument_code: instrument.code,
        instrument_version: instrument.version,
      })
      .execute();
  }
  for (const agencyCode of rakerda.agencyCodes) {
    const target = rakerda.targets.own?.get(agencyCode) ?? rakerda.targets.common;
    await addAgencyIn(trx, { id: rakerda.id, agencyCode, target }, instruments, at);
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
      changeId: rakerda.formKey ?? null,
      requestId,
      payload: {
        name: rakerda.name,
        instruments: instruments.map(({ code, version }) => `${code}@${version}`),
        agencies: rakerda.agencyCodes,
        targetHundredths: rakerda.targets.common,
        ownTargets: Object.fromEntries(rakerda.targets.own ?? []),
        previousId: rakerda.previousId,
      },
    },
    at,
  );
}

/** Lets an agency take part: with a target or none, and an empty assessment for each instrument. */
export async function addAgencyIn(
  trx: Transaction<Database>,
  place: { readonly id: string; readonly agencyCode: string; readonly target: number | null },
  instruments: readonly Instrument[],
  at: string,
): Promise<void> {
  await trx
    .insertInto('rakerda_agency')
    .values({ rakerda_id: place.id, agency_code: place.agencyCode, target_hundredths: place.target })
    .execute();
  for (const instrument of instruments) {
    await trx
      .insertInto('assessment')
      .values({
        id: randomUUID(),
        rakerda_id: place.id,
        agency_code: place.agencyCode,
        instrument_code: instrument.code,
        instrument_version: instrument.version,
        state: 'draft',
        levels: emptyLevels(indicatorsOf(instrument).length),
        answered: 0,
        updated_at: at,
      })
      .execute();
  }
}

/** Setting up a Rakerda: the session, its instruments, who takes part, and an empty assessment for each. */
import { randomUUID } from 'node:crypto';
import type { RakerdaState } from '#db/schema';
import { emptyLevels } from '~/assessment/index.server';
import { type Instrument, indicatorsOf } from '~/instrument';
import type { Topic, TopicTarget } from '~/instrument/topic';
import type { Doing } from '~/record/change.server';
import type { Target } from '~/rakerda/targets.server';

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
  readonly targets: readonly Target[];
  readonly memberIds: readonly string[];
  /** The Rakerda of the year before; null where there is none. */
  readonly previousId: string | null;
  /** The topics it measures; none where left out. */
  readonly topics?: readonly Topic[];
  /** What all agencies shall reach, by the code of the topic. */
  readonly topicTargets?: ReadonlyMap<string, TopicTarget>;
}

/** Writes the Rakerda with everything it needs to be filled in, inside the caller's transaction. */
export async function createRakerdaIn(
  { trx, at, tell }: Doing,
  rakerda: NewRakerda,
  instruments: readonly Instrument[],
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
  const topics = rakerda.topics ?? [];
  const topicTargets = rakerda.topicTargets ?? new Map<string, TopicTarget>();
  for (const { code, version } of topics) {
    await trx
      .insertInto('rakerda_topic')
      .values({
        rakerda_id: rakerda.id,
        instrument_code: code,
        instrument_version: version,
        target_measure: topicTargets.get(code)?.measure ?? null,
        target_units: topicTargets.get(code)?.units ?? null,
      })
      .execute();
  }
  for (const agencyCode of rakerda.agencyCodes) {
    await addAgencyIn({ trx, at }, rakerda.id, agencyCode, instruments);
  }
  for (const { instrumentCode, agencyCode, hundredths } of rakerda.targets) {
    await trx
      .insertInto('rakerda_target')
      .values({
        rakerda_id: rakerda.id,
        instrument_code: instrumentCode,
        agency_code: agencyCode,
        target_hundredths: hundredths,
      })
      .execute();
  }
  for (const accountId of rakerda.memberIds) {
    await trx
      .insertInto('rakerda_member')
      .values({ rakerda_id: rakerda.id, account_id: accountId })
      .execute();
  }
  await tell(
    'rakerda.created',
    {
      name: rakerda.name,
      instruments: instruments.map(({ code, version }) => `${code}@${version}`),
      ...(topics.length > 0 && { topics: topics.map(({ code, version }) => `${code}@${version}`) }),
      agencies: [...rakerda.agencyCodes],
      targets: Object.fromEntries(
        instruments.map(({ code }) => [
          code,
          Object.fromEntries(
            rakerda.targets
              .filter(({ instrumentCode }) => instrumentCode === code)
              .map(({ agencyCode, hundredths }) => [agencyCode, hundredths]),
          ),
        ]),
      ),
      ...(topicTargets.size > 0 && { topicTargets: Object.fromEntries(topicTargets) }),
      previousId: rakerda.previousId,
    },
    { rakerdaId: rakerda.id },
  );
}

/** Lets an agency take part: without a target, and with an empty assessment for each instrument. */
export async function addAgencyIn(
  { trx, at }: Pick<Doing, 'trx' | 'at'>,
  rakerdaId: string,
  agencyCode: string,
  instruments: readonly Instrument[],
): Promise<void> {
  await trx.insertInto('rakerda_agency').values({ rakerda_id: rakerdaId, agency_code: agencyCode }).execute();
  for (const instrument of instruments) {
    await trx
      .insertInto('assessment')
      .values({
        id: randomUUID(),
        rakerda_id: rakerdaId,
        agency_code: agencyCode,
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

/** What a Rakerda wants reached in its topics: one figure of each, the same for every agency. */
import type { Db } from '#db/database';
import type { TopicTarget } from '~/instrument/topic';

/** By the code of the topic; a topic without a target is not in it. */
export async function listTopicTargets(db: Db, rakerdaId: string): Promise<ReadonlyMap<string, TopicTarget>> {
  const rows = await db
    .selectFrom('rakerda_topic')
    .select(['instrument_code as code', 'target_measure as measure', 'target_units as units'])
    .where('rakerda_id', '=', rakerdaId)
    .execute();
  return new Map(
    rows.flatMap(({ code, measure, units }) =>
      measure === null || units === null ? [] : [[code, { measure, units }] as const],
    ),
  );
}

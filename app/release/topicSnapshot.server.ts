/** Everything a topic's release is made of, read in one transaction. */
import { readTogether } from '#db/together';
import { emptyFigures, type Topic, type TopicTarget } from '~/instrument/topic';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { listParticipants } from '~/rakerda/participants.server';
import { loadTopics } from '~/rakerda/rakerdaFacts.server';
import { listTopicTargets } from '~/rakerda/topicTargets.server';
import { newestSeq } from '~/record/read.server';
import { listSheets } from '~/topics/index.server';
import type { TopicAgency } from './topicFigures';

export interface TopicSnapshot {
  /** Sequence number of the last event that the figures include. */
  readonly asOf: number;
  readonly takenAt: string;
  readonly topic: Topic;
  /** What the Rakerda wants reached in it. */
  readonly target: TopicTarget | null;
  /** Every agency that takes part, in order of their codes; who saved nothing has empty figures. */
  readonly agencies: readonly TopicAgency[];
}

/** Null where the Rakerda does not measure the topic. */
export async function readTopicSnapshot(
  { db, instruments }: Pick<MeetingScope, 'db' | 'instruments'>,
  rakerdaId: string,
  code: string,
): Promise<TopicSnapshot | null> {
  return readTogether(db, async (trx) => {
    const topics = await loadTopics({ db: trx, instruments }, rakerdaId);
    const topic = topics.find((one) => one.code === code);
    if (!topic) return null;
    const sheets = await listSheets(trx, rakerdaId, [topic]);
    const own = new Map(sheets.map((sheet) => [sheet.agencyCode, sheet]));
    const agencies = await listParticipants(trx, rakerdaId);
    return {
      asOf: await newestSeq(trx),
      takenAt: new Date().toISOString(),
      topic,
      target: (await listTopicTargets(trx, rakerdaId)).get(code) ?? null,
      agencies: agencies.map((agency) => ({
        code: agency.code,
        name: agency.name,
        state: own.get(agency.code)?.state ?? 'draft',
        figures: own.get(agency.code)?.figures ?? emptyFigures(topic),
      })),
    };
  });
}

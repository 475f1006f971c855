/** How many agencies have sent each topic to the head, and how many are approved: for the pages of a whole Rakerda. */
import type { Scope } from '~/accounts/requestScope.server';
import { localize } from '~/instrument';
import { loadTopics } from '~/rakerda/rakerdaFacts.server';

export interface TopicStateCount {
  readonly code: string;
  readonly name: string;
  readonly submitted: number;
  readonly approved: number;
}

/** The topics of a Rakerda in their order; none where it measures none. */
export async function topicStates(
  { db, instruments, locale }: Pick<Scope, 'db' | 'instruments' | 'locale'>,
  rakerdaId: string,
): Promise<readonly TopicStateCount[]> {
  const topics = await loadTopics({ db, instruments }, rakerdaId);
  if (topics.length === 0) return [];
  const rows = await db
    .selectFrom('topic_sheet')
    .select((eb) => ['instrument_code', 'state', eb.fn.countAll<number>().as('sheets')])
    .where('rakerda_id', '=', rakerdaId)
    .where('state', '<>', 'draft')
    .groupBy(['instrument_code', 'state'])
    .execute();
  return topics.map(({ code, shortName }) => {
    const count = (state: 'submitted' | 'approved') =>
      rows.find((row) => row.instrument_code === code && row.state === state)?.sheets ?? 0;
    return {
      code,
      name: localize(shortName, locale),
      submitted: count('submitted'),
      approved: count('approved'),
    };
  });
}

/** Topics that a Rakerda takes up after it was created: the newest version of each, pinned from then on. */
import { listTopicChoices, type TopicChoice } from '~/hall/setUp/index.server';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { change, type Locked } from '~/record/change.server';
import { loadTopics } from '~/rakerda/rakerdaFacts.server';

/** What the Rakerda does not measure yet. */
export async function listFurtherTopics(scope: MeetingScope): Promise<readonly TopicChoice[]> {
  const measured = new Set((await loadTopics(scope, scope.place.row.id)).map(({ code }) => code));
  return (await listTopicChoices(scope)).filter(({ code }) => !measured.has(code));
}

/**
 * Takes up the chosen ones. What is measured already, or unknown, is passed over: two people who add the same topic
 * both get what they wished.
 * @param chosen `code@version`
 */
export async function addTopics(
  scope: MeetingScope,
  chosen: readonly string[],
): Promise<{ readonly kind: 'done' } | Locked> {
  const rakerdaId = scope.place.row.id;
  const terms = { may: 'rakerda.manage', part: 'setUp' } as const;
  return change(scope, terms, async ({ trx, tell }): Promise<{ readonly kind: 'done' }> => {
    const further = await listFurtherTopics({ ...scope, db: trx });
    const added = further.filter(({ value }) => chosen.includes(value));
    if (added.length === 0) return { kind: 'done' };
    await trx
      .insertInto('rakerda_topic')
      .values(
        added.map(({ code, version }) => ({
          rakerda_id: rakerdaId,
          instrument_code: code,
          instrument_version: version,
        })),
      )
      .execute();
    await tell('rakerda.changed', { topicsAdded: added.map(({ value }) => value) });
    return { kind: 'done' };
  });
}

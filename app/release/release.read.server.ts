/** What the release page tells before anything is downloaded. */
import { localize, type LocalizedText } from '~/instrument';
import type { Topic } from '~/instrument/topic';
import { maySeeFigures } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { listParticipants } from '~/rakerda/participants.server';
import { loadPinned, loadTopics } from '~/rakerda/rakerdaFacts.server';
import { listSheets } from '~/topics/index.server';
import { type AnyFile, FILES, TOPIC_FILES } from './files';
import { readStates } from './releaseSnapshot.server';

export interface StateTotals {
  readonly all: number;
  readonly draft: number;
  readonly submitted: number;
  readonly approved: number;
}

export interface ReleasePage {
  readonly instrument: { readonly code: string; readonly shortName: string };
  /** Whether it is a sheet of figures and not a questionnaire of levels. */
  readonly isTopic: boolean;
  readonly files: readonly AnyFile[];
  readonly totals: StateTotals;
  /** What else of this Rakerda can be taken home. */
  readonly others: readonly { readonly code: string; readonly name: string }[];
}

type Standing = { readonly agencyCode: string; readonly state: 'draft' | 'submitted' | 'approved' };

/** How many agencies' figures the actor could take home, by state; null where the Rakerda does not use the instrument. */
export async function readReleasePage(scope: MeetingScope, code: string): Promise<ReleasePage | null> {
  const { db, actor, place, locale } = scope;
  const rakerdaId = place.row.id;
  const pinned = await loadPinned(scope, rakerdaId);
  const topics = await loadTopics(scope, rakerdaId);
  const all: readonly { readonly code: string; readonly shortName: LocalizedText }[] = [...pinned, ...topics];
  const instrument = all.find((one) => one.code === code);
  if (!instrument) return null;
  const topic = topics.find((one) => one.code === code);
  const states: readonly Standing[] = topic
    ? await topicStates(scope, topic)
    : ((await readStates(db, rakerdaId, code))?.states ?? []);
  const seen = states.filter(({ agencyCode, state }) => maySeeFigures(actor, place, agencyCode, state));
  const count = (wanted: Standing['state']) => seen.filter(({ state }) => state === wanted).length;
  return {
    instrument: { code, shortName: localize(instrument.shortName, locale) },
    isTopic: topic !== undefined,
    files: topic ? TOPIC_FILES : FILES,
    totals: {
      all: seen.length,
      draft: count('draft'),
      submitted: count('submitted'),
      approved: count('approved'),
    },
    others: all
      .filter((one) => one !== instrument)
      .map((one) => ({ code: one.code, name: localize(one.shortName, locale) })),
  };
}

/** Every agency that takes part; who saved nothing is still filling in. */
async function topicStates({ db, place }: MeetingScope, topic: Topic): Promise<readonly Standing[]> {
  const sheets = await listSheets(db, place.row.id, [topic]);
  const own = new Map(sheets.map(({ agencyCode, state }) => [agencyCode, state]));
  const agencies = await listParticipants(db, place.row.id);
  return agencies.map(({ code }) => ({ agencyCode: code, state: own.get(code) ?? 'draft' }));
}

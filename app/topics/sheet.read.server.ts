/** Puts the page of one sheet together: its figures, who may change them, what became of them. */
import { jsonText } from '#db/json';
import type { AssessmentState } from '#db/schema';
import { type Locale, localize } from '~/instrument';
import { canStillRise, emptyFigures, type Figures, goalOf, kindOf, type Topic } from '~/instrument/topic';
import type { RakerdaPage } from '~/paths';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { loadTopics, type RakerdaFacts, rakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import { listTopicTargets } from '~/rakerda/topicTargets.server';
import { rakerdaPagesFor } from '~/rakerda/rakerdaPages.server';
import { isEventType } from '~/record/events';
import { authorize } from '~/record/change.server';
import { newestSeq, payloadOf } from '~/record/read.server';
import { SHEET_CHANGES } from './saveSheet.server';
import { SHEET_STEPS } from './takeSheetStep.server';
import { type Closed, closedBecause, type SheetScope, withSheet } from './topicScope.server';
import { partFrom } from './sheetForm';
import { readWay, type Way } from './sheetWay.server';
import type { OwnGoal } from './topicTarget';
import { topicWords } from './topicWords';

export interface HistoryEntry {
  readonly seq: number;
  readonly at: string;
  readonly type: (typeof TYPES)[number];
  /** Null for demo data. */
  readonly actorName: string | null;
  /** Why a step was taken; null where it says nothing. */
  readonly note: string | null;
  /** Worded for reading; empty where there was or is nothing. */
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
}

export interface SheetPage {
  readonly title: string;
  readonly rakerda: RakerdaFacts;
  readonly pages: readonly RakerdaPage[];
  readonly topic: Topic;
  readonly agency: { readonly code: string; readonly name: string };
  /** What is to be reached, and what the saved figures come to there; null where there is no target. */
  readonly target: OwnGoal | null;
  readonly others: readonly { readonly code: string; readonly name: string }[];
  readonly figures: Figures;
  /** The code of the part that is shown; null where the whole sheet is one page. */
  readonly part: string | null;
  /** 0 where nothing was saved yet. */
  readonly version: number;
  readonly state: AssessmentState;
  readonly saved: { readonly at: string; readonly by: string | null } | null;
  readonly mayWrite: boolean;
  readonly closed: Closed;
  readonly way: Way;
  readonly history: readonly HistoryEntry[];
  readonly message: string | null;
  readonly asOf: number;
  /** When all this was read. */
  readonly readAt: string;
  /** Nobody answered: the device shows what it has. */
  readonly isFromDevice: boolean;
}

export async function readSheetPage(scope: SheetScope, params: URLSearchParams): Promise<SheetPage> {
  const { actor, agency, asOf, locale, place, sheet, topic, topics } = scope;
  const closed = closedBecause(scope);
  const words = topicWords[locale];
  const name = localize(topic.shortName, locale);
  const goal = goalOf(topic, (await listTopicTargets(scope.db, place.row.id)).get(topic.code));
  const figures = sheet?.figures ?? emptyFigures(topic);
  return {
    title: `${words.sheet.title({ topic: name, agency: agency.name })} – ${place.row.name}`,
    rakerda: rakerdaFacts(place.row),
    pages: rakerdaPagesFor(actor, place),
    topic,
    agency,
    target: goal && {
      ...goal,
      now: kindOf(topic).values(figures)[goal.place] ?? null,
      isUnsettled: canStillRise(goal, kindOf(topic).outcome(figures)),
    },
    others: topics
      .filter((one) => one !== topic)
      .map((one) => ({ code: one.code, name: localize(one.shortName, locale) })),
    figures,
    part: partFrom(topic, params),
    version: sheet?.version ?? 0,
    state: sheet?.state ?? 'draft',
    saved: sheet && { at: sheet.updatedAt, by: sheet.updatedBy },
    mayWrite: closed === null,
    closed,
    way: await readWay(scope),
    history: sheet ? await readHistory(scope, sheet.id) : [],
    message: params.get('pesan'),
    asOf,
    readAt: new Date().toISOString(),
    isFromDevice: false,
  };
}

/**
 * Every sheet of one agency, each as its own page would be given.
 * @throws 403 unless the reader may see what the agency is still working on
 */
export async function readEverySheet(scope: MeetingScope, agencyCode: string): Promise<readonly SheetPage[]> {
  const { actor, db, place } = scope;
  authorize(actor, 'assessment.read', { ...place, agencyCode });
  const asOf = await newestSeq(db);
  const topics = await loadTopics(scope, place.row.id);
  const pages: SheetPage[] = [];
  for (const topic of topics) {
    const sheet = await withSheet({ ...scope, topic, topics, asOf }, agencyCode);
    pages.push(await readSheetPage(sheet, new URLSearchParams()));
  }
  return pages;
}

export { partFrom };

const TYPES = [...SHEET_CHANGES, ...SHEET_STEPS] as const;
/** The newest of a sheet's changes; older ones stay in the audit trail. */
const MOST_ENTRIES = 50;

async function readHistory(
  { db, place, topic, locale }: SheetScope,
  sheetId: string,
): Promise<readonly HistoryEntry[]> {
  const rows = await db
    .selectFrom('event')
    .leftJoin('account', 'account.id', 'event.actor_id')
    .select(['event.seq', 'event.at', 'event.type', 'event.payload', 'account.name'])
    .where('event.rakerda_id', '=', place.row.id)
    .where('event.type', 'in', TYPES)
    .where(jsonText('event.payload', 'id'), '=', sheetId)
    .orderBy('event.seq', 'desc')
    .limit(MOST_ENTRIES)
    .execute();
  return rows.flatMap((row): HistoryEntry[] => {
    const type = TYPES.find((one) => isEventType(row.type) && one === row.type);
    if (!type) return [];
    const saved = payloadOf(row, 'topic.saved') ?? payloadOf(row, 'register.saved');
    const changes = saved?.changes ?? {};
    const note = (payloadOf(row, 'topic.returned') ?? payloadOf(row, 'topic.reopened'))?.note ?? null;
    const { seq, at, name: actorName } = row;
    return [{ seq, at, type, actorName, note, changes: worded(topic, changes, locale) }];
  });
}

function worded(
  topic: Topic,
  changes: Readonly<Record<string, readonly [unknown, unknown]>>,
  locale: Locale,
): HistoryEntry['changes'] {
  const { nameOf, say } = kindOf(topic);
  return Object.entries(changes).map(([code, [before, after]]) => {
    const name = nameOf(code);
    const told = (value: unknown) => (typeof value === 'number' ? say(code, value, locale) : '');
    return { field: name ? localize(name, locale) : code, before: told(before), after: told(after) };
  });
}

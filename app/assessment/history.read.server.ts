/** The history of one assessment, read from the append-only record. */
import type { EventRow } from '#db/schema';
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import { payloadOf } from '~/record/read.server';
import { type AnswerLine, changeLines, valueLines } from './answerLines';
import { valuesIn } from './earlierValues.server';
import { EMPTY, readAnswer, type StoredAnswer } from './saveAnswer.server';
import { readOnlyReason } from './assessment.read.server';
import { differences } from './mergeChange';
import { findIndicator, type Instrument, type LevelRange, type Locale, localize } from '~/instrument';

/** Each entry may be a screen of a phone. */
const PAGE = 20;

export interface HistoryEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string | null;
  readonly type: string;
  readonly indicator: { readonly no: number; readonly name: string } | null;
  readonly note: string | null;
  /** `isEarlier`: the field says something else now. */
  readonly changes: readonly (AnswerLine & { readonly isEarlier: boolean })[];
}

export interface History {
  readonly entries: readonly HistoryEntry[];
  readonly older: number | null;
  /** Indicator → the version of its answer now, where this reader may put earlier versions back; otherwise empty. */
  readonly versions: Readonly<Record<number, number>>;
}

/**
 * One page of the history, newest first.
 * @param before only events with a lower sequence number; null for the newest
 */
export async function readHistory(
  { db, actor, place, instrument, locale }: AssessmentScope,
  filter: { readonly indicatorNo: number | null; readonly before: number | null },
): Promise<History> {
  let query = db
    .selectFrom('event')
    .leftJoin('account', 'account.id', 'event.actor_id')
    .selectAll('event')
    .select('account.name as actor_name')
    .where('event.assessment_id', '=', place.assessment.id)
    .orderBy('event.seq', 'desc')
    .limit(PAGE + 1);
  if (filter.indicatorNo !== null) query = query.where('event.indicator_no', '=', filter.indicatorNo);
  if (filter.before !== null) query = query.where('event.seq', '<', filter.before);
  const rows = await query.execute();
  const shown = rows.slice(0, PAGE);
  const mayRestore = readOnlyReason(actor, place) === null;
  const numbers = new Set(mayRestore ? shown.flatMap((row) => row.indicator_no ?? []) : []);
  const answers = new Map<number, StoredAnswer>();
  for (const no of numbers) {
    const answer = await readAnswer(db, place.assessment.id, no);
    if (answer) answers.set(no, answer);
  }
  const entries = shown.map((row) =>
    entryOf(row, row.actor_name, instrument, locale, answers.get(row.indicator_no ?? 0)),
  );
  return {
    entries,
    older: rows.length > PAGE ? (entries.at(-1)?.seq ?? null) : null,
    versions: Object.fromEntries([...numbers].map((no) => [no, answers.get(no)?.version ?? 0])),
  };
}

function entryOf(
  row: EventRow,
  actor: string | null,
  instrument: Instrument,
  locale: Locale,
  now: StoredAnswer = { ...EMPTY, version: 0, updatedAt: '', updatedBy: '' },
): HistoryEntry {
  const earlier = differences(now, { ...now, ...valuesIn(row) });
  const returned =
    payloadOf(row, 'assessment.returned') ??
    payloadOf(row, 'assessment.reopened') ??
    payloadOf(row, 'answer.returned');
  const indicator = row.indicator_no === null ? undefined : findIndicator(instrument, row.indicator_no);
  return {
    seq: row.seq,
    at: row.at,
    actor,
    type: row.type,
    indicator: indicator ? { no: indicator.no, name: localize(indicator.name, locale) } : null,
    note: returned?.note ?? null,
    changes: linesOf(row, instrument.level).map((line) => ({
      ...line,
      isEarlier: earlier[line.field] !== undefined,
    })),
  };
}

function linesOf(row: EventRow, range: LevelRange): readonly AnswerLine[] {
  const saved = payloadOf(row, 'answer.saved');
  return saved ? changeLines(saved.changes, range) : valueLines(valuesIn(row), range);
}

/** The history of one assessment, read from the append-only record. */
import type { EventRow } from '#db/schema';
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import type { Payloads } from '~/record/events';
import { payloadOf } from '~/record/read.server';
import type { AnswerField } from './answerChanges';
import {
  findIndicator,
  type Instrument,
  type LevelRange,
  type Locale,
  localize,
  shownLevel,
} from '~/instrument';

const PAGE = 50;

type AnswerChanges = Payloads['answer.saved']['changes'];

export interface HistoryEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string | null;
  readonly type: string;
  readonly indicator: { readonly no: number; readonly name: string } | null;
  readonly note: string | null;
  readonly changes: readonly {
    readonly field: AnswerField;
    readonly before: string;
    readonly after: string;
  }[];
}

/**
 * One page of the history, newest first.
 * @param before only events with a lower sequence number; null for the newest
 */
export async function readHistory(
  { db, place, instrument, locale }: AssessmentScope,
  filter: { readonly indicatorNo: number | null; readonly before: number | null },
): Promise<{ readonly entries: readonly HistoryEntry[]; readonly older: number | null }> {
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
  const entries = rows.slice(0, PAGE).map((row) => entryOf(row, row.actor_name, instrument, locale));
  return { entries, older: rows.length > PAGE ? (entries.at(-1)?.seq ?? null) : null };
}

function entryOf(row: EventRow, actor: string | null, instrument: Instrument, locale: Locale): HistoryEntry {
  const saved = payloadOf(row, 'answer.saved');
  const aside = payloadOf(row, 'answer.setAside');
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
    changes: saved
      ? changeLines(saved.changes, instrument.level)
      : aside
        ? unusedLines(aside.values, instrument.level)
        : [],
  };
}

/** What was typed and not chosen: it replaced nothing. */
function unusedLines(
  { level, justification, note, personInCharge, discuss, evidence }: Payloads['answer.setAside']['values'],
  range: LevelRange,
): HistoryEntry['changes'] {
  const both = <Value>(value: Value | undefined): [Value, Value] | undefined =>
    value === undefined ? undefined : [value, value];
  const pairs: AnswerChanges = {
    level: both(level),
    justification: both(justification),
    note: both(note),
    personInCharge: both(personInCharge),
    discuss: both(discuss),
    evidence: both(evidence),
  };
  return changeLines(pairs, range).map((line) => ({ ...line, before: '' }));
}

function changeLines(changes: AnswerChanges, range: LevelRange): HistoryEntry['changes'] {
  const lines: { field: AnswerField; before: string; after: string }[] = [];
  const add = <T>(field: AnswerField, pair: readonly [T, T] | undefined, show: (value: T) => string) => {
    if (pair) lines.push({ field, before: show(pair[0]), after: show(pair[1]) });
  };
  add('level', changes.level, (level) => (level === null ? '' : String(shownLevel(range, level))));
  add('justification', changes.justification, String);
  add('note', changes.note, String);
  add('personInCharge', changes.personInCharge, String);
  add('discuss', changes.discuss, (flag) => (flag ? '✓' : ''));
  add('evidence', changes.evidence, (rows) =>
    rows.map((row) => (row.caption === '' ? row.url : `${row.caption} – ${row.url}`)).join('\n'),
  );
  return lines;
}

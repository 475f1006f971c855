/** Values of an answer as one reads them in a list: field by field, as text. */
import { type LevelRange, shownLevel } from '~/instrument';
import type { Payloads } from '~/record/events';
import type { AnswerField } from './answerChanges';
import type { AnswerInput } from './answerForm';

export interface AnswerLine {
  readonly field: AnswerField;
  /** Empty also where nothing was replaced. */
  readonly before: string;
  readonly after: string;
}

type Changes = Payloads['answer.saved']['changes'];

export function changeLines(changes: Changes, range: LevelRange): readonly AnswerLine[] {
  const lines: AnswerLine[] = [];
  const add = <T>(field: AnswerField, pair: readonly [T, T] | undefined, show: (value: T) => string) => {
    if (pair) lines.push({ field, before: show(pair[0]), after: show(pair[1]) });
  };
  add('level', changes.level, (level) => (level === null ? '' : String(shownLevel(range, level))));
  add('justification', changes.justification, String);
  add('note', changes.note, String);
  add('personInCharge', changes.personInCharge, String);
  add('service', changes.service, String);
  add('discuss', changes.discuss, (flag) => (flag ? '✓' : ''));
  add('evidence', changes.evidence, (rows) =>
    rows.map((row) => (row.caption === '' ? row.url : `${row.caption} – ${row.url}`)).join('\n'),
  );
  return lines;
}

/** Values that replaced nothing. */
export function valueLines(values: Partial<AnswerInput>, range: LevelRange): readonly AnswerLine[] {
  const both = <Value>(value: Value | undefined): [Value, Value] | undefined =>
    value === undefined ? undefined : [value, value];
  const { level, justification, note, personInCharge, service, discuss, evidence } = values;
  const pairs: Changes = {
    level: both(level),
    justification: both(justification),
    note: both(note),
    personInCharge: both(personInCharge),
    service: both(service),
    discuss: both(discuss),
    evidence: both(evidence),
  };
  return changeLines(pairs, range).map((line) => ({ ...line, before: '' }));
}

/** The forms of a commitment and of its status: one schema for both sides. */
import * as z from 'zod/mini';
import { isDay } from '~/i18n/zonedTime';
import { type Fields, groupIn, judge, lineField, textField, textsIn } from '~/text';
import { type LinkedRise, STATUSES } from './commitment';

export const LIMIT = { what: 1000, who: 300, measure: 1000, statusNote: 1000 } as const;

export const COMMITMENT_FIELDS = ['what', 'who', 'dueOn', 'measure'] as const;
export type CommitmentField = (typeof COMMITMENT_FIELDS)[number];
const TYPED_PROBLEMS = ['missing', 'tooLong', 'noDay'] as const;
export type CommitmentProblem = (typeof TYPED_PROBLEMS)[number] | 'dayPast';
export type CommitmentProblems = Readonly<Partial<Record<CommitmentField, CommitmentProblem>>>;

const rules = (most: number) => ({ most, tooLong: 'tooLong', required: 'missing' }) as const;

const schema = z.object({
  what: textField<CommitmentProblem>(rules(LIMIT.what)),
  who: lineField<CommitmentProblem>(rules(LIMIT.who)),
  dueOn: z.string().check(z.minLength(1, { error: 'missing' }), z.refine(isDay, { error: 'noDay' })),
  measure: textField<CommitmentProblem>(rules(LIMIT.measure)),
});

/** A commitment as it is written down. `rises` are of `instrumentCode`; without any, no instrument is named. */
export interface CommitmentInput extends z.infer<typeof schema> {
  readonly agendaItemId: string | null;
  readonly instrumentCode: string | null;
  readonly rises: readonly LinkedRise[];
}

/** What the form's fields hold; `levels` by number of indicator, empty where not linked. */
export interface CommitmentValues extends Readonly<
  Record<CommitmentField | 'agendaItemId' | 'instrumentCode', string>
> {
  readonly levels: Readonly<Record<string, string>>;
}

/** Of a form that nobody has filled in. */
export const NO_VALUES: CommitmentValues = {
  what: '',
  who: '',
  dueOn: '',
  measure: '',
  agendaItemId: '',
  instrumentCode: '',
  levels: {},
};

export function readCommitmentValues(form: Fields): CommitmentValues {
  const levels = Object.entries(groupIn(form, 'level.')).filter(([, level]) => level !== '');
  return {
    ...textsIn(form, [...COMMITMENT_FIELDS, 'agendaItemId', 'instrumentCode']),
    levels: Object.fromEntries(levels),
  };
}

/** The linked rises that the form's level fields say, in order of indicator. What is no number is left out. */
export function risesOf(levels: CommitmentValues['levels']): readonly LinkedRise[] {
  return Object.entries(levels)
    .filter(([no, level]) => /^\d{1,4}$/.test(no) && /^\d{1,4}$/.test(level))
    .map(([no, level]) => ({ no: Number(no), toLevel: Number(level) }))
    .sort((a, b) => a.no - b.no);
}

export type CheckedCommitment =
  | { readonly ok: true; readonly input: CommitmentInput }
  | { readonly ok: false; readonly problems: CommitmentProblems };

/**
 * Checks what was typed.
 * @param earliest a promise is not made for a day before this one; null where that is not asked
 */
export function checkCommitment(values: CommitmentValues, earliest: string | null): CheckedCommitment {
  const judged = judge(schema, values, TYPED_PROBLEMS, 'missing');
  if (!judged.ok) return { ok: false, problems: judged.errors };
  if (earliest !== null && judged.input.dueOn < earliest)
    return { ok: false, problems: { dueOn: 'dayPast' } };
  const rises = risesOf(values.levels);
  return {
    ok: true,
    input: {
      ...judged.input,
      agendaItemId: values.agendaItemId === '' ? null : values.agendaItemId,
      instrumentCode: rises.length === 0 ? null : values.instrumentCode,
      rises,
    },
  };
}

const statusSchema = z.object({
  status: z.enum(STATUSES),
  note: textField<StatusProblem>({ most: LIMIT.statusNote, tooLong: 'tooLong' }),
});
export type StatusInput = z.infer<typeof statusSchema>;
export type StatusProblem = 'reasonMissing' | 'tooLong' | 'unreadable';

export type StatusValues = Readonly<Record<'status' | 'note', string>>;

export function readStatusValues(form: Fields): StatusValues {
  return textsIn(form, ['status', 'note']);
}

export type CheckedStatus =
  | { readonly ok: true; readonly input: StatusInput }
  | { readonly ok: false; readonly problem: StatusProblem };

/** Checks a change of status: who drops a promise says why. */
export function checkStatus(values: StatusValues): CheckedStatus {
  const judged = judge<typeof statusSchema, StatusProblem>(statusSchema, values, ['tooLong'], 'unreadable');
  if (!judged.ok) return { ok: false, problem: judged.errors.note ?? 'unreadable' };
  if (judged.input.status === 'dropped' && judged.input.note === '')
    return { ok: false, problem: 'reasonMissing' };
  return judged;
}

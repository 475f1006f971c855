/** The forms of a commitment and of its status: one schema for both sides. */
import * as z from 'zod/mini';
import { isDay } from '~/i18n/zonedTime';
import { lineField, textField } from '~/text';
import { type LinkedRise, STATUSES } from './commitment';
import { fieldOf } from './formMarks';

const LIMIT = { what: 1000, who: 300, measure: 1000, statusNote: 1000 } as const;

export const COMMITMENT_FIELDS = ['what', 'who', 'dueOn', 'measure'] as const;
export type CommitmentField = (typeof COMMITMENT_FIELDS)[number];
export type CommitmentProblem = 'missing' | 'tooLong' | 'noDay' | 'dayPast';
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
export interface CommitmentValues {
  readonly what: string;
  readonly who: string;
  readonly dueOn: string;
  readonly measure: string;
  readonly agendaItemId: string;
  readonly instrumentCode: string;
  readonly levels: Readonly<Record<string, string>>;
}

const LEVEL = 'level.';

export function readCommitmentValues(form: FormData): CommitmentValues {
  const levels: Record<string, string> = {};
  for (const [name, value] of form) {
    if (name.startsWith(LEVEL) && typeof value === 'string' && value !== '')
      levels[name.slice(LEVEL.length)] = value;
  }
  return {
    what: fieldOf(form, 'what'),
    who: fieldOf(form, 'who'),
    dueOn: fieldOf(form, 'dueOn'),
    measure: fieldOf(form, 'measure'),
    agendaItemId: fieldOf(form, 'agendaItemId'),
    instrumentCode: fieldOf(form, 'instrumentCode'),
    levels,
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
  const parsed = schema.safeParse(values);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error.issues) };
  if (earliest !== null && parsed.data.dueOn < earliest) return { ok: false, problems: { dueOn: 'dayPast' } };
  const rises = risesOf(values.levels);
  return {
    ok: true,
    input: {
      ...parsed.data,
      agendaItemId: values.agendaItemId === '' ? null : values.agendaItemId,
      instrumentCode: rises.length === 0 ? null : values.instrumentCode,
      rises,
    },
  };
}

function problemsOf(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): CommitmentProblems {
  const problems: Partial<Record<CommitmentField, CommitmentProblem>> = {};
  for (const field of COMMITMENT_FIELDS) {
    const message = issues.find((issue) => issue.path[0] === field)?.message;
    if (message === undefined) continue;
    problems[field] = message === 'tooLong' || message === 'noDay' ? message : 'missing';
  }
  return problems;
}

const statusSchema = z.object({
  status: z.enum(STATUSES),
  note: textField<StatusProblem>({ most: LIMIT.statusNote, tooLong: 'tooLong' }),
});
export type StatusInput = z.infer<typeof statusSchema>;
export type StatusProblem = 'reasonMissing' | 'tooLong' | 'unreadable';

export interface StatusValues {
  readonly status: string;
  readonly note: string;
}

export function readStatusValues(form: FormData): StatusValues {
  return { status: fieldOf(form, 'status'), note: fieldOf(form, 'note') };
}

export type CheckedStatus =
  | { readonly ok: true; readonly input: StatusInput }
  | { readonly ok: false; readonly problem: StatusProblem };

/** Checks a change of status: who drops a promise says why. */
export function checkStatus(values: StatusValues): CheckedStatus {
  const parsed = statusSchema.safeParse(values);
  if (!parsed.success) {
    const isLong = parsed.error.issues.some((issue) => issue.message === 'tooLong');
    return { ok: false, problem: isLong ? 'tooLong' : 'unreadable' };
  }
  if (parsed.data.status === 'dropped' && parsed.data.note === '')
    return { ok: false, problem: 'reasonMissing' };
  return { ok: true, input: parsed.data };
}

/** The form of a note or recommendation: one schema for both sides. */
import * as z from 'zod/mini';
import { textField } from '~/text';
import { fieldOf } from './formMarks';

export const NOTE_KINDS = ['note', 'recommendation'] as const;

const BODY_MAX = 4000;

export type NoteProblem = 'bodyMissing' | 'bodyTooLong' | 'unreadable';

const optional = z.pipe(
  z.string(),
  z.transform((value) => (value === '' ? null : value)),
);

const schema = z.object({
  kind: z.enum(NOTE_KINDS),
  body: textField<NoteProblem>({ most: BODY_MAX, tooLong: 'bodyTooLong', required: 'bodyMissing' }),
  agendaItemId: optional,
  agencyCode: optional,
  /** `instrument:number`. */
  indicator: z.pipe(
    z.string().check(z.regex(/^$|^[a-z0-9-]+:\d{1,4}$/)),
    z.transform((value) => {
      const [instrumentCode, no] = value.split(':');
      return instrumentCode && no ? { instrumentCode, no: Number(no) } : null;
    }),
  ),
});

/** A note as it is written down. */
export type NoteInput = z.infer<typeof schema>;

/** What the form's fields hold. */
export interface NoteValues {
  readonly kind: string;
  readonly body: string;
  readonly agendaItemId: string;
  readonly agencyCode: string;
  readonly indicator: string;
}

export function readNoteValues(form: FormData): NoteValues {
  return {
    kind: fieldOf(form, 'kind'),
    body: fieldOf(form, 'body'),
    agendaItemId: fieldOf(form, 'agendaItemId'),
    agencyCode: fieldOf(form, 'agencyCode'),
    indicator: fieldOf(form, 'indicator'),
  };
}

export type CheckedNote =
  { readonly ok: true; readonly input: NoteInput } | { readonly ok: false; readonly problem: NoteProblem };

/** Checks what was typed. Only the text can be wrong by typing; everything else is chosen from a list. */
export function checkNote(values: NoteValues): CheckedNote {
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, input: parsed.data };
  const problem = parsed.error.issues
    .map((issue) => issue.message)
    .find((message) => message.startsWith('body'));
  return {
    ok: false,
    problem: problem === 'bodyMissing' || problem === 'bodyTooLong' ? problem : 'unreadable',
  };
}

/** The form of a note or recommendation: one schema for both sides. */
import * as z from 'zod/mini';
import { type Fields, judge, textField, textsIn } from '~/text';

export const NOTE_KINDS = ['note', 'recommendation'] as const;

export const BODY_MAX = 4000;

const BODY_PROBLEMS = ['bodyMissing', 'bodyTooLong'] as const;
export type NoteProblem = (typeof BODY_PROBLEMS)[number] | 'unreadable';

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

const NOTE_FIELDS = ['kind', 'body', 'agendaItemId', 'agencyCode', 'indicator'] as const;
/** What the form's fields hold. */
export type NoteValues = Readonly<Record<(typeof NOTE_FIELDS)[number], string>>;

export function readNoteValues(form: Fields): NoteValues {
  return textsIn(form, NOTE_FIELDS);
}

export type CheckedNote =
  { readonly ok: true; readonly input: NoteInput } | { readonly ok: false; readonly problem: NoteProblem };

/** Checks what was typed. Only the text can be wrong by typing; everything else is chosen from a list. */
export function checkNote(values: NoteValues): CheckedNote {
  const judged = judge<typeof schema, NoteProblem>(schema, values, BODY_PROBLEMS, 'unreadable');
  return judged.ok ? judged : { ok: false, problem: judged.errors.body ?? 'unreadable' };
}

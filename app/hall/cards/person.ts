/** How people write down who they are: the join page, and the list of attendance. */
import * as z from 'zod/mini';
import { type FieldErrors, type Fields, lineField, textsIn } from '~/text';

export const PERSON_ERRORS = ['nameRequired', 'tooLong', 'whereRequired', 'agencyUnknown'] as const;
export type PersonError = (typeof PERSON_ERRORS)[number];
export type PersonErrors = FieldErrors<PersonError>;

export const NAME_MAX = 120;

const error = (key: PersonError) => ({ error: key });
const LINE = { most: NAME_MAX, tooLong: 'tooLong' } as const;
const line = z._default(lineField<PersonError>(LINE), '');

export const personSchema = z.object({
  name: lineField<PersonError>({ ...LINE, required: 'nameRequired' }),
  position: line,
});
export type Person = z.output<typeof personSchema>;

/** A person whom the facilitator writes down: of an agency of the Rakerda, or of another institution. */
export const attendeeSchema = z
  .extend(personSchema, {
    /** Empty for a guest. */
    agency: z._default(z.string().check(z.maxLength(20, error('agencyUnknown'))), ''),
    institution: line,
  })
  .check(
    z.superRefine((value, context) => {
      if (value.agency !== '' || value.institution !== '') return;
      context.addIssue({ code: 'custom', path: ['institution'], message: 'whereRequired' });
    }),
  );
export type AttendeeInput = z.output<typeof attendeeSchema>;

const FIELDS = ['name', 'position', 'agency', 'institution'] as const;
/** What was typed, to be shown again. */
export type TypedPerson = Readonly<Record<(typeof FIELDS)[number], string>>;

export function readTyped(form: Fields): TypedPerson {
  return textsIn(form, FIELDS);
}

/** Whether two names are the same person's, however the capitals fell. */
export function isSameName(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

function fold(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('id');
}

/** A person who could not be let in as typed. */
export interface JoinRefusal {
  readonly errors: PersonErrors;
  readonly name: string;
  readonly position: string;
}

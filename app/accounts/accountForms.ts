/**
 * The forms of this room: one schema each, for the browser and for the action. A message is a key of
 * `error` in accountFormWords.ts, so that both sides say it in the reader's language.
 */
import * as z from 'zod/mini';
import { belongsToAgency, ROLES } from '~/policy';
import { cleanLine, type FieldErrors, lineField } from '~/text';

export const FORM_ERRORS = [
  'required',
  'tooLong',
  'usernameFormat',
  'usernameTaken',
  'roleUnknown',
  'agencyNeeded',
  'agencyUnknown',
  'rakerdaUnknown',
  'passwordShort',
  'passwordLong',
  'passwordSame',
  'passwordIsUsername',
  'passwordRepeat',
  'passwordWrong',
  'passwordGuessable',
  'passwordOwnWords',
] as const;
export type FormErrorKey = (typeof FORM_ERRORS)[number];

export type FormErrors = FieldErrors<FormErrorKey>;

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

const key = (error: FormErrorKey) => ({ error });
const line = (most: number) => lineField<FormErrorKey>({ most, tooLong: 'tooLong', required: 'required' });
const name = line(120);

/** Where a person belongs who works in a Rakerda; ids that are not there are refused by the use case. */
const rakerdaIds = z.pipe(
  z.transform((value): unknown =>
    Array.isArray(value) ? value : typeof value === 'string' && value !== '' ? [value] : [],
  ),
  z.array(z.string()).check(z.maxLength(500)),
);

export const signInSchema = z.object({
  username: line(200),
  password: z.string().check(z.minLength(1, key('required')), z.maxLength(PASSWORD_MAX, key('passwordLong'))),
});

/** A change of the own password. What it must differ from depends on whose it is. */
export function passwordChangeSchema(username: string) {
  return z
    .object({
      current: z
        .string()
        .check(z.minLength(1, key('required')), z.maxLength(PASSWORD_MAX, key('passwordLong'))),
      next: z
        .string()
        .check(
          z.minLength(PASSWORD_MIN, key('passwordShort')),
          z.maxLength(PASSWORD_MAX, key('passwordLong')),
        ),
      repeat: z.string().check(z.minLength(1, key('required'))),
    })
    .check(
      z.superRefine((value, context) => {
        const refuse = (path: 'next' | 'repeat', message: FormErrorKey) => {
          context.addIssue({ code: 'custom', path: [path], message });
        };
        if (value.next === value.current) refuse('next', 'passwordSame');
        else if (value.next.toLowerCase().trim() === username.toLowerCase())
          refuse('next', 'passwordIsUsername');
        if (value.repeat !== value.next) refuse('repeat', 'passwordRepeat');
      }),
    );
}

export const newAccountSchema = z
  .object({
    username: z
      .string()
      .check(z.overwrite(cleanLine), z.toLowerCase(), z.regex(/^[a-z0-9._-]{3,40}$/, key('usernameFormat'))),
    name,
    role: z.enum(ROLES, key('roleUnknown')),
    agencyCode: z._default(z.string().check(z.maxLength(20, key('agencyUnknown'))), ''),
    rakerda: rakerdaIds,
  })
  .check(
    z.superRefine((value, context) => {
      if (belongsToAgency(value.role) && value.agencyCode === '') {
        const message: FormErrorKey = 'agencyNeeded';
        context.addIssue({ code: 'custom', path: ['agencyCode'], message });
      }
    }),
  );
export type NewAccount = z.output<typeof newAccountSchema>;

export const agencyAccountsSchema = z.object({
  rakerda: z.string().check(z.minLength(1, key('required'))),
  /** Also give a new initial password to accounts that never changed theirs. */
  reissue: z.pipe(
    z.optional(z.string()),
    z.transform((value) => value !== undefined),
  ),
});

/** What the page of one account can do. */
export const accountChangeSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('rename'), name }),
  z.object({ intent: z.literal('resetPassword') }),
  z.object({ intent: z.literal('disable') }),
  z.object({ intent: z.literal('enable') }),
  z.object({ intent: z.literal('memberships'), rakerda: rakerdaIds }),
  z.object({ intent: z.literal('endSignIn'), signIn: z.string().check(z.maxLength(100)) }),
]);
export const renameSchema = z.object({ name });

/** The message as a key of `formError`; undefined where there is none. */
export function formErrorKey(message: string | undefined): FormErrorKey | undefined {
  return FORM_ERRORS.find((known) => known === message);
}

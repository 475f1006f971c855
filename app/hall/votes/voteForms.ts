/** The forms of the votes, one schema each; `error` is a key of the words of this room. */
import * as z from 'zod/mini';
import type { Ballot } from '#db/schema';
import { textField } from '~/text';
import { REASON_MAX } from './voteReason';

const levelText = z.pipe(
  z.string().check(z.regex(/^\d{1,6}$/, { error: 'chooseLevel' })),
  z.transform(Number),
);

export const openSchema = z.object({
  /** `spbe-2020:13`: one choice also where a Rakerda has several instruments. */
  indicator: z.pipe(
    z.string().check(z.regex(/^[a-z0-9-]+:[1-9]\d{0,3}$/, { error: 'chooseIndicator' })),
    z.transform((value) => {
      const [instrumentCode = '', no = ''] = value.split(':');
      return { instrumentCode, no: Number(no) };
    }),
  ),
  agency: z.string().check(z.minLength(1, { error: 'chooseAgency' })),
  /** Whose ballots count; a person's where the form does not ask. */
  ballot: z.pipe(
    z.string(),
    z.transform((value): Ballot => (value === 'agency' ? 'agency' : 'person')),
  ),
  includesSubject: z.boolean(),
});

export const castSchema = z.object({ level: levelText });

export const agreeSchema = z.object({
  level: levelText,
  reason: textField<FormError>({ most: REASON_MAX, tooLong: 'reasonTooLong', required: 'reasonMissing' }),
  /** `agreedAt` of the agreement that the form was filled in upon; empty for the first. */
  seen: z.string(),
});

export const FORM_ERRORS = [
  'chooseLevel',
  'chooseIndicator',
  'chooseAgency',
  'reasonMissing',
  'reasonTooLong',
] as const;
export type FormError = (typeof FORM_ERRORS)[number];

/** What the page that runs the votes was told instead of "done". */
export type OpenRefusal = {
  readonly typed: {
    readonly indicator: string;
    readonly agency: string;
    readonly ballot: string;
    readonly includesSubject: boolean;
  };
} & (
  | {
      readonly kind: 'invalid';
      readonly errors: Readonly<Partial<Record<'indicator' | 'agency', FormError>>>;
    }
  | { readonly kind: 'otherOpen'; readonly voteId: string }
  | { readonly kind: 'locked' }
);

export type VoteRefusal =
  | { readonly kind: 'castInvalid' }
  | { readonly kind: 'notOpen' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'stillOpen' }
  | { readonly kind: 'otherOpen' }
  | { readonly kind: 'over' }
  | { readonly kind: 'sitsOut' }
  | {
      readonly kind: 'agree';
      readonly typed: { readonly level: string; readonly reason: string };
      readonly errors: Readonly<Partial<Record<'level' | 'reason', FormError>>>;
      /** Somebody else recorded something in the meantime; the page shows it. */
      readonly isStale: boolean;
    };

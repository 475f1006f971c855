/** The buttons beside a change that came too late. */
import * as z from 'zod/mini';
import { type Fields, textsIn } from '~/text';

const count = z.coerce.number().check(z.int(), z.nonnegative());
const schema = z.object({ decision: z.enum(['accept', 'leave']), late: count, seenVersion: count });

export type DecidedLate = z.infer<typeof schema>;

/** Null where the posted form is none of these. */
export function readDecision(form: Fields): DecidedLate | null {
  return schema.safeParse(textsIn(form, ['decision', 'late', 'seenVersion'])).data ?? null;
}

const DONE = ['accepted', 'left'] as const;
export type LateDone = (typeof DONE)[number];

export function readLateDone(params: URLSearchParams): LateDone | null {
  return DONE.find((one) => one === params.get('terlambat')) ?? null;
}

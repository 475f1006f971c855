/** What the server answers to a change that the browser's own code sent, and to the question how an answer stands. */
import * as z from 'zod/mini';
import { FIELDS } from './answerChanges';

export const answerValuesSchema = z.object({
  level: z.nullable(z.string()),
  justification: z.string(),
  note: z.string(),
  personInCharge: z.string(),
  service: z.string(),
  discuss: z.boolean(),
  evidence: z.array(z.object({ url: z.string(), caption: z.string() })),
});

/** An answer with its version; 0 where there is none. */
export const snapshotSchema = z.object({ version: z.number(), values: answerValuesSchema });

/** The same for a page that has it open: also whether changes of it are taken now. */
export const openAnswerSchema = z.object({
  ...snapshotSchema.shape,
  closed: z.nullable(z.enum(['stage', 'locked', 'forbidden'])),
});
export type OpenAnswer = z.infer<typeof openAnswerSchema>;

const standing = z.object({
  index: z.number(),
  ceiling: z.number(),
  predicate: z.string(),
  answered: z.number(),
  total: z.number(),
  levels: z.readonly(z.array(z.nullable(z.number()))),
  aspect: z.nullable(z.object({ index: z.number(), answered: z.number(), total: z.number() })),
});

const conflict = z.object({
  field: z.enum(FIELDS),
  theirName: z.string(),
  own: z.boolean(),
  at: z.string(),
});

export const saveResponseSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('saved'),
    version: z.number(),
    savedAt: z.string(),
    standing,
    answer: snapshotSchema,
  }),
  z.object({ kind: z.literal('unchanged'), answer: snapshotSchema }),
  z.object({ kind: z.literal('conflict'), conflicts: z.array(conflict), answer: snapshotSchema }),
  /** The Rakerda takes no answers now. */
  z.object({ kind: z.literal('stage') }),
  /** Answers were closed when it arrived: it is on the record, and the facilitator decides. */
  z.object({ kind: z.literal('late'), answer: snapshotSchema }),
  z.object({ kind: z.literal('locked') }),
  z.object({ kind: z.literal('forbidden') }),
  z.object({ kind: z.literal('signedOut') }),
  /** In this browser somebody else is signed in now: the change is not theirs. */
  z.object({ kind: z.literal('otherAccount') }),
  z.object({ kind: z.literal('invalid') }),
]);
export type SaveResponse = z.infer<typeof saveResponseSchema>;

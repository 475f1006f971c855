/** What the server answers to a save from the browser's own code. */
import * as z from 'zod/mini';

const answer = z.object({
  level: z.nullable(z.number()),
  justification: z.string(),
  note: z.string(),
  personInCharge: z.string(),
  discuss: z.boolean(),
  evidence: z.array(z.object({ url: z.string(), caption: z.string() })),
  version: z.number(),
  updatedAt: z.string(),
});
export type TheirAnswer = z.infer<typeof answer>;

const standing = z.object({
  index: z.number(),
  ceiling: z.number(),
  predicate: z.string(),
  answered: z.number(),
  total: z.number(),
  aspect: z.nullable(z.object({ index: z.number(), answered: z.number(), total: z.number() })),
});

export const saveResponseSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), version: z.number(), savedAt: z.string(), standing }),
  z.object({ kind: z.literal('unchanged'), version: z.number() }),
  z.object({ kind: z.literal('conflict'), theirs: answer, theirName: z.string(), own: z.boolean() }),
  z.object({ kind: z.literal('locked') }),
  z.object({ kind: z.literal('forbidden') }),
  z.object({ kind: z.literal('signedOut') }),
  z.object({ kind: z.literal('invalid') }),
]);
export type SaveResponse = z.infer<typeof saveResponseSchema>;

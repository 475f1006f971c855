/** How sure something in an instrument's file is, and who says so. */
import { z } from 'zod';
import { localizedTextSchema } from './schema';

export const confidenceSchema = z.enum(['sourced', 'proposal', 'unconfirmed']);

export const sourceSchema = z
  .strictObject({
    /**
     * `sourced`: a text that was read says so; `proposal`: this product's own, no official formula was found;
     * `unconfirmed`: known by name only, to be verified before it is relied on.
     */
    confidence: confidenceSchema,
    citation: z.string().regex(/\S/, 'citation must not be empty'),
    note: localizedTextSchema.optional(),
  })
  .readonly();

export type Source = z.infer<typeof sourceSchema>;
export type Confidence = Source['confidence'];

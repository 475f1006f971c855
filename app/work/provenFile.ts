/** A document that was drawn in a thread and read back there before anybody gets it. */
import { z } from 'zod';
import { bytesSchema, type Job } from './job';

type Bytes = Uint8Array<ArrayBuffer>;

/** A document that did not come out whole; its message is for the log. */
export class Unproven extends Error {
  override readonly name: string = 'Unproven';
}

const provenSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('proven'), bytes: bytesSchema }),
  z.object({ kind: z.literal('unproven'), why: z.string() }),
]);

/** An error loses its class on the way between threads: what is expected travels as a value. */
export type ProvenFile = z.output<typeof provenSchema>;

/**
 * The job that makes a document.
 * @param load imports what makes it, which throws `Unproven` where the document does not hold what it should
 */
export function provenFileJob<Input>(
  name: string,
  load: () => Promise<(input: Input) => Bytes | Promise<Bytes>>,
): Job<Input, ProvenFile> {
  return {
    name,
    output: provenSchema,
    async work(input) {
      const make = await load();
      try {
        return { kind: 'proven', bytes: await make(input) };
      } catch (error) {
        if (error instanceof Unproven) return { kind: 'unproven', why: error.message };
        throw error;
      }
    },
  };
}

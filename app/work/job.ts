/**
 * Work that takes long enough to hold up everybody's saves: it is done in a thread of its own. What goes there and comes
 * back is copied, so both are plain data.
 */
import { z } from 'zod';

export interface Job<Input, Output> {
  readonly name: string;
  /** What comes back, parsed where it arrives. */
  readonly output: z.ZodType<Output>;
  /** Runs in the thread. Imports what is heavy only when it is called: the server names jobs and never runs them. */
  readonly work: (input: Input) => Promise<Output>;
}

/** The one who asks: waits for one piece of work at a time, and needs none once they are gone. */
export interface Asker {
  readonly actor: { readonly id: string };
  readonly gone: AbortSignal;
}

export interface Workers {
  /**
   * Has a job done.
   * @throws WorkRefused where too many wait, it takes too long, or nobody waits for it any more; whatever the work throws
   */
  run<Input, Output>(job: Job<Input, Output>, input: Input, asker: Asker): Promise<Output>;
  close(): Promise<void>;
}

export const bytesSchema = z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array);

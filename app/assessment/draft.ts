/** Unsaved entries kept on this device until the server has them. */
import { z } from 'zod';
import type { AnswerFormValues } from './answerForm';

const draftSchema = z.object({
  level: z.string().nullable(),
  justification: z.string(),
  note: z.string(),
  personInCharge: z.string(),
  discuss: z.boolean(),
  evidence: z.array(z.object({ url: z.string(), caption: z.string() })),
});

export interface DraftStore {
  read(): AnswerFormValues | null;
  write(values: AnswerFormValues): void;
  clear(): void;
}

/** The draft of one indicator for one account; does nothing where the browser keeps no storage. */
export function draftStore(name: string): DraftStore {
  const key = `rakerda-draf:${name}`;
  return {
    read() {
      try {
        const stored = localStorage.getItem(key);
        return stored === null ? null : (draftSchema.safeParse(JSON.parse(stored)).data ?? null);
      } catch {
        return null;
      }
    },
    write(values) {
      try {
        localStorage.setItem(key, JSON.stringify(values));
      } catch {
        // A full or forbidden storage must not stop the typing; the entry is still on the page.
      }
    },
    clear() {
      try {
        localStorage.removeItem(key);
      } catch {
        // As above.
      }
    },
  };
}

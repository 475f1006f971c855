/** Unsaved entries kept on this device until the server has them. */
import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import type { AnswerFormValues } from './answerForm';

const draftSchema = z.object({
  level: z.nullable(z.string()),
  justification: z.string(),
  note: z.string(),
  personInCharge: z.string(),
  discuss: z.boolean(),
  evidence: z.array(z.object({ url: z.string(), caption: z.string() })),
});

export interface DraftStore {
  /** What was there when it was first asked; later drafts are the open page's own. */
  readonly kept: () => AnswerFormValues | null;
  write(values: AnswerFormValues): void;
  clear(): void;
}

/** The draft of one indicator for one account; does nothing where the browser keeps no storage. */
export function draftStore(name: string): DraftStore {
  const key = `rakerda-draf:${name}`;
  let kept: AnswerFormValues | null | undefined;
  return {
    kept() {
      if (kept === undefined) kept = read(key);
      return kept;
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

function read(key: string): AnswerFormValues | null {
  try {
    const stored = localStorage.getItem(key);
    return stored === null ? null : (draftSchema.safeParse(JSON.parse(stored)).data ?? null);
  } catch {
    return null;
  }
}

const never = () => () => undefined;

/** The draft that was there when the page opened; null in the server's HTML and where there is none. */
export function useKeptDraft(store: DraftStore): AnswerFormValues | null {
  return useSyncExternalStore(never, store.kept, () => null);
}

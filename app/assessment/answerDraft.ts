/**
 * Unsaved entries kept on this device until the server has them, with what they were typed on top of: entries of
 * yesterday must not pass for an answer to what somebody else has saved since.
 */
import * as z from 'zod/mini';
import { layOver, mergeAnswer, sameAnswer } from './answerChanges';
import type { AnswerFormValues } from './answerForm';

const values = z.object({
  level: z.nullable(z.string()),
  justification: z.string(),
  note: z.string(),
  personInCharge: z.string(),
  discuss: z.boolean(),
  evidence: z.array(z.object({ url: z.string(), caption: z.string() })),
});

const draftSchema = z.object({
  values,
  base: z.object({ version: z.number(), values: z.nullable(values) }),
  sent: z.nullable(z.object({ id: z.string(), values })),
  at: z.number(),
});

/** An answer of the server: its version (0 where there is none) and its values, null where this device does not know them. */
export interface Base {
  readonly version: number;
  readonly values: AnswerFormValues | null;
}

/** A save that was sent on top of the base and has no answer yet: it may have arrived or not. */
export interface SentChange {
  readonly id: string;
  readonly values: AnswerFormValues;
}

export interface Draft {
  readonly values: AnswerFormValues;
  readonly base: Base;
  readonly sent: SentChange | null;
}

export interface DraftStore {
  /** What an earlier page left, the newest first where there are several; from now on it is this page's own. */
  adopt(): Draft | null;
  write(draft: Draft): void;
  /** Whether this page's own draft is still there: another page may have adopted it. */
  isThere(): boolean;
  /** Removes this page's own draft and no other: another tab may hold entries of its own. */
  clear(): void;
}

/**
 * The drafts of one indicator for one account; does nothing where the browser keeps no storage.
 * @param name unique per account, assessment and indicator
 * @param page tells the pages (tabs, visits) apart that write drafts of the same name
 */
export function draftStore(
  name: string,
  page: () => string,
  storage: () => Storage | undefined = browserStorage,
): DraftStore {
  const key = `rakerda-draf:${name}`;
  const own = () => `${key}:${page()}`;
  const write = (draft: Draft) => storage()?.setItem(own(), JSON.stringify({ ...draft, at: Date.now() }));
  return {
    adopt: () =>
      attempt(() => {
        const found = keysOf(storage())
          .filter((candidate) => candidate === key || candidate.startsWith(`${key}:`))
          .map((candidate) => ({ candidate, draft: parse(storage()?.getItem(candidate) ?? '') }))
          .sort((a, b) => (b.draft?.at ?? 0) - (a.draft?.at ?? 0))[0];
        if (!found?.draft) return null;
        write(found.draft);
        if (found.candidate !== own()) storage()?.removeItem(found.candidate);
        return found.draft;
      }) ?? null,
    write: (draft) => attempt(() => write(draft)),
    isThere: () => attempt(() => (storage()?.getItem(own()) ?? null) !== null) ?? false,
    clear: () => attempt(() => storage()?.removeItem(own())),
  };
}

function browserStorage(): Storage | undefined {
  return typeof localStorage === 'undefined' ? undefined : localStorage;
}

function keysOf(storage: Storage | undefined): string[] {
  return Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '');
}

/** A full or forbidden storage must not stop the typing; the entry is still on the page. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function parse(stored: string): z.infer<typeof draftSchema> | null {
  const json = attempt<unknown>(() => JSON.parse(stored));
  const draft = draftSchema.safeParse(json);
  if (draft.success) return draft.data;
  // Drafts of earlier releases hold the values alone: they may be older than anything that is saved.
  const bare = values.safeParse(json);
  return bare.success ? { values: bare.data, base: { version: 0, values: null }, sent: null, at: 0 } : null;
}

/**
 * What a page begins with that has entries left to save.
 * @param draft what this device kept
 * @param server what the page was loaded with
 * @param early fields changed on the page before the scripts were there
 * @returns the draft to go on with – on the version that it was typed on, so that the server can see whether something
 *   else has been saved since; null where the server has everything
 */
export function continueDraft(
  draft: Draft | null,
  server: Base & { readonly values: AnswerFormValues },
  early: ReadonlyMap<string, string | boolean>,
): Draft | null {
  const onPage = layOver(server.values, early);
  if (!draft || sameAnswer(draft.values, server.values)) {
    return sameAnswer(onPage, server.values) ? null : { values: onPage, base: server, sent: null };
  }
  return { ...draft, values: mergeAnswer(server.values, onPage, draft.values) };
}

/**
 * Saves what is typed by itself: one save at a time, the newest values last, again and again while the network is away.
 * A save without an answer is repeated as it was, under the same name, before anything newer is sent: the server knows
 * it again, and nobody gets into a conflict with an own save whose answer was lost.
 */
import { layOver, mergeAnswer, sameAnswer } from './answerChanges';
import type { AnswerFormValues } from './answerForm';
import { formValues } from './answerValues';
import { type Base, continueDraft, type Draft, type DraftStore, type SentChange } from './answerDraft';
import type { SaveResponse, TheirAnswer } from './saveResponse';
import type { Change, SendResult } from './sendAnswer';

export interface ConflictState {
  readonly kind: 'conflict';
  readonly theirs: TheirAnswer;
  readonly theirName: string;
  /** The same account saved it, in another tab or on another device. */
  readonly own: boolean;
  /** What choosing the own side saves. */
  readonly mine: AnswerFormValues;
  /** `mine` is theirs with what was changed here; false where nobody knows what that was, and `mine` replaces theirs. */
  readonly isMerged: boolean;
}

export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'dirty' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'forbidden' }
  | ConflictState;

export interface AutosaveParts {
  /** The answer that the page was loaded with. */
  readonly server: Base & { readonly values: AnswerFormValues };
  /** What a post without scripts was refused with: entries that the server does not have. */
  readonly refused?: {
    readonly values: AnswerFormValues;
    readonly version: number;
    readonly conflict: Omit<ConflictState, 'kind' | 'mine' | 'isMerged'> | null;
  } | null;
  readonly drafts: DraftStore;
  send(change: Change): Promise<SendResult>;
  newChangeId(): string;
  /** Whether the values may be sent; false leaves them as a draft. */
  isValid(values: AnswerFormValues): boolean;
  onStanding(standing: Extract<SaveResponse, { kind: 'saved' }>['standing']): void;
  /** Everything from here is saved, and the page was loaded with something newer: it has to be shown. */
  onNewer(values: AnswerFormValues): void;
}

export const TYPING_PAUSE_MS = 700;
export const RETRY_MS = 3000;

/** The saving of one open page. Nothing happens before `open`. */
export function createAutosave(parts: AutosaveParts) {
  const { server, refused = null, drafts } = parts;
  const listeners = new Set<() => void>();
  let state: SaveState = firstState(refused);
  let isRestored = false;
  let isStopped = false;
  let base: Base = refused
    ? { version: refused.version, values: refused.version === server.version ? server.values : null }
    : server;
  let pending: AnswerFormValues | null = null;
  let sent: SentChange | null = null;
  let running: Promise<boolean> | null = null;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const show = (next: SaveState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const keep = () => {
    const values = pending ?? sent?.values;
    // A page that was left does not bring back what another page has taken over.
    if (values && (!isStopped || drafts.isThere())) drafts.write({ values, base, sent });
  };
  const settled = () => {
    pending = null;
    drafts.clear();
    if (base.version < server.version) {
      base = server;
      parts.onNewer(server.values);
    }
    show({ kind: 'saved', at: new Date().toISOString() });
  };

  /** Sends until nothing is pending. True when the server has everything. */
  async function drain(): Promise<boolean> {
    for (;;) {
      if (state.kind === 'conflict') return false;
      if (!sent) {
        if (!pending) return true;
        if (!parts.isValid(pending)) {
          show({ kind: 'invalid' });
          return false;
        }
        sent = { id: parts.newChangeId(), values: pending };
        keep();
      }
      show({ kind: 'saving' });
      const change: SentChange = sent;
      const response = await parts.send({ ...change, version: base.version });
      switch (response.kind) {
        case 'saved':
        case 'unchanged':
          base = { version: response.version, values: change.values };
          sent = null;
          if (response.kind === 'saved') parts.onStanding(response.standing);
          if (!pending || sameAnswer(pending, change.values)) settled();
          else keep();
          break;
        case 'conflict': {
          sent = null;
          pending ??= change.values;
          keep();
          const { theirs, theirName, own } = response;
          show({
            kind: 'conflict',
            theirs,
            theirName,
            own,
            mine: mineOver(theirs),
            isMerged: base.values !== null,
          });
          return false;
        }
        case 'invalid':
        case 'locked':
        case 'forbidden':
          sent = null;
          pending ??= change.values;
          keep();
          show(response);
          return false;
        case 'signedOut':
        case 'offline':
        case 'failed':
          show(response);
          if (!isStopped) retry = setTimeout(() => void flush(), RETRY_MS);
          return false;
      }
    }
  }

  function mineOver(theirs: TheirAnswer): AnswerFormValues {
    const over = formValues(theirs);
    return mergeAnswer(base.values, pending ?? over, over);
  }

  function flush(): Promise<boolean> {
    clearTimeout(pause);
    clearTimeout(retry);
    running ??= drain().finally(() => {
      running = null;
    });
    return running;
  }

  function continueOwn(takeEarly: () => ReadonlyMap<string, string | boolean>): Draft | null {
    const left = drafts.adopt();
    if (!left) return null;
    const draft = continueDraft(left, server, takeEarly());
    if (!draft) drafts.clear();
    return draft;
  }

  const wake = () => {
    if (pending || sent) void flush();
  };

  return {
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    /** Whether entries of an earlier visit were put back. */
    isRestored: () => isRestored,

    /**
     * Takes up what is left to save, from this device or from a refused post.
     * @param takeEarly hands over the fields changed before the scripts were there; asked only where this takes them over
     * @returns what the form has to show; null where it stays as it is
     */
    open: (takeEarly: () => ReadonlyMap<string, string | boolean>): AnswerFormValues | null => {
      isStopped = false;
      const draft = refused
        ? { values: layOver(refused.values, takeEarly()), base, sent: null }
        : continueOwn(takeEarly);
      if (!draft) return null;
      ({ base, sent } = draft);
      pending = draft.values;
      isRestored = !refused;
      keep();
      if (state.kind !== 'conflict') show({ kind: 'dirty' });
      pause = setTimeout(() => void flush(), 0);
      return draft.values;
    },

    /** Notes new values; `now` sends them without waiting for a pause in typing. */
    change: (values: AnswerFormValues, now: boolean): void => {
      pending = values;
      if (state.kind === 'conflict') {
        keep();
        show({ ...state, mine: mineOver(state.theirs) });
        return;
      }
      clearTimeout(pause);
      if (!sent && base.values && sameAnswer(values, base.values)) {
        // Back to what the server has: there is nothing to save, nor to quarrel about with who saved since.
        pending = null;
        drafts.clear();
        parts.isValid(values);
        if (state.kind !== 'saved') show({ kind: 'idle' });
        return;
      }
      keep();
      if (state.kind !== 'locked' && state.kind !== 'forbidden') show({ kind: 'dirty' });
      pause = setTimeout(() => void flush(), now ? 0 : TYPING_PAUSE_MS);
    },

    flush,

    /**
     * Settles a conflict: theirs stays, or theirs with what was changed here is saved on top of it.
     * @returns what the form has to show; null where there is no conflict
     */
    settle: (side: 'theirs' | 'mine'): AnswerFormValues | null => {
      if (state.kind !== 'conflict') return null;
      const { theirs, mine } = state;
      const values = side === 'mine' ? mine : formValues(theirs);
      base = { version: theirs.version, values: formValues(theirs) };
      pending = side === 'mine' ? mine : null;
      if (pending) {
        keep();
        show({ kind: 'dirty' });
        void flush();
      } else {
        drafts.clear();
        show({ kind: 'saved', at: new Date().toISOString() });
      }
      return values;
    },

    /** Tries at once, for when the network or the person is back. */
    wake,

    /** The page is left: what is pending is sent once more; what then has no answer stays as a draft. */
    stop: (): void => {
      isStopped = true;
      clearTimeout(retry);
      wake();
    },
  };
}

function firstState(refused: AutosaveParts['refused']): SaveState {
  if (!refused) return { kind: 'idle' };
  return refused.conflict
    ? { kind: 'conflict', ...refused.conflict, mine: refused.values, isMerged: false }
    : { kind: 'invalid' };
}

/**
 * Carries out what the editing machine decides: the device's storage, the network, the clock, and the other tabs. One per
 * tab and account, on whatever page; it is fetched after the page, so that no first visit waits for it.
 */
import { type AnswerField, only } from './answerChanges';
import { type AnswerFormValues, answerSchema } from './answerForm';
import { dueAt, firstState, type Judge, step } from './editing';
import type { Entry, Happening, Question, Snapshot, State, Todo } from './editingTypes';
import {
  faultsOf,
  isHome,
  isWaiting,
  questionsOf,
  saveStateOf,
  shownValues,
  typedPages,
  unsentPages,
} from './editingView';
import { retryPause } from '~/ui/askServer';
import { formValues } from './answerValues';
import { judgeField } from './judgeField';
import { openOutboxStore, type OutboxStore } from './outboxStore';
import { newName, readAnswer, sendChange, type Standing } from './sendChange';

export interface OpenedPage {
  readonly url: string;
  readonly known: Snapshot;
  /** Lowest and highest stored level of the instrument. */
  readonly range: { readonly min: number; readonly max: number };
}

/** First and longest pause after a request that brought nothing; each is made longer or shorter by chance. */
const RETRY_MS = { first: 2000, longest: 60_000 };

const nothing: Judge = () => ({ send: null, errors: {} });

export type Outbox = ReturnType<typeof createOutbox>;

let current: { readonly account: string; readonly outbox: Outbox } | null = null;

/** The outbox of this tab; of another account than before, what the other left stays with that account. */
export function outboxOf(account: string): Outbox {
  if (current?.account !== account) {
    current?.outbox.stop();
    current = { account, outbox: createOutbox(account, openOutboxStore()) };
  }
  return current.outbox;
}

function createOutbox(account: string, store: OutboxStore) {
  const tab = newName();
  const listeners = new Set<() => void>();
  const onAnswers = new Set<(url: string, snapshot: Snapshot) => void>();
  const channel =
    typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('rakerda-kotak-keluar');
  let state = firstState(account, tab);
  let judge = nothing;
  let view = viewOf(state, judge);
  let onStanding: (standing: Standing) => void = () => undefined;
  /** Writes to the device, one after the other. */
  let writing: Promise<unknown> = Promise.resolve();
  /** Change → how it is to be kept, of all that this tab has not seen written yet. */
  const toKeep = new Map<string, Entry>();
  let ownSeq = 0;
  let due: number | undefined;
  let retry: number | undefined;
  let again: number | undefined;
  let readFailures = 0;

  function happen(happening: Happening): void {
    const next = step(state, happening, judge);
    state = next.state;
    next.todo.forEach(carryOut);
    wakeWhenDue();
    view = viewOf(state, judge);
    for (const listener of [...listeners]) listener();
  }
  const wake = () => {
    window.clearTimeout(retry);
    happen({ type: 'wake', at: Date.now() });
  };

  function carryOut(todo: Todo): void {
    switch (todo.do) {
      case 'put':
        toKeep.set(todo.entry.id, todo.entry);
        return write(
          () => put(todo.entry, todo.instead),
          () => happen({ type: 'stored', id: todo.entry.id, ok: false }),
        );
      case 'follow':
        toKeep.set(todo.entry.id, todo.entry);
        return write(
          () => follow(todo.entry, todo.after),
          () => happen({ type: 'stored', id: todo.entry.id, ok: false }),
        );
      case 'remove':
        return write(
          () => store.remove(todo.id),
          () => undefined,
        );
      case 'claim': {
        const { id, seq, device } = todo.entry;
        const claimed = (sent: { readonly device: string; readonly seq: number } | null) =>
          happen({ type: 'claimed', id, sent, at: Date.now() });
        // Where the device keeps nothing the tab counts for itself, under a name of its own.
        const alone = () =>
          claimed(seq !== null && device !== null ? { seq, device } : { device: tab, seq: (ownSeq += 1) });
        return write(() => store.claim(todo.entry).then(claimed), alone);
      }
      case 'send':
        void send(todo.entry);
        return;
      case 'read':
        void read();
        return;
      case 'wait': {
        const pause = Math.min(RETRY_MS.first * 2 ** (todo.attempts - 1), RETRY_MS.longest);
        window.clearTimeout(retry);
        retry = window.setTimeout(wake, pause * (0.5 + Math.random()));
      }
    }
  }

  function write(work: () => Promise<unknown>, otherwise: () => void): void {
    writing = writing.then(work).then(() => channel?.postMessage(account), otherwise);
  }
  async function follow(entry: Entry, after: string): Promise<void> {
    const isFirst = await store.follow(entry, after);
    kept(entry);
    // Another tab was quicker, and somebody may have typed there since.
    if (!isFirst) void look();
  }
  async function put(entry: Entry, instead: Entry | null): Promise<void> {
    // Only the newest state of a change needs to be written.
    if (toKeep.get(entry.id) !== entry && instead === null) return;
    const frozen = await store.put(entry, instead);
    if (frozen) happen({ type: 'frozen', id: entry.id, seq: frozen.seq, at: Date.now(), newId: newName() });
    else kept(entry);
  }
  function kept(entry: Entry): void {
    if (toKeep.get(entry.id) !== entry) return;
    toKeep.delete(entry.id);
    happen({ type: 'stored', id: entry.id, ok: true });
  }
  async function send(entry: Entry): Promise<void> {
    const result = await sendChange(entry);
    const at = Date.now();
    if ('trouble' in result) {
      happen({ type: 'lost', id: entry.id, how: result.trouble, at });
      return;
    }
    if (result.standing) onStanding(result.standing);
    if ('answer' in result.reply) heard(entry.url, result.reply.answer);
    happen({ type: 'answered', id: entry.id, reply: result.reply, at });
  }
  async function read(): Promise<void> {
    const url = state.page?.url;
    if (url === undefined) return;
    const answer = await readAnswer(url);
    window.clearTimeout(again);
    if (!answer) {
      // What was told of once is not told of again.
      readFailures += 1;
      again = window.setTimeout(() => void read(), retryPause(readFailures));
      return;
    }
    readFailures = 0;
    const { closed, ...snapshot } = answer;
    heard(url, snapshot);
    happen({ type: 'theirs', url, snapshot });
    happen({ type: 'told', url, closed, at: Date.now() });
  }
  function heard(url: string, snapshot: Snapshot): void {
    for (const listener of [...onAnswers]) listener(url, snapshot);
  }
  async function look(): Promise<void> {
    const found = await writing.then(() => store.find(account)).catch(() => null);
    if (found) happen({ type: 'found', ...found, at: Date.now() });
  }
  function wakeWhenDue(): void {
    window.clearTimeout(due);
    if (state.sending !== null) return;
    const times = state.entries.flatMap((entry) => dueAt(state, entry) ?? []);
    if (times.length > 0) due = window.setTimeout(wake, Math.max(0, Math.min(...times) - Date.now()));
  }

  const onVisible = () => {
    if (document.visibilityState === 'hidden') {
      happen({ type: 'left', at: Date.now() });
      return;
    }
    void look();
    void read();
    wake();
  };
  const onOnline = () => wake();
  if (channel) channel.onmessage = ({ data }: MessageEvent<unknown>) => void (data === account && look());
  document.addEventListener('visibilitychange', onVisible);
  window.addEventListener('focus', onVisible);
  window.addEventListener('online', onOnline);
  const ready = look();

  return {
    ready,
    /** What pages show; the same object until something changes. */
    view: () => view,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** What the server has of an answer, whenever it says so. */
    onAnswer: (listener: (url: string, snapshot: Snapshot) => void): (() => void) => {
      onAnswers.add(listener);
      return () => onAnswers.delete(listener);
    },
    /** @param questions what a form without scripts came back with, and `values` what was typed into it */
    open: (
      page: OpenedPage,
      questions: ReadonlyMap<AnswerField, Question>,
      values: AnswerFormValues,
      standing: (standing: Standing) => void,
    ): void => {
      const schema = answerSchema(page.range);
      judge = (field, values, known) => judgeField(schema, field, values, known);
      onStanding = standing;
      const asked = [...questions].map(([field, question]): Entry => {
        const own = only(values, field);
        const waiting = { seq: null, device: null, isAside: false, refusal: null, readyAt: null };
        const about = { id: newName(), account, tab, url: page.url, field, at: Date.now() };
        return { ...about, ...waiting, version: question.version, values: own, send: own, question };
      });
      happen({ type: 'opened', page: { url: page.url, known: page.known }, asked, at: Date.now() });
    },
    close: (url: string): void => {
      if (state.page?.url === url) happen({ type: 'closed', at: Date.now() });
    },
    /** Something happened to an answer: asked for where it is open and not known yet; null where no version says so. */
    hear: (url: string, version: number | null): void => {
      if (state.page?.url === url && (version === null || version > state.page.known.version)) void read();
    },
    theirs: (url: string, snapshot: Snapshot) => happen({ type: 'theirs', url, snapshot }),
    typed: (field: AnswerField, values: AnswerFormValues, now: boolean) =>
      happen({ type: 'typed', field, values, now, at: Date.now(), newId: newName() }),
    entered: (field: AnswerField) => happen({ type: 'entered', field }),
    left: () => happen({ type: 'left', at: Date.now() }),
    settle: (field: AnswerField, side: 'mine' | 'theirs') =>
      happen({ type: 'settled', field, side, at: Date.now(), newId: newName() }),
    wake,
    discard: (ids: readonly string[]) => happen({ type: 'discarded', ids }),
    /** Sends what the open page has; true once the server has all of it, false where something stands against it. */
    flush: (): Promise<boolean> =>
      new Promise((resolve) => {
        const stop = new Set<() => void>();
        const settle = () => {
          if (isOnTheWay(state)) return;
          for (const one of stop) one();
          resolve(isHome(state));
        };
        happen({ type: 'left', at: Date.now() });
        wake();
        listeners.add(settle);
        stop.add(() => listeners.delete(settle));
        settle();
      }),
    /** Whether the open page can be left before the server has it: all of it only waits, and needs nobody. */
    putDown: async (): Promise<boolean> => {
      happen({ type: 'left', at: Date.now() });
      await writing;
      return isWaiting(state, judge);
    },
    clear: (): Promise<void> => writing.then(() => store.clear(account)),
    stop: (): void => {
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('focus', onVisible);
      window.removeEventListener('online', onOnline);
      for (const timer of [due, retry, again]) window.clearTimeout(timer);
      channel?.close();
    },
  };
}

function viewOf(state: State, judge: Judge) {
  return {
    url: state.page?.url ?? null,
    values: shownValues(state, formValues(null)),
    faults: faultsOf(state, judge),
    questions: questionsOf(state),
    saveState: saveStateOf(state),
    isStored: state.isStored && state.unwritten.length === 0,
    link: state.link,
    /** Page of an indicator → how many of its fields the server does not have. */
    unsent: unsentPages(state),
    late: state.late,
    entries: state.entries,
    typed: typedPages(state),
  };
}

/** Whether something of the open page can still arrive without anybody doing anything. */
function isOnTheWay(state: State): boolean {
  const url = state.page?.url;
  return (
    state.link === 'up' && state.entries.some((entry) => entry.url === url && dueAt(state, entry) !== null)
  );
}

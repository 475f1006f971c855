/**
 * What the model test drives: browsers with several tabs each and one server, everything that travels between them lying
 * open so that a test can deliver, lose, repeat or delay it. Only the edges are simulated: the tabs run the editing
 * machine, the server merges as the real one does.
 */
import { type AnswerField, FIELDS, only, sameValues } from '~/assessment/answerChanges';
import type { AnswerFormValues, AnswerInput } from '~/assessment/answerForm';
import { formValues } from '~/assessment/answerValues';
import { firstState, type Judge, step } from '~/assessment/editing';
import type { Closed, Entry, Happening, Reply, Snapshot, State, Todo } from '~/assessment/editingTypes';
import { shownValues } from '~/assessment/editingView';
import { differences, mergeChange, type PastChange } from '~/assessment/mergeChange';
import { EMPTY } from './answers';

const NOTHING: AnswerInput = { ...EMPTY, level: null };

/** Everything is well typed here, but for links that say they are not. */
export const judge: Judge = (field, values) => {
  if (field !== 'evidence') return { send: only(values, field), errors: {} };
  const good = values.evidence.filter(({ url }) => !url.startsWith('bad'));
  return {
    send: { evidence: good },
    errors: good.length < values.evidence.length ? { 'evidence.0.url': 'url' } : {},
  };
};

export class Server {
  readonly record: (PastChange & { readonly url: string; readonly id: string })[] = [];
  readonly aside: Partial<AnswerInput>[] = [];
  private readonly answers = new Map<string, AnswerInput>();
  private readonly known = new Map<string, Reply['kind']>();

  stored(url: string): AnswerInput {
    return this.answers.get(url) ?? NOTHING;
  }
  snapshot(url: string): Snapshot {
    const version = this.record.filter((past) => past.url === url).length;
    return { version, values: formValues(this.stored(url)) };
  }
  /** Why nothing is taken now. */
  closed: Closed = null;

  take({ id, account, url, field, send, version, seq, device, isAside }: Entry): Reply {
    if (this.closed !== null) return { kind: 'refused', why: this.closed };
    const before = this.known.get(`${account}:${id}`);
    if (before) return { kind: 'saved', savedAt: '', answer: this.snapshot(url) };
    const since = this.record.filter((past) => past.url === url && past.version > version);
    const origin = { actorId: account, device: { id: device ?? '', seq: seq ?? 0 } };
    const { level, ...rest } = send ?? {};
    const input = level === undefined ? rest : { ...rest, level: level === '' ? null : Number(level) };
    const stored = this.stored(url);
    const merged = mergeChange(stored, since, { input, setAside: isAside ? [field] : [], origin });
    const changes = differences(stored, merged.after);
    if (Object.keys(merged.left).length > 0) this.aside.push(merged.left);
    if (Object.keys(changes).length > 0) {
      this.answers.set(url, merged.after);
      this.record.push({ id, url, version: this.snapshot(url).version + 1, at: '', by: origin, changes });
    }
    if (Object.keys({ ...merged.left, ...changes }).length > 0) this.known.set(`${account}:${id}`, 'saved');
    const answer = this.snapshot(url);
    const asked = merged.asked[0];
    if (!asked && Object.keys(changes).length > 0) return { kind: 'saved', savedAt: 'now', answer };
    if (!asked) return { kind: 'unchanged', answer };
    const own = asked.by.by.actorId === account;
    return { kind: 'conflict', answer, name: '', own, changedAt: '' };
  }

  /** A whole answer that replaces what is stored, as the machine before this one sent it. */
  takeWhole(url: string, { level, ...rest }: Partial<AnswerFormValues>, actorId: string): void {
    const stored = this.stored(url);
    const after = { ...stored, ...rest, level: level === '' || level === undefined ? null : Number(level) };
    const changes = differences(stored, after);
    if (Object.keys(changes).length === 0) return;
    this.answers.set(url, after);
    const version = this.snapshot(url).version + 1;
    this.record.push({ id: String(version), url, version, at: '', by: { actorId, device: null }, changes });
  }
}

let names = 0;
const newName = () => `n${String((names += 1)).padStart(6, '0')}`;

/** One browser: its storage outlives its tabs. */
export class Device {
  readonly store = new Map<string, Entry>();
  readonly over = new Set<string>();
  private id: string;
  /** Every name that it had. */
  readonly ids = new Set<string>();
  private seq = 0;
  constructor(
    readonly name: string,
    readonly account: string,
  ) {
    this.ids.add((this.id = name));
  }

  /** The browser takes everything away; what writes here next is a new device. */
  clear(): void {
    this.store.clear();
    this.over.clear();
    this.seq = 0;
    this.ids.add((this.id = newName()));
  }

  entries(): readonly Entry[] {
    return [...this.store.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }
  claim(waiting: Entry): { readonly device: string; readonly seq: number } | null {
    if (this.over.has(waiting.id)) return null;
    const entry = this.store.get(waiting.id) ?? waiting;
    const { seq, device } = entry;
    const sent =
      seq !== null && device !== null ? { device, seq } : { device: this.id, seq: (this.seq += 1) };
    this.store.set(waiting.id, { ...entry, ...sent });
    return sent;
  }
  remove(id: string): void {
    this.store.delete(id);
    this.over.add(id);
  }
}

export class Tab {
  state: State;
  /** What is to be written to the device, in order. */
  readonly writes: Todo[] = [];
  /** Requests that left, with the answer once the server has made one. */
  readonly requests: { readonly entry: Entry; reply: Reply | null }[] = [];

  constructor(
    readonly device: Device,
    private readonly server: Server,
    private readonly now: () => number,
  ) {
    this.state = firstState(device.account, newName());
  }

  happen(happening: Happening): void {
    const { state, todo } = step(this.state, happening, judge);
    this.state = state;
    for (const one of todo) {
      if (one.do === 'send') this.requests.push({ entry: one.entry, reply: null });
      else if (one.do === 'read') this.read();
      else if (one.do !== 'wait') this.writes.push(one);
    }
  }
  open(url: string): void {
    if (this.state.page) this.happen({ type: 'closed', at: this.now() });
    const page = { url, known: this.server.snapshot(url) };
    this.happen({ type: 'opened', page, asked: [], at: this.now() });
  }
  values(): AnswerFormValues {
    return shownValues(this.state, EMPTY);
  }
  type(field: AnswerField, values: Partial<AnswerFormValues>, now: boolean): void {
    const all = { ...this.values(), ...values };
    this.happen({ type: 'typed', field, values: all, now, at: this.now(), newId: newName() });
  }
  /** Gives the name of the change that the choice makes. */
  settle(field: AnswerField, side: 'mine' | 'theirs'): string {
    const newId = newName();
    this.happen({ type: 'settled', field, side, at: this.now(), newId });
    return newId;
  }
  read(): void {
    const url = this.state.page?.url;
    if (url !== undefined) this.happen({ type: 'theirs', url, snapshot: this.server.snapshot(url) });
  }
  notice(): void {
    const { over } = this.device;
    this.happen({ type: 'found', entries: this.device.entries(), over, at: this.now() });
  }
  /** The device does the next thing that it was told. */
  write(): void {
    const next = this.writes.shift();
    if (next?.do === 'put') this.put(next.entry, next.instead);
    if (next?.do === 'follow') this.follow(next.entry, next.after);
    if (next?.do === 'remove') this.device.remove(next.id);
    if (next?.do === 'claim') {
      const sent = this.device.claim(next.entry);
      this.happen({ type: 'claimed', id: next.entry.id, sent, at: this.now() });
    }
  }
  private follow(entry: Entry, after: string): void {
    const { store, over } = this.device;
    const isFirst = !over.has(after);
    if (isFirst) store.set(entry.id, entry);
    else if (!store.has(entry.id)) over.add(entry.id);
    this.device.remove(after);
    this.happen({ type: 'stored', id: entry.id, ok: true });
    if (!isFirst) this.notice();
  }
  private put(entry: Entry, instead: Entry | null): void {
    const { store, over } = this.device;
    const there = store.get(entry.id);
    if (over.has(entry.id) || (there && there.seq !== null)) {
      const seq = there?.seq ?? null;
      this.happen({ type: 'frozen', id: entry.id, seq, at: this.now(), newId: newName() });
      return;
    }
    const replaced = instead && store.get(instead.id);
    if (instead && (!replaced || sameValues(replaced, instead))) this.device.remove(instead.id);
    store.set(entry.id, entry);
    const isLast = !this.writes.some((todo) => todo.do === 'put' && todo.entry.id === entry.id);
    if (isLast) this.happen({ type: 'stored', id: entry.id, ok: true });
  }
  arrive(): void {
    const request = this.requests.find(({ reply }) => reply === null);
    if (request) request.reply = this.server.take(request.entry);
  }
  hear(): void {
    const request = this.requests.shift();
    if (!request) return;
    const { entry } = request;
    const reply = request.reply ?? this.server.take(entry);
    this.happen({ type: 'answered', id: entry.id, reply, at: this.now() });
  }
  /** Whether or not it reached the server, its answer does not come. */
  lose(): void {
    const request = this.requests.shift();
    if (request) this.happen({ type: 'lost', id: request.entry.id, how: 'offline', at: this.now() });
  }
}

/** Every text and link of an answer. */
export function wordsOf(values: Partial<AnswerInput> | Partial<AnswerFormValues>): readonly string[] {
  const { justification, note, evidence } = values;
  return [justification, note, ...(evidence ?? []).map(({ url }) => url)].filter(
    (word): word is string => word !== undefined && word !== '',
  );
}

export const TYPED: readonly AnswerField[] = FIELDS.filter((field) =>
  ['level', 'justification', 'note', 'evidence'].includes(field),
);

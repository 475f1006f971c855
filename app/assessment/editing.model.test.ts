/** Two accounts, three browsers, one server, and everything that can go wrong between them, thousands of times. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerField } from './answerChanges';
import type { AnswerFormValues } from './answerForm';
import { entriesOf } from './editing';
import { questionsOf } from './editingView';
import type { Entry } from './editingTypes';
import type { Origin } from './mergeChange';
import { Device, Server, Tab, TYPED, wordsOf } from '#tests/house/browsers';

const URLS = ['/isi/1', '/isi/2'];
const field = fc.constantFrom(...TYPED);
const tab = fc.nat(4);

const happening = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('type'), tab, field, add: fc.boolean(), now: fc.boolean() }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('write', 'arrive', 'hear'), tab }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('lose', 'stray', 'wake', 'left', 'read', 'read', 'notice', 'evict'),
      tab,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('close', 'open'), tab, url: fc.nat(1) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('enter'), tab, field }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle'), tab, field, mine: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pass'), ms: fc.constantFrom(300, 1000, 6000) }) },
);
type Happening = typeof happening extends fc.Arbitrary<infer Each> ? Each : never;

class World {
  readonly server = new Server();
  readonly devices = [new Device('A', 'operator'), new Device('B', 'head'), new Device('C', 'operator')];
  /** Two tabs on the first two browsers, one on the third. */
  readonly tabs: (Tab | null)[] = [null, null, null, null, null];
  /** Copies of requests that are still on their way. */
  readonly strays: Entry[] = [];
  /** Words that nobody took back and no crash took away before the device had them. */
  readonly owed = new Set<string>();
  /** What was typed on a device, by field. */
  readonly typed = new Set<string>();
  /** What a person has seen or typed on a device, by field: only that may be replaced from there. */
  readonly seen = new Set<string>();
  readonly chosenTheirs = new Set<string>();
  now = 0;
  private words = 0;

  private deviceOf(tab: number): Device {
    const device = this.devices[Math.floor(tab / 2)];
    if (!device) throw new RangeError('no such browser');
    return device;
  }
  open(no: number, url: number): void {
    let tab = this.tabs[no];
    if (!tab) {
      this.tabs[no] = tab = new Tab(this.deviceOf(no), this.server, () => this.now);
      tab.notice();
    }
    tab.open(URLS[url] ?? '');
  }
  private close(no: number): void {
    const tab = this.tabs[no];
    if (!tab) return;
    this.strays.push(...tab.requests.map(({ entry }) => entry));
    // What the device was never told goes with the tab.
    const kept = new Set(tab.device.entries().flatMap(({ values }) => wordsOf(values)));
    for (const { id, values } of tab.state.entries) {
      if (tab.state.unwritten.includes(id)) {
        for (const word of wordsOf(values)) if (!kept.has(word)) this.owed.delete(word);
      }
    }
    this.tabs[no] = null;
  }
  private type(tab: Tab, what: AnswerField, add: boolean, now: boolean): void {
    const url = tab.state.page?.url ?? '';
    const waiting = () => entriesOf(tab.state.entries, url, what).filter(({ seq }) => seq === null);
    const before = waiting().flatMap(({ values }) => wordsOf(values));
    const word = `w${String((this.words += 1))}`;
    tab.type(what, valueFor(what, word, add, tab.values(), this.words), now);
    const after = entriesOf(tab.state.entries, url, what).flatMap(({ values }) => wordsOf(values));
    // Taken back by the person's own hand.
    for (const old of before) if (!after.includes(old)) this.owed.delete(old);
    for (const own of after) {
      if (own.endsWith(word)) this.owed.add(own);
    }
    for (const { values } of waiting()) this.typed.add(this.keyOf(tab.device, url, what, values));
  }
  keyOf(device: Device, url: string, what: AnswerField, values: Partial<AnswerFormValues>): string {
    return JSON.stringify([
      device.name,
      url,
      what,
      what === 'level' ? Number(values.level) || null : values[what],
    ]);
  }
  private look(tab: Tab): void {
    const url = tab.state.page?.url ?? '';
    const values = tab.values();
    const questions = questionsOf(tab.state);
    for (const what of TYPED) {
      this.seen.add(this.keyOf(tab.device, url, what, values));
      const theirs = questions.get(what)?.theirs;
      if (theirs) this.seen.add(this.keyOf(tab.device, url, what, theirs));
    }
  }
  private settle(tab: Tab, what: AnswerField, side: 'mine' | 'theirs'): void {
    const id = tab.settle(what, side);
    if (side === 'theirs') this.chosenTheirs.add(id);
  }
  happen(one: Happening): void {
    this.go(one);
    for (const tab of this.tabs) if (tab) this.look(tab);
  }
  private go(one: Happening): void {
    if (one.do === 'pass') {
      this.now += 'ms' in one ? one.ms : 0;
      for (const tab of this.tabs) tab?.happen({ type: 'wake', at: this.now });
      return;
    }
    if (!('tab' in one)) return;
    this.now += 1;
    if (one.do === 'open') return this.open(one.tab, 'url' in one ? one.url : 0);
    if (one.do === 'close') return this.close(one.tab);
    const tab = this.tabs[one.tab];
    if (!tab) return this.open(one.tab, one.tab % 2);
    const at = this.now;
    if ('add' in one) return this.type(tab, one.field, one.add, one.now);
    if ('mine' in one) return this.settle(tab, one.field, one.mine ? 'mine' : 'theirs');
    if ('field' in one) return tab.happen({ type: 'entered', field: one.field });
    if (one.do === 'stray') return this.stray(tab);
    if (one.do === 'evict') return this.evict(tab.device);
    if (one.do === 'left') return tab.happen({ type: 'left', at });
    if (one.do === 'wake') return tab.happen({ type: 'wake', at });
    if (one.do === 'write') return tab.write();
    if (one.do === 'arrive') return tab.arrive();
    if (one.do === 'hear') return tab.hear();
    if (one.do === 'lose') return tab.lose();
    if (one.do === 'read') return tab.read();
    return tab.notice();
  }
  /** A request is doubled on its way, or such a copy arrives late. */
  private stray(tab: Tab): void {
    const copied = tab.requests[0];
    if (copied) this.strays.push(copied.entry);
    else this.arriveLate();
  }
  /** The browser clears the storage under its open tabs; what no tab has is gone. */
  private evict(device: Device): void {
    const open = this.tabs.flatMap((tab) => (tab?.device === device ? tab.state.entries : []));
    const kept = new Set(open.flatMap(({ values }) => wordsOf(values)));
    for (const { values } of device.store.values()) {
      for (const word of wordsOf(values)) if (!kept.has(word)) this.owed.delete(word);
    }
    device.clear();
  }
  private arriveLate(): void {
    const late = this.strays.shift();
    if (late) this.server.take(late);
  }
  /** The network is well, everybody looks at both pages and chooses; until nothing moves any more. */
  comeToRest(choose: (turn: number) => 'mine' | 'theirs'): void {
    while (this.strays.length > 0) this.arriveLate();
    let turn = 0;
    for (let round = 0; round < 12; round += 1) {
      for (const [no] of this.tabs.entries()) {
        this.open(no, round % 2);
        const tab = this.tabs[no];
        tab?.notice();
        tab?.happen({ type: 'left', at: this.now });
        for (let steps = 0; tab && steps < 200; steps += 1) {
          this.now += 10_000;
          tab.happen({ type: 'wake', at: this.now });
          while (tab.writes.length > 0) tab.write();
          tab.hear();
          while (tab.writes.length > 0) tab.write();
          this.look(tab);
          const [asked] = questionsOf(tab.state).keys();
          if (asked !== undefined) this.settle(tab, asked, choose((turn += 1)));
          else if (tab.writes.length === 0 && tab.requests.length === 0) break;
        }
      }
    }
  }
}

function valueFor(
  what: AnswerField,
  word: string,
  add: boolean,
  now: AnswerFormValues,
  turn: number,
): Partial<AnswerFormValues> {
  if (what === 'level') return { level: String((turn % 5) + 1) };
  if (what === 'evidence') {
    const row = { url: add && turn % 4 === 0 ? `bad${word}` : word, caption: '' };
    const rest = now.evidence.filter(({ url }) => !url.startsWith('bad'));
    return { evidence: [...(add ? rest.slice(-4) : rest.slice(2)), row] };
  }
  const before = what === 'note' ? now.note : now.justification;
  const text = add && before !== '' ? `${before} ${word}` : word;
  return what === 'note' ? { note: text } : { justification: text };
}

function check(world: World): void {
  const { server } = world;
  const nameOf = (by: Origin | undefined) =>
    world.devices.find(({ ids }) => ids.has(by?.device?.id ?? ''))?.name;
  const recorded = new Set([
    ...server.record.flatMap(({ changes: { justification, note, evidence } }) =>
      [justification, note, evidence].flatMap((pair) =>
        (pair ?? []).flatMap((value) => (typeof value === 'string' ? [value] : value.map(({ url }) => url))),
      ),
    ),
    ...server.aside.flatMap(wordsOf),
    // A faulty link stays on the device beside its explanation.
    ...world.devices.flatMap((device) => device.entries().flatMap(({ values }) => wordsOf(values))),
  ]);
  // Every value that was typed is on the record, or still there to be mended.
  expect([...world.owed].filter((word) => !recorded.has(word))).toEqual([]);
  expect(server.record.filter(({ id }) => world.chosenTheirs.has(id))).toEqual([]);
  expect(new Set(server.record.map(({ id }) => id)).size).toBe(server.record.length);
  for (const url of URLS) {
    const past = server.record.filter((one) => one.url === url);
    for (const what of TYPED) {
      const chain = past.flatMap(({ changes, by }) => {
        const pair = changes[what];
        return pair ? [{ before: pair[0], after: pair[1], by }] : [];
      });
      chain.forEach(({ before, after, by }, index) => {
        // Nothing vanishes beside the record.
        if (index > 0) expect(before).toEqual(chain[index - 1]?.after);
        // A save changes only what its person typed.
        if (what !== 'evidence') {
          expect(world.typed).toContain(JSON.stringify([nameOf(by), url, what, after]));
          // … and replaces nothing that they never saw.
          const own = nameOf(chain[index - 1]?.by) === nameOf(by);
          if (!own) expect(world.seen).toContain(JSON.stringify([nameOf(by), url, what, before]));
        }
      });
      // A late copy of a request never undoes what the same browser sent after it.
      for (const id of world.devices.flatMap(({ ids }) => [...ids])) {
        const own = chain.flatMap(({ by }) => (by.device?.id === id ? [by.device.seq] : []));
        expect(own).toEqual([...own].sort((a, b) => a - b));
      }
    }
  }
  expect(world.devices.flatMap((device) => device.entries().filter(({ send }) => send !== null))).toEqual([]);
  // What two tabs brought home together is there once.
  for (const device of world.devices) {
    const rests = device.entries().map(({ url, field, values }) => JSON.stringify([url, field, values]));
    expect(rests).toEqual([...new Set(rests)]);
  }
  for (const tab of world.tabs) {
    if (!tab?.state.page) continue;
    const stored = server.snapshot(tab.state.page.url).values;
    const { evidence, ...shown } = tab.values();
    expect({ ...shown, evidence: evidence.filter(({ url }) => !url.startsWith('bad')) }).toEqual(stored);
  }
}

describe('the editing of answers', () => {
  it('loses nothing, applies nothing twice and comes to agree, whatever happens on the way', () => {
    fc.assert(
      fc.property(
        fc.array(happening, { maxLength: 120 }),
        fc.array(fc.boolean(), { minLength: 1 }),
        (all, choices) => {
          const world = new World();
          for (const one of all) world.happen(one);
          world.comeToRest((turn) => (choices[turn % choices.length] ? 'mine' : 'theirs'));
          check(world);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('shows beside a faulty link what another browser saved meanwhile', () => {
    const world = new World();
    const type = { do: 'type', add: false, now: false } as const;
    for (const one of [
      { ...type, tab: 1, field: 'level' },
      { do: 'read', tab: 0 },
      { do: 'read', tab: 3 },
      { ...type, tab: 0, field: 'level' },
      { ...type, tab: 0, field: 'level' },
      { ...type, tab: 1, field: 'evidence' },
      // The fourth that is typed, added to what is there: a faulty one.
      { ...type, tab: 3, field: 'evidence', add: true },
    ] as const)
      world.happen(one);
    world.comeToRest(() => 'mine');
    check(world);
    const [faulty] = world.tabs.flatMap((tab) => (tab?.device.name === 'B' ? [tab.values().evidence] : []));
    expect(faulty?.map(({ url }) => url)).toEqual(['w3', 'badw4']);
  });

  it('would not: drafts of whole answers, sent on whatever version the page was opened with', () => {
    const typedBefore = fc.record({ device: fc.nat(1), do: fc.constantFrom('type', 'open', 'send') });
    const lost = fc.check(
      fc.property(fc.array(typedBefore, { maxLength: 30 }), (all) => {
        const server = new Server();
        const drafts: (Partial<AnswerFormValues> | null)[] = [null, null];
        const versions = [0, 0];
        all.forEach(({ device, do: what }, turn) => {
          const shown = { ...server.snapshot('/isi/1').values, ...drafts[device] };
          if (what === 'open') versions[device] = server.snapshot('/isi/1').version;
          const own = device === 0 ? { level: String((turn % 5) + 1) } : { note: `w${String(turn)}` };
          if (what === 'type') drafts[device] = { ...shown, ...own };
          const send = drafts[device];
          if (what !== 'send' || !send || versions[device] !== server.snapshot('/isi/1').version) return;
          server.takeWhole('/isi/1', send, String(device));
          drafts[device] = null;
        });
        for (const { changes, by } of server.record) {
          expect(Object.keys(changes)).toEqual([by.actorId === '0' ? 'level' : 'note']);
        }
      }),
      { numRuns: 1000 },
    );
    expect(lost.failed).toBe(true);
  });
});

/** Single steps of the editing machine; what comes of all of them together is the model test’s. */
import { describe, expect, it } from 'vitest';
import { differingFields } from './answerChanges';
import { questionsOf, saveStateOf, unsentPages } from './editingView';
import { answer } from '#tests/house/answers';
import { Device, Server, Tab } from '#tests/house/browsers';

const URL = '/isi/1';

function hall() {
  let now = 0;
  const server = new Server();
  const clock = { pass: (ms: number) => (now += ms) };
  const phone = new Device('telepon', 'operator');
  const open = (device = phone) => {
    const tab = new Tab(device, server, () => now);
    tab.notice();
    tab.open(URL);
    return tab;
  };
  /** Lets everything arrive that can. */
  const settle = (tab: Tab) => {
    clock.pass(1000);
    tab.happen({ type: 'wake', at: now });
    for (let steps = 0; steps < 20; steps += 1) {
      while (tab.writes.length > 0) tab.write();
      tab.hear();
    }
  };
  return { server, phone, open, settle, clock, now: () => now };
}

describe('typing', () => {
  it('makes one change of a field, which waits for a pause, and is answered', () => {
    const { server, open, settle } = hall();
    const tab = open();
    tab.type('note', { note: 'a' }, false);
    tab.type('note', { note: 'ab' }, false);
    expect(tab.state.entries).toHaveLength(1);
    expect(saveStateOf(tab.state).kind).toBe('typing');
    settle(tab);
    expect(server.record.map(({ changes }) => changes)).toEqual([{ note: ['', 'ab'] }]);
    expect(saveStateOf(tab.state).kind).toBe('saved');
  });

  it('sends nothing where what was typed is taken back', () => {
    const { server, open, settle } = hall();
    const tab = open();
    tab.type('note', { note: 'a' }, false);
    tab.type('note', { note: '' }, false);
    settle(tab);
    expect([server.record, tab.device.entries()]).toEqual([[], []]);
  });

  it('says of what came too late that the facilitator has it, until the page is opened again', () => {
    const { server, phone, open, clock, now } = hall();
    const tab = open();
    tab.type('note', { note: 'a' }, false);
    clock.pass(300);
    tab.type('note', { note: 'ab' }, true);
    while (tab.writes.length > 0) tab.write();
    const [request] = tab.requests;
    if (!request) throw new Error('nothing was sent');
    expect(request.entry.typedAt).toBe(300);
    const reply = { kind: 'late', answer: server.snapshot(URL) } as const;
    tab.happen({ type: 'answered', id: request.entry.id, reply, at: now() });
    while (tab.writes.length > 0) tab.write();
    expect(saveStateOf(tab.state).kind).toBe('late');
    expect(tab.values().note).toBe('ab');
    expect([phone.entries(), tab.state.late]).toEqual([[], [URL]]);
    tab.open(URL);
    expect([saveStateOf(tab.state).kind, tab.values().note, tab.state.late]).toEqual(['idle', '', []]);
  });

  it('throws away what a person removes, on the device too, also while it is on its way', () => {
    const { server, phone, open, settle, now } = hall();
    const tab = open();
    tab.type('note', { note: 'a' }, true);
    tab.type('justification', { justification: 'tetap' }, false);
    while (tab.writes.length > 0) tab.write();
    const [request] = tab.requests;
    if (!request) throw new Error('nothing was sent');
    tab.happen({ type: 'discarded', ids: [request.entry.id] });
    while (tab.writes.length > 0) tab.write();
    expect(phone.entries().map(({ field }) => field)).toEqual(['justification']);
    tab.happen({ type: 'lost', id: request.entry.id, how: 'offline', at: now() });
    tab.requests.shift();
    settle(tab);
    expect(server.record.map(({ changes }) => changes)).toEqual([{ justification: ['', 'tetap'] }]);
  });

  it('while a change is being noted as sent begins a new one, and shows what was typed last', () => {
    const { server, open, settle } = hall();
    const tab = open();
    tab.type('note', { note: 'a' }, true);
    tab.write();
    tab.type('note', { note: 'ab' }, false);
    tab.write();
    tab.type('note', { note: 'abc' }, false);
    expect(tab.requests.map(({ entry }) => entry.send)).toEqual([{ note: 'a' }]);
    settle(tab);
    expect(tab.values().note).toBe('abc');
    expect(server.stored(URL).note).toBe('abc');
  });

  it('goes on undisturbed where another tab has sent what is being typed', () => {
    const { server, open, settle, clock, phone, now } = hall();
    const [one, two] = [open(), open()];
    one.type('note', { note: 'a' }, false);
    while (one.writes.length > 0) one.write();
    two.notice();
    clock.pass(6000);
    two.happen({ type: 'wake', at: now() });
    two.write();
    one.type('note', { note: 'ab' }, false);
    one.type('note', { note: 'abc' }, false);
    while (one.writes.length > 0) one.write();
    expect(one.values().note).toBe('abc');
    settle(two);
    one.notice();
    settle(one);
    expect(one.values().note).toBe('abc');
    expect([server.stored(URL).note, phone.entries()]).toEqual(['abc', []]);
  });
});

describe('a change that two tabs bring home', () => {
  it('leaves its faulty rest once, and what is typed over that does not come back', () => {
    const { server, open, settle, clock, phone, now } = hall();
    const [one, two] = [open(), open()];
    one.type('evidence', { evidence: [{ url: 'bad1', caption: '' }] }, true);
    one.write();
    one.write();
    two.notice();
    clock.pass(6000);
    two.happen({ type: 'wake', at: now() });
    two.write();
    // Both have sent it, and both are answered before they hear of each other.
    for (const tab of [one, two]) tab.hear();
    for (const tab of [two, one]) while (tab.writes.length > 0) tab.write();
    for (const tab of [one, two]) tab.notice();
    expect(phone.entries()).toHaveLength(1);
    one.type('evidence', { evidence: [{ url: 'good', caption: '' }] }, false);
    settle(one);
    two.notice();
    settle(two);
    one.notice();
    expect(one.values().evidence.map(({ url }) => url)).toEqual(['good']);
    expect(server.stored(URL).evidence.map(({ url }) => url)).toEqual(['good']);
    expect([phone.entries(), one.state.entries, two.state.entries]).toEqual([[], [], []]);
  });

  it('is not typed over unseen: what each of two tabs made of it waits', () => {
    const { open, phone, settle } = hall();
    const one = open();
    one.type('evidence', { evidence: [{ url: 'bad1', caption: '' }] }, true);
    settle(one);
    const two = open();
    one.type('evidence', { evidence: [{ url: 'bad2', caption: '' }] }, true);
    while (one.writes.length > 0) one.write();
    two.type('evidence', { evidence: [{ url: 'bad3', caption: '' }] }, true);
    while (two.writes.length > 0) two.write();
    expect(phone.entries().flatMap(({ values }) => values.evidence ?? [])).toEqual([
      { url: 'bad2', caption: '' },
      { url: 'bad3', caption: '' },
    ]);
  });
});

describe('typing again what stands there already', () => {
  it('is no change: a form that draws its rows anew has typed nothing', () => {
    const { open, phone, settle } = hall();
    const one = open();
    one.type('evidence', { evidence: [{ url: 'bad1', caption: '' }] }, true);
    settle(one);
    const before = phone.entries();
    const two = open();
    const rows = [
      { url: 'bad1', caption: '' },
      { url: '', caption: '' },
    ];
    two.type('evidence', { evidence: rows }, false);
    expect(two.writes).toEqual([]);
    expect(phone.entries()).toEqual(before);
  });
});

describe('what others save', () => {
  it('appears where nobody is writing, and nowhere under the cursor', () => {
    const { open, settle } = hall();
    const [mine, theirs] = [open(), open(new Device('laptop', 'head'))];
    mine.happen({ type: 'entered', field: 'note' });
    theirs.type('note', { note: 'kepala' }, true);
    theirs.type('level', { level: '4' }, true);
    settle(theirs);
    mine.read();
    expect(mine.values()).toMatchObject({ note: '', level: '4' });
    mine.happen({ type: 'left', at: 0 });
    expect(mine.values().note).toBe('kepala');
  });

  it('is asked about only in the field that both wrote, and typing goes on meanwhile', () => {
    const { server, open, settle } = hall();
    const [mine, theirs] = [open(), open(new Device('laptop', 'head'))];
    theirs.type('note', { note: 'kepala' }, true);
    settle(theirs);
    mine.type('note', { note: 'operator' }, true);
    mine.type('level', { level: '2' }, true);
    settle(mine);
    expect([...questionsOf(mine.state).keys()]).toEqual(['note']);
    expect(server.stored(URL)).toMatchObject({ note: 'kepala', level: 2 });
    mine.type('note', { note: 'operator juga' }, false);
    settle(mine);
    expect(server.stored(URL).note).toBe('kepala');
    mine.settle('note', 'mine');
    settle(mine);
    expect(server.stored(URL).note).toBe('operator juga');
    expect(differingFields(mine.values(), answer({ level: '2', note: 'operator juga' }))).toEqual([]);
  });
});

describe('trouble', () => {
  it('with one change of one field holds back no other', () => {
    const { server, open, settle, clock, now } = hall();
    const tab = open();
    tab.type('evidence', { evidence: [{ url: 'bad', caption: '' }] }, true);
    tab.type('note', { note: 'a' }, true);
    while (tab.writes.length > 0) tab.write();
    const [first] = tab.requests;
    tab.requests.shift();
    tab.happen({ type: 'lost', id: first?.entry.id ?? '', how: 'failed', at: now() });
    tab.type('level', { level: '3' }, true);
    clock.pass(1);
    settle(tab);
    expect(server.stored(URL)).toMatchObject({ level: 3 });
    expect(saveStateOf(tab.state).kind).toBe('invalid');
    expect(unsentPages(tab.state)).toEqual(new Map([[URL, 1]]));
  });

  it('is over when the tab is opened again: a faulty link is still there, and can be mended', () => {
    const { server, open, settle } = hall();
    const tab = open();
    tab.type('evidence', { evidence: [{ url: 'badly', caption: '' }] }, true);
    settle(tab);
    const again = open();
    expect(again.values().evidence).toEqual([{ url: 'badly', caption: '' }]);
    again.type('evidence', { evidence: [{ url: 'good', caption: '' }] }, true);
    settle(again);
    expect(server.stored(URL).evidence).toEqual([{ url: 'good', caption: '' }]);
    expect(again.device.entries()).toEqual([]);
  });
});

describe('an assessment that is closed for a while', () => {
  it('keeps what is typed, says so before anything is typed, and sends it once it is open again', () => {
    const { server, phone, open, settle, now } = hall();
    const tab = open();
    const told = (closed: typeof server.closed, url = URL) => {
      server.closed = closed;
      tab.happen({ type: 'told', url, closed, at: now() });
    };
    told('stage');
    expect(saveStateOf(tab.state).kind).toBe('stage');
    tab.type('note', { note: 'a' }, true);
    settle(tab);
    tab.type('note', { note: 'ab' }, true);
    settle(tab);
    expect([saveStateOf(tab.state).kind, tab.values().note, server.record]).toEqual(['stage', 'ab', []]);
    expect(phone.entries().map(({ refusal, values }) => [refusal, values])).toEqual([
      ['stage', { note: 'ab' }],
    ]);
    told('locked');
    settle(tab);
    expect(server.record).toEqual([]);
    told(null, '/lain/2');
    settle(tab);
    expect(server.record).toEqual([]);
    told(null, '/isi/2');
    settle(tab);
    expect(server.record.map(({ changes }) => changes)).toEqual([{ note: ['', 'ab'] }]);
    expect(saveStateOf(tab.state).kind).not.toBe('saved');
    told(null);
    expect(saveStateOf(tab.state).kind).toBe('saved');
    expect(phone.entries()).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnswerFormValues } from './answerForm';
import { type AutosaveParts, createAutosave, RETRY_MS, TYPING_PAUSE_MS } from './autosave';
import { draftStore } from './answerDraft';
import type { TheirAnswer } from './saveResponse';
import type { Change, SendResult } from './sendAnswer';
import { answer, EMPTY, memoryStorage } from './testAnswers';

const STANDING = { index: 100, ceiling: 500, predicate: '', answered: 0, total: 47, aspect: null };
const NONE = () => new Map<string, string | boolean>();

const saved = (version: number): SendResult => ({
  kind: 'saved',
  version,
  savedAt: '2025-06-01T00:00:00.000Z',
  standing: STANDING,
});

function theirs(fields: Partial<TheirAnswer>): TheirAnswer {
  return {
    level: null,
    justification: '',
    note: '',
    personInCharge: '',
    discuss: false,
    evidence: [],
    version: 2,
    updatedAt: '2025-06-01T00:00:00.000Z',
    ...fields,
  };
}

const conflict = (fields: Partial<TheirAnswer>, own = false): SendResult => ({
  kind: 'conflict',
  theirs: theirs(fields),
  theirName: 'Kepala',
  own,
});

let storage: Storage;
let opened = 0;

/** A page; what it sends lies in `sent`, and the test answers each. */
function page(parts: Partial<AutosaveParts> = {}) {
  const sent: Change[] = [];
  const waiting: ((result: SendResult) => void)[] = [];
  const shown: AnswerFormValues[] = [];
  opened += 1;
  const name = `page-${opened}`;
  let changes = 0;
  const autosave = createAutosave({
    server: { version: 0, values: EMPTY },
    drafts: draftStore(
      'a:b:1',
      () => name,
      () => storage,
    ),
    send: (change) => {
      sent.push(change);
      return new Promise((resolve) => waiting.push(resolve));
    },
    newChangeId: () => `${name}-${(changes += 1)}`,
    isValid: ({ justification }) => justification !== 'salah',
    onStanding: () => undefined,
    onNewer: (values) => shown.push(values),
    ...parts,
  });
  return {
    autosave,
    sent,
    shown,
    kind: () => autosave.state().kind,
    /** Types and lets the pause pass. */
    async type(values: AnswerFormValues) {
      autosave.change(values, false);
      await vi.advanceTimersByTimeAsync(TYPING_PAUSE_MS);
    },
    async open(early = NONE) {
      const values = autosave.open(early);
      await vi.advanceTimersByTimeAsync(0);
      return values;
    },
    async reply(result: SendResult) {
      waiting.shift()?.(result);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  storage = memoryStorage();
});
afterEach(() => vi.useRealTimers());

describe('a save whose answer is lost', () => {
  it('is repeated as it was, under its name, before what was typed on', async () => {
    const one = page();
    await one.type(answer({ note: 'satu' }));
    await one.reply({ kind: 'offline' });
    await one.type(answer({ note: 'satu dua' }));
    expect(one.sent.map(({ id, version, values }) => [id, version, values.note])).toEqual([
      [one.sent[0]?.id, 0, 'satu'],
      [one.sent[0]?.id, 0, 'satu'],
    ]);
    await one.reply(saved(1));
    expect(one.sent[2]).toMatchObject({ version: 1, values: { note: 'satu dua' } });
    expect(one.sent[2]?.id).not.toBe(one.sent[0]?.id);
    expect(one.kind()).toBe('saving');
    await one.reply(saved(2));
    expect(one.kind()).toBe('saved');
    expect(storage.length).toBe(0);
  });

  it('is repeated by itself until there is an answer', async () => {
    const one = page();
    await one.type(answer({ note: 'satu' }));
    for (const kind of ['offline', 'failed', 'signedOut'] as const) {
      await one.reply({ kind });
      expect(one.kind()).toBe(kind);
      await vi.advanceTimersByTimeAsync(RETRY_MS);
    }
    await one.reply(saved(1));
    expect(new Set(one.sent.map(({ id }) => id)).size).toBe(1);
    expect(one.sent).toHaveLength(4);
    expect(one.kind()).toBe('saved');
  });

  it('is repeated by the next visit too, and what came after it follows on top', async () => {
    const one = page();
    await one.type(answer({ note: 'satu' }));
    one.autosave.change(answer({ note: 'satu dua' }), false);
    // The tab is closed here; the save had arrived.
    const two = page({ server: { version: 1, values: answer({ note: 'satu' }) } });
    expect(await two.open()).toMatchObject({ note: 'satu dua' });
    expect(two.sent[0]).toMatchObject({ id: one.sent[0]?.id, version: 0, values: { note: 'satu' } });
    await two.reply(saved(1));
    expect(two.sent[1]).toMatchObject({ version: 1, values: { note: 'satu dua' } });
    await two.reply(saved(2));
    expect(two.kind()).toBe('saved');
  });

  it('shows the newer answer of another where the next visit finds everything of its own arrived', async () => {
    const one = page();
    await one.type(answer({ note: 'satu' }));
    const newer = answer({ note: 'satu', level: '5' });
    const two = page({ server: { version: 2, values: newer } });
    await two.open();
    await two.reply(saved(1));
    expect(two.shown).toEqual([newer]);
    expect(two.kind()).toBe('saved');
    await two.type(answer({ note: 'satu', level: '4' }));
    expect(two.sent.at(-1)).toMatchObject({ version: 2 });
  });
});

describe('a draft of an earlier visit', () => {
  async function leave(values: AnswerFormValues): Promise<void> {
    const one = page({ server: { version: 1, values: answer({ level: '2', justification: 'lama' }) } });
    await one.type(values);
    await one.reply({ kind: 'offline' });
  }

  it('is sent on the version it was typed on, and a newer one is a conflict', async () => {
    const base = answer({ level: '2', justification: 'lama' });
    const one = page({ server: { version: 1, values: base }, isValid: () => false });
    await one.type({ ...base, personInCharge: 'Bagian Organisasi' });
    const two = page({ server: { version: 2, values: answer({ level: '4', justification: 'baru' }) } });
    await two.open();
    expect(two.autosave.isRestored()).toBe(true);
    expect(two.sent).toMatchObject([{ version: 1 }]);
    await two.reply(conflict({ level: 4, justification: 'baru' }));
    expect(two.autosave.state()).toMatchObject({
      kind: 'conflict',
      isMerged: true,
      mine: { level: '4', justification: 'baru', personInCharge: 'Bagian Organisasi' },
    });
    expect(two.autosave.settle('mine')).toMatchObject({ level: '4', justification: 'baru' });
    await vi.advanceTimersByTimeAsync(0);
    expect(two.sent[1]).toMatchObject({
      version: 2,
      values: { level: '4', justification: 'baru', personInCharge: 'Bagian Organisasi' },
    });
  });

  it('is still a conflict after a reload while the question stands', async () => {
    await leave(answer({ note: 'draf' }));
    const server = { version: 2, values: answer({ level: '4' }) };
    for (const visit of [page({ server }), page({ server })]) {
      await visit.open();
      expect(visit.sent.at(-1)).toMatchObject({ version: 1 });
      await visit.reply(conflict({ level: 4 }));
      expect(visit.kind()).toBe('conflict');
    }
  });

  it('of an earlier release never passes for an answer to what is saved', async () => {
    storage.setItem('rakerda-draf:a:b:1', JSON.stringify(answer({ note: 'lama' })));
    const one = page({ server: { version: 7, values: answer({ level: '4' }) } });
    await one.open();
    expect(one.sent).toMatchObject([{ version: 0 }]);
    await one.reply(conflict({ level: 4, version: 7 }, true));
    expect(one.autosave.state()).toMatchObject({
      own: true,
      isMerged: false,
      mine: { level: '', note: 'lama' },
    });
  });

  it('that the server has already is dropped without a word', async () => {
    await leave(answer({ note: 'draf' }));
    const two = page({ server: { version: 2, values: answer({ note: 'draf' }) } });
    expect(await two.open()).toBeNull();
    expect(two.sent).toEqual([]);
    expect(two.kind()).toBe('idle');
    expect(storage.length).toBe(0);
  });
});

describe('a conflict', () => {
  async function inConflict() {
    const base = answer({ level: '2' });
    const one = page({ server: { version: 1, values: base } });
    await one.type({ ...base, note: 'milik saya' });
    await one.reply(conflict({ level: 4 }));
    return one;
  }

  it('sends nothing before it is settled, and takes in what is typed meanwhile', async () => {
    const one = await inConflict();
    await one.type(answer({ level: '2', note: 'milik saya juga' }));
    one.autosave.wake();
    expect(await one.autosave.flush()).toBe(false);
    expect(one.sent).toHaveLength(1);
    expect(one.autosave.state()).toMatchObject({ mine: { level: '4', note: 'milik saya juga' } });
    one.autosave.settle('mine');
    await vi.advanceTimersByTimeAsync(0);
    expect(one.sent[1]).toMatchObject({ version: 2, values: { level: '4', note: 'milik saya juga' } });
    expect(one.sent[1]?.id).not.toBe(one.sent[0]?.id);
  });

  it('settled in favour of theirs leaves nothing behind', async () => {
    const one = await inConflict();
    expect(one.autosave.settle('theirs')).toMatchObject({ level: '4', note: '' });
    expect(one.kind()).toBe('saved');
    expect(storage.length).toBe(0);
    await one.type(answer({ level: '4', note: 'lagi' }));
    expect(one.sent[1]).toMatchObject({ version: 2 });
  });
});

describe('what a post without scripts was refused with', () => {
  const refused = { values: answer({ note: 'ditolak' }), version: 1 };

  it('stays a conflict once scripts run: nothing is saved over the newer answer unasked', async () => {
    const question = { theirs: theirs({ level: 4 }), theirName: 'Kepala', own: false };
    const one = page({
      server: { version: 2, values: answer({ level: '4' }) },
      refused: { ...refused, conflict: question },
    });
    expect(one.autosave.state()).toMatchObject({ kind: 'conflict', mine: refused.values, isMerged: false });
    await one.open();
    await one.type(answer({ note: 'ditolak dan diketik' }));
    expect(one.sent).toEqual([]);
    one.autosave.settle('mine');
    await vi.advanceTimersByTimeAsync(0);
    expect(one.sent).toMatchObject([{ version: 2, values: { note: 'ditolak dan diketik' } }]);
  });

  it('is said to be unsaved, and mended it goes to the version it was filled in on', async () => {
    const one = page({
      server: { version: 2, values: answer({ level: '4' }) },
      refused: { ...refused, values: answer({ justification: 'salah' }), conflict: null },
    });
    expect(one.kind()).toBe('invalid');
    await one.open();
    expect(one.kind()).toBe('invalid');
    await one.type(answer({ justification: 'benar' }));
    expect(one.sent).toMatchObject([{ version: 1, values: { justification: 'benar' } }]);
  });
});

describe('an open page', () => {
  it('sends nothing when what was typed is taken back', async () => {
    const one = page({ server: { version: 1, values: answer({ note: 'a' }) } });
    one.autosave.change(answer({ note: 'ab' }), false);
    expect(one.kind()).toBe('dirty');
    await one.type(answer({ note: 'a' }));
    expect(one.kind()).toBe('idle');
    expect(await one.autosave.flush()).toBe(true);
    expect(one.sent).toEqual([]);
    expect(storage.length).toBe(0);
  });

  it('that is left sends once more and then leaves the draft to the next visit', async () => {
    const one = page();
    one.autosave.change(answer({ note: 'a' }), false);
    one.autosave.stop();
    expect(one.sent).toHaveLength(1);
    await one.reply({ kind: 'offline' });
    await vi.advanceTimersByTimeAsync(RETRY_MS * 3);
    expect(one.sent).toHaveLength(1);
    const two = page();
    await two.open();
    expect(two.sent[0]).toMatchObject({ id: one.sent[0]?.id });
  });
});

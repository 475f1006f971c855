import { beforeEach, describe, expect, it } from 'vitest';
import { continueDraft, type Draft, draftStore } from './answerDraft';
import { answer, EMPTY, memoryStorage } from './testAnswers';

const NOTHING = new Map<string, string>();

function draft(fields: Partial<Draft> = {}): Draft {
  return { values: answer({ note: 'draf' }), base: { version: 1, values: EMPTY }, sent: null, ...fields };
}

describe('drafts on the device', () => {
  let storage: Storage;
  const store = (page: string, name = 'orang:penilaian:1') =>
    draftStore(
      name,
      () => page,
      () => storage,
    );
  beforeEach(() => {
    storage = memoryStorage();
  });

  it('come back with what they were typed on and with the save that has no answer', () => {
    const kept = draft({ sent: { id: 'a1', values: answer({ note: 'dr' }) } });
    store('one').write(kept);
    expect(store('two').adopt()).toMatchObject(kept);
  });

  it('belong to the page that adopted them', () => {
    const [one, two] = [store('one'), store('two')];
    one.write(draft());
    two.adopt();
    expect([one.isThere(), two.isThere()]).toEqual([false, true]);
    one.clear();
    expect(store('three').adopt()).toMatchObject(draft());
  });

  it('are not cleared by another tab that has saved its own', () => {
    store('one').write(draft());
    store('two').write(draft({ values: answer({ note: 'lain' }) }));
    store('two').clear();
    expect(store('three').adopt()).toMatchObject(draft());
  });

  it('of another indicator stay where they are', () => {
    store('one', 'orang:penilaian:10').write(draft());
    expect(store('two').adopt()).toBeNull();
  });

  it('of earlier releases are taken for typed on nothing', () => {
    storage.setItem('rakerda-draf:orang:penilaian:1', JSON.stringify(answer({ note: 'lama' })));
    expect(store('one').adopt()).toMatchObject({
      values: answer({ note: 'lama' }),
      base: { version: 0, values: null },
      sent: null,
    });
    expect(storage.getItem('rakerda-draf:orang:penilaian:1')).toBeNull();
    expect(store('two').adopt()).toMatchObject({ values: { note: 'lama' }, base: { version: 0 } });
  });

  it('that cannot be read are no draft', () => {
    storage.setItem('rakerda-draf:orang:penilaian:1', '{"level":');
    storage.setItem('rakerda-draf:orang:penilaian:1:x', '{"level":3}');
    expect(store('one').adopt()).toBeNull();
  });

  it('do without a storage', () => {
    const forbidden = draftStore(
      'x',
      () => 'one',
      () => {
        throw new Error('SecurityError');
      },
    );
    forbidden.write(draft());
    forbidden.clear();
    expect(forbidden.adopt()).toBeNull();
    expect(forbidden.isThere()).toBe(false);
  });
});

describe('what a page goes on with', () => {
  const server = { version: 4, values: answer({ level: '4', justification: 'baru' }) };

  it('is the draft on its own version, however new the page', () => {
    expect(continueDraft(draft(), server, NOTHING)).toEqual(draft());
  });

  it('is nothing where the server has all of it', () => {
    expect(continueDraft(null, server, NOTHING)).toBeNull();
    expect(continueDraft(draft({ values: server.values }), server, NOTHING)).toBeNull();
  });

  it('is what was entered early, on the page’s version', () => {
    const values = { ...server.values, level: '2' };
    expect(continueDraft(null, server, new Map([['level', '2']]))).toEqual({
      values,
      base: server,
      sent: null,
    });
  });

  it('is the draft with what was entered early on top', () => {
    expect(continueDraft(draft(), server, new Map([['level', '2']]))).toEqual(
      draft({ values: answer({ note: 'draf', level: '2' }) }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { arrange, type MonitorRow, readWish, SILENCE_MS, sumUp, whyStuck } from './monitor';

const NOW = 1_800_000_000_000;

function row(changes: Partial<MonitorRow> = {}): MonitorRow {
  return {
    agencyCode: '63.01',
    agencyName: 'Kabupaten Tanah Laut',
    path: '/',
    state: 'draft',
    answered: 10,
    total: 47,
    aspects: [10],
    flags: 0,
    lastActivity: null,
    lastSave: NOW - SILENCE_MS,
    returnedAt: null,
    screens: 1,
    connectedSince: NOW - 2 * SILENCE_MS,
    sent: 0,
    unread: 0,
    ...changes,
  };
}

describe('whyStuck', () => {
  const why = (changes: Partial<MonitorRow>, isOpen = true) => whyStuck(row(changes), isOpen, NOW);

  it('calls ten minutes of silence stuck, and not a millisecond less', () => {
    expect(why({})).toEqual({ kind: 'silent', minutes: 10 });
    expect(why({ lastSave: NOW - SILENCE_MS + 1 })).toBeNull();
  });

  it('gives those who have just connected as long as those who have just saved', () => {
    expect(why({ lastSave: null, connectedSince: NOW - SILENCE_MS + 1 })).toBeNull();
    expect(why({ lastSave: null, connectedSince: NOW - SILENCE_MS })).toEqual({
      kind: 'silent',
      minutes: 10,
    });
    expect(why({ lastSave: NOW - 90_000_000, connectedSince: NOW - 1000 })).toBeNull();
    // The event says that a screen came; since when, the next reading says.
    expect(why({ connectedSince: null })).toBeNull();
  });

  it('calls those stuck who are away before they are done', () => {
    expect(why({ screens: 0, connectedSince: null })).toEqual({ kind: 'absent' });
    expect(why({ screens: 0, connectedSince: null, answered: 47 })).toBeNull();
    expect(why({ screens: 0, connectedSince: null, state: 'submitted' })).toBeNull();
  });

  it('calls nobody stuck who has not come yet', () => {
    const notCome = { screens: 0, connectedSince: null, lastSave: null, answered: 0 };
    expect(why(notCome)).toBeNull();
    expect(why({ ...notCome, lastSave: NOW })).toEqual({ kind: 'absent' });
    expect(sumUp([row(notCome), row(notCome)], true, NOW).stuck).toBe(0);
  });

  it('calls a return stuck until an answer is saved after it, however complete it is', () => {
    const returnedAt = NOW - 5000;
    expect(why({ returnedAt, answered: 47, lastSave: returnedAt })).toEqual({ kind: 'returned' });
    expect(why({ returnedAt, answered: 47, lastSave: null })).toEqual({ kind: 'returned' });
    expect(why({ returnedAt, answered: 47, lastSave: returnedAt + 1 })).toBeNull();
  });

  it('calls nobody stuck where nobody may answer', () => {
    expect(why({ screens: 0 }, false)).toBeNull();
  });
});

describe('arrange and sumUp', () => {
  const rows = Array.from({ length: 120 }, (_, place) =>
    row({
      agencyCode: `63.${String(place)}`,
      agencyName: `Daerah ${String(place)}`,
      answered: place % 48,
      screens: place % 2,
      lastSave: NOW,
      state: place % 3 === 0 ? 'approved' : 'draft',
    }),
  );
  const look = (search: string) => arrange(rows, readWish(new URLSearchParams(search)), true, 'id', NOW);

  it('pages by fifty and never beyond the last page', () => {
    expect(look('').rows[10]?.agencyName).toBe('Daerah 10');
    expect(look('hal=2').rows[0]?.agencyName).toBe('Daerah 50');
    expect(look('hal=99')).toMatchObject({ page: 3, pages: 3, found: 120 });
    expect(look('hal=-1').page).toBe(1);
  });

  it('filters, searches, and puts those stuck first', () => {
    const stuck = look('saring=macet');
    expect(stuck.rows.every((one) => whyStuck(one, true, NOW) !== null)).toBe(true);
    expect(stuck.found).toBe(sumUp(rows, true, NOW).stuck);
    expect(look('cari=daerah+119').rows.map((one) => one.agencyCode)).toEqual(['63.119']);
    const first = look('urut=macet').rows[0];
    expect(first && whyStuck(first, true, NOW)).toEqual({ kind: 'absent' });
    expect(look('urut=kelengkapan').rows[0]?.answered).toBe(47);
  });
});

/** What may be typed into a part of a ladder, at the edges of what there is. */
import { describe, expect, it } from 'vitest';
import { smallLadder } from '#tests/house/ladder';
import type { Figures } from '../topicKind';
import { parseLadder } from './schema';
import { judgeLadder, scoresAwaited } from './sheet';

const judged = (part: string | null, typed: Readonly<Record<string, string>>) =>
  judgeLadder(parseLadder(smallLadder()), part, typed, 'id');
const problem = (code: string, kind: string) => ({ ok: false, problems: { [code]: { kind } } });

describe('a part of a ladder that was typed in', () => {
  it('holds every answer of its indicator, those that were left empty too', () => {
    expect(judged('I1', { 'I1-L1-01': '2', 'I2-L1-01': '2' })).toEqual({
      ok: true,
      figures: {
        'I1-L1-01': 2,
        'I1-L1-02': null,
        'I1-L1-03': null,
        'I1-L2-01': null,
        'I1-L3-01': null,
        'I1-asesor': null,
      },
    });
    expect(judged('I9', { 'I1-L1-01': '2' })).toEqual({ ok: true, figures: {} });
  });

  it('takes scores and values from the lowest to the highest', () => {
    for (const [typed, stored] of [
      ['0', 0],
      ['100', 10_000],
    ] as const)
      expect(judged('I3', { I3: typed })).toMatchObject({ ok: true, figures: { I3: stored } });
    for (const [typed, stored] of [
      ['1', 100],
      ['3,5', 350],
    ] as const)
      expect(judged('I2', { 'I2-asesor': typed })).toMatchObject({
        ok: true,
        figures: { 'I2-asesor': stored },
      });
    expect(judged('I3', { I3: '100,01' })).toEqual(problem('I3', 'tooLarge'));
    expect(judged('I2', { 'I2-asesor': '0,99' })).toEqual(problem('I2-asesor', 'tooSmall'));
    expect(judged('I2', { 'I2-asesor': '3,51' })).toEqual(problem('I2-asesor', 'tooLarge'));
    expect(judged(null, { 'I1-asesor': '1.5' })).toEqual(problem('I1-asesor', 'otherLanguage'));
    expect(judged(null, { I3: '-1' })).toEqual(problem('I3', 'negative'));
  });

  it('takes a mark, and that a score is awaited, for nothing but what they are', () => {
    expect(judged('I3', { 'I3-menunggu': '1' })).toMatchObject({
      ok: true,
      figures: { I3: null, 'I3-menunggu': 1 },
    });
    for (const typed of ['0', '2', 'ya'])
      expect(judged('I3', { 'I3-menunggu': typed })).toEqual(problem('I3-menunggu', 'notNumber'));
    for (const typed of ['3', '-1', 'siap'])
      expect(judged('I1', { 'I1-L1-01': typed })).toEqual(problem('I1-L1-01', 'notNumber'));
  });

  it('cannot have a score that is there and awaited', () => {
    expect(judged('I3', { I3: '20', 'I3-menunggu': '1' })).toEqual(problem('I3', 'scoreAwaited'));
    const ladder = parseLadder(smallLadder());
    expect(scoresAwaited(ladder, { I3: 0, 'I3-menunggu': 1 })).toEqual({ I3: { kind: 'scoreAwaited' } });
    const fine: readonly Figures[] = [{ I3: 2000 }, { 'I3-menunggu': 1 }, { I3: 2000, 'I3-menunggu': 0 }, {}];
    for (const figures of fine) expect(scoresAwaited(ladder, figures)).toEqual({});
  });
});

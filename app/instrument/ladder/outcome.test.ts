/** What rooms are told of a sheet of a ladder: its index, band, what is still open, and what whoever reads it must know. */
import { describe, expect, it } from 'vitest';
import { smallLadder } from '#tests/house/ladder';
import { shownUnits } from '../quantity';
import type { Figures } from '../topicKind';
import { ladderOutcome } from './outcome';
import { parseLadder } from './schema';

const outcomeOf = (figures: Figures) => ladderOutcome(parseLadder(smallLadder()), figures);
const WHOLE = { 'I1-L1-01': 2, 'I1-L1-02': 2, 'I1-L2-01': 0, 'I2-L1-01': 1, I3: 6250 };

describe('the outcome of a ladder', () => {
  it('is its index and the band of it', () => {
    const { headline, ...others } = outcomeOf(WHOLE);
    expect(headline).toMatchObject({ unit: 'index', decimals: 2, direction: 'higher' });
    expect(headline && shownUnits(headline)).toBe(155);
    expect(others).toEqual({
      band: { code: 'pita-2', name: { id: 'Pita 2', en: 'Pita 2 (en)' } },
      ceiling: null,
      filled: 3,
      total: 3,
      remarks: [],
    });
  });

  it('says how far an unfinished one can still come', () => {
    const { ceiling, filled } = outcomeOf({ ...WHOLE, I3: null });
    // 0,5 × 1,5 + 0,3 × 1 + 0,2 × 3,5
    expect(ceiling && shownUnits(ceiling)).toBe(175);
    expect(ceiling?.unit).toBe('index');
    expect(filled).toBe(2);
  });

  it('is there as soon as anything was said, be it that nothing is ready', () => {
    const nothing = { headline: null, band: null, ceiling: null, filled: 0, total: 3, remarks: [] };
    expect(outcomeOf({})).toEqual(nothing);
    expect(outcomeOf({ 'I1-L1-01': null })).toEqual(nothing);
    for (const [code, stored] of Object.entries({ 'I2-L3-02': 0, 'I3-menunggu': 1, 'I1-asesor': 100 }))
      expect(outcomeOf({ [code]: stored }).headline).not.toBeNull();
  });

  it('counts the scores that are awaited, and the items that do not count yet', () => {
    expect(outcomeOf({ ...WHOLE, I3: null, 'I1-L3-01': 2 }).remarks).toEqual([
      { id: '1 nilai dari luar ditunggu, dihitung 1', en: '1 outside score is awaited, counted as 1' },
      {
        id: '1 butir siap belum dihitung: level di bawahnya belum lengkap',
        en: '1 ready item does not count yet: a lower level is not complete',
      },
    ]);
    expect(outcomeOf({ ...WHOLE, 'I2-L2-01': 2, 'I2-L2-02': 2 }).remarks).toEqual([
      {
        id: '2 butir siap belum dihitung: level di bawahnya belum lengkap',
        en: '2 ready items do not count yet: a lower level is not complete',
      },
    ]);
    const file = smallLadder();
    const [one, two] = file.aspects;
    const scored = two?.indicators?.[0];
    const twice = parseLadder({
      ...file,
      aspects: [
        { ...one, indicators: one?.indicators?.slice(0, 1) },
        { ...two, indicators: [2, 3].map((no) => ({ ...scored, no, code: `I${no}`, weight: 25 })) },
      ],
    });
    expect(ladderOutcome(twice, { 'I1-L1-01': 0 }).remarks).toEqual([
      { id: '2 nilai dari luar ditunggu, dihitung 1', en: '2 outside scores are awaited, counted as 1' },
    ]);
  });

  it('says where the index that is shown would have another band', () => {
    // 0,5 × 1,5 + 0,3 × 1,5 + 0,2 × 1,4998 = 1,49996, shown as 1,5
    const ready = { 'I1-L1-01': 2, 'I1-L1-02': 2, 'I2-L1-01': 2 };
    const { band, remarks } = outcomeOf({ ...ready, I3: 2499 });
    expect(band?.code).toBe('pita-1');
    expect(remarks).toEqual([
      {
        id: 'Predikat dari indeks yang tidak dibulatkan',
        en: 'The band follows from the index before rounding',
      },
    ]);
    expect(outcomeOf({ ...ready, I3: 2500 })).toMatchObject({ band: { code: 'pita-2' }, remarks: [] });
  });
});

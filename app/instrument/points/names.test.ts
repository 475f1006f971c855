import { describe, expect, it } from 'vitest';
import { pointsFile } from '#tests/house/points';
import { gateText, heldBackText, maturityCode, SCORE } from './names';
import { parsePoints } from './schema';
import { type Gate, scoreWhole } from './score';

const points = () => parsePoints(pointsFile());
const closed = (low: number, partial: number, missing: number): Gate => ({
  kind: 'closed',
  low,
  partial,
  missing,
});

describe('the names of points', () => {
  it('call the whole a score', () => {
    expect(SCORE).toEqual({ id: 'Skor', en: 'Score' });
  });

  it('write a level of maturity as its number, with a plus for half a step', () => {
    const code = (at: number, isPlus: boolean) => maturityCode(points(), { at, isPlus });
    expect([code(0, false), code(0, true), code(3, false)]).toEqual(['I', 'I+', 'IV']);
  });

  it.each<readonly [Gate, string, string]>([
    [closed(1, 0, 0), '1 butir tahap 1 di bawah “Sebagian”', '1 of stage 1 is below “Sebagian (en)”'],
    [closed(2, 0, 0), '2 butir tahap 1 di bawah “Sebagian”', '2 of stage 1 are below “Sebagian (en)”'],
    [closed(0, 1, 0), '1 butir tahap 1 lagi harus “Penuh”', '1 more of stage 1 must be “Penuh (en)”'],
    [closed(0, 0, 1), 'kurang 1 poin', '1 point is missing'],
    [closed(0, 0, 2), 'kurang 2 poin', '2 points are missing'],
    [
      closed(1, 2, 3),
      '1 butir tahap 1 di bawah “Sebagian”, 2 butir tahap 1 lagi harus “Penuh”, kurang 3 poin',
      '1 of stage 1 is below “Sebagian (en)”, 2 more of stage 1 must be “Penuh (en)”, 3 points are missing',
    ],
  ])('say why a gate is closed: %j', (gate, id, en) => {
    expect(gateText(points(), gate)).toEqual({ id, en });
  });

  it('say nothing of a gate that is open, or that there is not', () => {
    expect([gateText(points(), { kind: 'open' }), gateText(points(), { kind: 'none' })]).toEqual([
      null,
      null,
    ]);
  });

  it('name the areas that hold something back, and none that has nothing to hold back', () => {
    const held = (figures: Readonly<Record<string, number>>) =>
      heldBackText(points(), scoreWhole(points(), figures, 'self').areas);
    expect(held({ '2.6': 1 })).toEqual([
      {
        id: 'Tahap 3 belum dihitung, syarat kurang: II',
        en: 'Stage 3 does not count, its conditions are not met: II',
      },
    ]);
    expect(held({ '2.1': 3, '2.6': 0, '3.2': 3 })).toEqual([]);
    expect(held({ '2.1': 3, '2.2': 3, '2.3': 3, '2.4': 3, '2.6': 3 })).toEqual([]);
  });
});

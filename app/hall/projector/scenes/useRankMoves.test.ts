import { describe, expect, it } from 'vitest';
import { rankMoves } from './useRankMoves';

describe('rankMoves', () => {
  const before = new Map([
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ]);

  it('says how many places each row won or lost, and nothing of those that stayed', () => {
    const now = [
      { key: 'c', rank: 1 },
      { key: 'b', rank: 2 },
      { key: 'a', rank: 3 },
    ];
    expect([...rankMoves(before, now)]).toEqual([
      ['c', 2],
      ['a', -2],
    ]);
  });

  it('says nothing of who had no rank, has none any more, or was another row (a name that came up)', () => {
    const now = [
      { key: '63.01', rank: 1 },
      { key: 'a', rank: null },
    ];
    expect(rankMoves(before, now).size).toBe(0);
  });
});

/** Names at the ends of the closing picture's lines. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LEAST_GAP, namedLines } from './lineNames';

const nobody = () => false;
const part = (index: number) => (index - 100) / 4;
const line = (agency: number, before: number, now: number) => ({ agency, before, now });
const agencies = (lines: readonly { readonly agency: number }[]) => lines.map(({ agency }) => agency);

it('names the best, and who rose the most', () => {
  const lines = [line(2, 250, 290), line(0, 350, 380), line(1, 310, 340)];
  expect(agencies(namedLines(lines, nobody, part))).toEqual([0, 2]);
  // One that is both is named once.
  expect(agencies(namedLines([line(0, 300, 380), line(1, 200, 210)], nobody, part))).toEqual([0]);
});

it('names nobody for a rise where all fell, and who is spoken of before the best', () => {
  const fallen = [line(0, 400, 390), line(1, 300, 250)];
  expect(agencies(namedLines(fallen, nobody, part))).toEqual([0]);
  expect(agencies(namedLines(fallen, (agency) => agency === 1, part))).toEqual([1, 0]);
  // Beside it there is no room for the best.
  expect(
    agencies(namedLines([line(0, 300, 390), line(1, 300, 370)], (agency) => agency === 1, part)),
  ).toEqual([1]);
  expect(namedLines([], nobody, part)).toEqual([]);
});

it('no name lies on another', () => {
  const index = fc.integer({ min: 100, max: 500 });
  const lines = fc
    .array(fc.tuple(index, index), { maxLength: 40 })
    .map((all) => all.map(([before, now], agency) => line(agency, before, now)));
  fc.assert(
    fc.property(lines, fc.nat(3), (all, spoken) => {
      const named = namedLines(all, (agency) => agency < spoken, part);
      const heights = named.map(({ now }) => part(now)).sort((a, b) => a - b);
      for (const [at, height] of heights.slice(1).entries())
        expect(height - (heights[at] ?? 0)).toBeGreaterThanOrEqual(LEAST_GAP);
      expect(named.length > 0).toBe(all.length > 0);
    }),
  );
});

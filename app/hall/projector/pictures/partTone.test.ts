/** The colours of parts follow how bad a share is, in the direction that the instrument gives, and the key says where each begins. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQuantity } from '~/i18n';
import type { Quantity } from '~/instrument';
import { keyOfIndex, keyOfShares, type ToneKey, toneOfIndex, toneOfPercent, toneOfShare } from './partTone';

const share = (numerator: number, denominator: number, direction: Quantity['direction']): Quantity => ({
  numerator,
  denominator,
  unit: 'percent',
  decimals: 2,
  direction,
});
const index = (hundredths: number): Quantity => ({
  numerator: hundredths,
  denominator: 100,
  unit: 'index',
  decimals: 2,
  direction: 'higher',
});
const parts = fc
  .integer({ min: 1, max: 30_000 })
  .chain((whole) => fc.tuple(fc.nat(whole), fc.constant(whole)));

/** What somebody finds who holds a figure that they read beside the key: the best step that it meets. */
function readInKey({ steps }: ToneKey, shown: string): number {
  const numberOf = (said: string) => Number(said.replace('%', '').replace(',', '.'));
  const figure = numberOf(shown);
  const meets = steps.map((step) => {
    const [sign = '', of] = step.includes(' ') ? step.split(' ') : ['=', step];
    const border = numberOf(of ?? '');
    switch (sign) {
      case '≥':
        return figure >= border;
      case '>':
        return figure > border;
      case '≤':
        return figure <= border;
      case '<':
        return figure < border;
      default:
        return figure === border;
    }
  });
  expect(steps).toHaveLength(5);
  return (meets.lastIndexOf(true) + 1) * 100;
}

describe('the colour of a share', () => {
  it.each([
    // Half of the villages without a signal is as weak as can be.
    [11, 22, 'lower', 100],
    [11, 23, 'lower', 200],
    [1, 4, 'lower', 300],
    [1, 10, 'lower', 400],
    [1, 400, 'lower', 400],
    [0, 23, 'lower', 500],
    [0, 23, 'higher', 100],
    [23, 23, 'higher', 500],
    [22, 23, 'higher', 400],
    // A little more than half is more than half.
    [201, 401, 'higher', 200],
  ] as const)('%i of %i where %s is better', (part, whole, direction, expected) => {
    expect(toneOfShare(share(part, whole, direction))).toBe(expected);
  });

  it('is what the key says of the figure that is shown, in both directions and languages', () => {
    fc.assert(
      fc.property(
        parts,
        fc.constantFrom('lower', 'higher'),
        fc.constantFrom('id', 'en'),
        ([part, whole], direction, locale) => {
          const quantity = share(part, whole, direction);
          const shown = formatQuantity(quantity, locale);
          const isAll = direction === 'lower' ? part === 0 : part === whole;
          const read = readInKey(keyOfShares(direction === 'lower', locale), shown);
          // What was only rounded up to all of it is not all of it.
          expect(toneOfShare(quantity)).toBe(isAll ? 500 : Math.min(read, 400));
        },
      ),
    );
  });

  it('is the same for what is there and for what is missing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }).chain((whole) => fc.tuple(fc.nat(whole), fc.constant(whole))),
        ([part, whole]) => {
          expect(toneOfShare(share(part, whole, 'lower'))).toBe(
            toneOfShare(share(whole - part, whole, 'higher')),
          );
        },
      ),
    );
  });

  it('is never better where there is less, and the best only where nothing lacks', () => {
    fc.assert(
      fc.property(parts, fc.nat(400), ([part, whole], less) => {
        const own = toneOfShare(share(part, whole, 'higher')) ?? NaN;
        expect(toneOfShare(share(Math.max(0, part - less), whole, 'higher'))).toBeLessThanOrEqual(own);
        expect(own === 500).toBe(part === whole);
      }),
    );
  });

  it('is none where neither way is better, and of a count', () => {
    expect(toneOfShare(share(1, 2, 'neither'))).toBeNull();
    expect(toneOfShare({ ...share(9, 1, 'lower'), unit: 'count' })).toBeNull();
  });
});

it('the colour of a whole per cent of full points is the one in the key', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), (percent) => {
      const read = readInKey(keyOfShares(false, 'id'), `${String(percent)}%`);
      expect(toneOfPercent(percent, percent === 100)).toBe(read);
    }),
  );
});

it('the colour of an index is that of the whole figure it has reached, and the key says so', () => {
  const range = { lowest: 1, highest: 5 };
  expect([100, 200, 299, 300, 500].map((of) => toneOfIndex(index(of), range))).toEqual([
    100, 200, 299, 300, 500,
  ]);
  expect(keyOfIndex(range, 'id').steps).toEqual(['≥ 1', '≥ 2', '≥ 3', '≥ 4', '5']);
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 500 }), (of) => {
      const read = readInKey(keyOfIndex(range, 'id'), formatQuantity(index(of), 'id'));
      expect(Math.floor(toneOfIndex(index(of), range) / 100) * 100).toBe(read);
    }),
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isProofFresh, PROOF_MINUTES } from './proof';

const NOW = Date.parse('2026-05-08T08:00:00.000Z');
const ago = (ms: number) => new Date(NOW - ms).toISOString();
const LONG = PROOF_MINUTES * 60_000;

it.each([
  [null, false],
  ['', false],
  ['kapan saja', false],
  [ago(0), true],
  [ago(1), true],
  [ago(LONG - 1), true],
  [ago(LONG), false],
  [ago(24 * 60 * 60_000), false],
  [ago(-1), false],
])('a proof of %s is fresh: %s', (provenAt, fresh) => {
  expect(isProofFresh(provenAt, NOW)).toBe(fresh);
});

it('is fresh for a quarter of an hour and never again', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2 * LONG, max: 4 * LONG }), (age) => {
      expect(isProofFresh(ago(age), NOW)).toBe(age >= 0 && age < LONG);
    }),
  );
});

/** What is told of an instrument apart from its words. */
import { expect, it } from 'vitest';
import { instrumentFile } from '#tests/house/instruments';
import { parseInstrument } from './schema';
import { gainDecimals } from './scheme';

it.each([
  [[[[50, 50]]], 2],
  [[[[500, 495, 5]]], 3],
  [[[[9975, 25]]], 4],
  // A third has no end: four decimals are what a page has room for.
  [[[[1, 2]]], 4],
])('indicators that weigh %j bring figures of %i decimals', (weights, decimals) => {
  expect(gainDecimals(parseInstrument(instrumentFile(weights)))).toBe(decimals);
});

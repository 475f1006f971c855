/** What lies over the grey of the predicates is seen there, in both themes. */
import { readFileSync } from 'node:fs';
import { blend, formatHex, wcagContrast } from 'culori';
import { describe, expect, it } from 'vitest';
import { bandOpacity } from './indexAxis';

const css = readFileSync(new URL('../tailwind.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)].map(
    ([, name, light = '', dark = '']) => [name, { light, dark }],
  ),
);
/** The highest predicates are the least that a disc stands out from. */
const PLACES = [0, 1, 2, 3, 4, 9];

describe.each(['light', 'dark'] as const)('predicates in the %s', (theme) => {
  const colour = (name: string) => tokens.get(name)?.[theme] ?? '';
  const ground = (place: number) => {
    const alpha = Math.round(bandOpacity(place) * 255).toString(16);
    return formatHex(blend([colour('surface'), `${colour('muted')}${alpha.padStart(2, '0')}`]));
  };

  it.each(['brand', 'danger', 'ink', 'accent', 'muted'])('%s is seen on each of them', (drawn) => {
    for (const place of PLACES)
      expect(wcagContrast(colour(drawn), ground(place)), String(place)).toBeGreaterThanOrEqual(3);
  });

  it('each is told from the one below', () => {
    for (const place of PLACES.slice(1, 5))
      expect(wcagContrast(ground(place), ground(place - 1)), String(place)).toBeGreaterThan(1.04);
  });
});

/** The colours of levels, measured: as text grounds, in order, and apart for who cannot tell red from green. */
import { readFileSync } from 'node:fs';
import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  parse,
  wcagContrast,
  wcagLuminance,
} from 'culori';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../tailwind.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)].map(
    ([, name, light = '', dark = '']) => [name, { light, dark }],
  ),
);
const LEVELS = [1, 2, 3, 4, 5] as const;
const [withoutRed, withoutGreen] = [filterDeficiencyProt(1), filterDeficiencyDeuter(1)];
const SIGHTS: Readonly<Record<string, (colour: Color) => Color>> = {
  'all colours': (colour) => colour,
  'no red': withoutRed,
  'no green': withoutGreen,
};

function parsed(hex: string): Color {
  const colour = parse(hex);
  if (!colour) throw new Error(`no colour: ${hex}`);
  return colour;
}

describe.each(['light', 'dark'] as const)('levels in the %s', (theme) => {
  const colour = (name: string) => tokens.get(name)?.[theme] ?? '';
  const ramp = LEVELS.map((level) => colour(`level-${String(level)}`));

  it.each(LEVELS)('the figure %i reads on its ground', (level) => {
    const text = colour(`on-level-${String(level)}`);
    expect(wcagContrast(text, colour(`level-${String(level)}`))).toBeGreaterThanOrEqual(4.7);
  });

  it('run in one direction from light to dark or back', () => {
    const lights = ramp.map((hex) => wcagLuminance(hex));
    const sorted = [...lights].sort((a, b) => (theme === 'light' ? b - a : a - b));
    expect(lights).toEqual(sorted);
    expect(new Set(lights).size).toBe(LEVELS.length);
  });

  it.each(Object.entries(SIGHTS))('neighbours are apart for who sees %s', (_, seen) => {
    const distance = differenceCiede2000();
    for (const [index, hex] of ramp.slice(1).entries())
      expect(distance(seen(parsed(ramp[index] ?? '')), seen(parsed(hex)))).toBeGreaterThanOrEqual(6.3);
  });
});

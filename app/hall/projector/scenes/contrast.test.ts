import { readFileSync } from 'node:fs';
import { wcagContrast } from 'culori';
import { describe, expect, it } from 'vitest';

/** The dark half of every colour token, and what the hall itself sets lighter: the hall is always dark. */
const css = readFileSync(new URL('../../../tailwind.css', import.meta.url), 'utf8');
const dark = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\(#\w+, (#[0-9a-f]{6})\);/g)].map(([, name, hex]) => [
    name,
    hex,
  ]),
);
const [, hall = ''] = /@utility hall \{(.*?)\n\}/s.exec(css) ?? [];
for (const [, name = '', hex = ''] of hall.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g))
  dark.set(name, hex);

function contrast(text: string, ground: string): number {
  const [one, other] = [dark.get(text), dark.get(ground)];
  if (one === undefined || other === undefined) throw new Error(`no token ${text} or ${ground}`);
  return wcagContrast(one, other);
}

/** Text on its ground, as the scenes put them together. */
const PAIRS: readonly (readonly [text: string, ...grounds: string[]])[] = [
  ['ink', 'canvas', 'surface', 'sunken', 'accent-soft', 'brand-soft'],
  ['muted', 'canvas', 'surface', 'sunken', 'accent-soft'],
  ['brand', 'canvas', 'surface'],
  ['brand-strong', 'canvas', 'brand-soft'],
  ['accent', 'canvas', 'surface', 'accent-soft'],
  ['success', 'canvas', 'surface', 'success-soft'],
  ['danger', 'canvas', 'surface'],
];

describe('the hall reads every text at 7:1', () => {
  it.each(PAIRS.flatMap(([text, ...grounds]) => grounds.map((ground) => [text, ground] as const)))(
    '%s on %s',
    (text, ground) => {
      expect(contrast(text, ground)).toBeGreaterThanOrEqual(7);
    },
  );
});

it('the hall reads grey as well as other text, for it is lost first', () => {
  expect(hall).toContain('--color-muted');
  expect(contrast('muted', 'canvas')).toBeGreaterThanOrEqual(12);
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The dark half of every colour token: the hall is always dark. */
const css = readFileSync(new URL('../../../tailwind.css', import.meta.url), 'utf8');
const dark = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\(#\w+, (#[0-9a-f]{6})\);/g)].map(([, name, hex]) => [
    name,
    hex,
  ]),
);

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(text: string, ground: string): number {
  const [one, other] = [dark.get(text), dark.get(ground)];
  if (one === undefined || other === undefined) throw new Error(`no token ${text} or ${ground}`);
  const [light = 0, deep = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (deep + 0.05);
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
  ['on-level', 'level-1', 'level-2', 'level-3', 'level-4'],
  ['on-level-5', 'level-5'],
];

describe('the hall reads every text at 7:1', () => {
  it.each(PAIRS.flatMap(([text, ...grounds]) => grounds.map((ground) => [text, ground] as const)))(
    '%s on %s',
    (text, ground) => {
      expect(contrast(text, ground)).toBeGreaterThanOrEqual(7);
    },
  );
});

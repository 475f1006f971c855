/**
 * Takes a headline apart: what it claims, and what it claims it of. The words are replaced by their own names, so that a
 * test looks every claim up in the figures by other means than those it was made with.
 */
import { expect } from 'vitest';
import fc from 'fast-check';
import { z } from 'zod';
import type { Scene } from '~/hall/projector/scene';
import { headlineWords } from '~/hall/projector/scenes/headlineWords';
import { headlineOf, type Teller } from '~/hall/projector/scenes/headlines';

const claim = z.tuple([z.string(), z.record(z.string(), z.string())]);
type Claim = z.infer<typeof claim>;

export const AGENCIES = 6;
export const nameOf = (agency: number) => `Daerah${String(agency)}`;
export const figure = (hundredths: number) => (hundredths / 100).toFixed(2);
export const number = String;

/** Words that only say which they are and what they were given: `join` keeps its parts apart. */
function takenApart(words: object, path: string): object {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]: [string, unknown]) => {
      const name = path === '' ? key : `${path}.${key}`;
      if (name === 'and') {
        return [key, ({ first, second }: Record<string, string>) => `${first ?? ''} & ${second ?? ''}`];
      }
      if (name === 'join') {
        return [key, ({ first, second }: Record<string, string>) => `${first ?? ''}\n${second ?? ''}`];
      }
      if (typeof value === 'string') return [key, JSON.stringify([name, {}])];
      if (typeof value === 'function') {
        return [key, (said: Record<string, string>) => JSON.stringify([name, said])];
      }
      return [key, typeof value === 'object' && value !== null ? takenApart(value, name) : value];
    }),
  );
}

function isWords(value: object): value is Teller['words'] {
  return Object.keys(headlineWords.id).every((key) => key in value);
}

export function claimsOf(content: Scene, hidden: ReadonlySet<number>): readonly Claim[] {
  const words = takenApart(headlineWords.id, '');
  if (!isWords(words)) throw new Error('words are missing');
  const headline = headlineOf(content, {
    words,
    nameOf: (agency) => (hidden.has(agency) ? null : nameOf(agency)),
    figure,
    number,
  });
  for (const agency of hidden) expect(headline ?? '').not.toContain(nameOf(agency));
  return headline === null ? [] : headline.split('\n').map((line) => claim.parse(JSON.parse(line)));
}

export const hiddenOnes = fc
  .subarray(Array.from({ length: AGENCIES }, (_, agency) => agency))
  .map((all) => new Set(all));
/** Few different figures, so that equals are common. */
export const index = fc.constantFrom(100, 200, 250, 300, 500);
export const agencies = fc.subarray(Array.from({ length: AGENCIES }, (_, agency) => agency));
export const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

/** Everything that holds a name in a sentence is somebody of these, and all of them. */
export function expectNames(who: string | undefined, those: readonly number[]): void {
  expect((who ?? '').split(' & ').toSorted()).toEqual(those.map(nameOf).toSorted());
}

export const scale = { bottom: 100, top: 500, bands: [] };
export const averageOf = (complete: number, of: number) => ({
  complete,
  agencies: of,
  mean: null,
  median: null,
});

import { describe, expect, it } from 'vitest';
import { claimReload, isLostChunk } from './lostChunk';

describe('a part of the page that is gone', () => {
  it.each([
    'Failed to fetch dynamically imported module: http://localhost:3000/assets/charts-Ab12.js',
    'error loading dynamically imported module: http://localhost:3000/assets/charts-Ab12.js',
    'Importing a module script failed.',
    'Unable to preload CSS for /assets/charts-Ab12.css',
  ])('is known in every browser: %s', (message) => {
    expect(isLostChunk(new TypeError(message))).toBe(true);
  });

  it('is no bug of ours and no answer of the server', () => {
    for (const other of [new TypeError('x is undefined'), new TypeError('Failed to fetch'), 'Failed', null]) {
      expect(isLostChunk(other)).toBe(false);
    }
  });

  it('loads the page anew once for each version, and never where nothing is remembered', () => {
    const kept = new Map<string, string>();
    const marks = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
    };
    expect(['a', 'a', 'b', 'b'].map((version) => claimReload(marks, version))).toEqual([
      true,
      false,
      true,
      false,
    ]);
    const refuses = () => {
      throw new Error('switched off');
    };
    expect(claimReload({ getItem: refuses, setItem: refuses }, 'a')).toBe(false);
  });
});

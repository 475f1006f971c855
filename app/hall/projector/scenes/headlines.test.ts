/** Headlines as they are read, in both languages. */
import { describe, expect, it } from 'vitest';
import { formatFigure, formatNumber } from '~/i18n';
import { averageOf, scale } from '../../../../tests/house/headlineClaims';
import type { Scene, SceneOf } from '../scene';
import { headlineWords } from './headlineWords';
import { headlineOf } from './headlines';

describe('in words', () => {
  const row = (agency: number, at: number, target: number | null = 320) => ({
    agency,
    rank: 1,
    index: at,
    ceiling: at,
    before: null,
    answered: 47,
    total: 47,
    target,
  });
  const rankingOf = (rows: SceneOf<'ranking'>['rows'], of = 14): Scene => ({
    scene: 'ranking',
    scale,
    yearBefore: null,
    rows,
    unbegun: 0,
    average: averageOf(rows.length, of),
    bands: [],
  });
  const say = (content: Scene, locale: 'id' | 'en', hidden: readonly number[] = []) =>
    headlineOf(content, {
      words: headlineWords[locale],
      nameOf: (agency) =>
        hidden.includes(agency) ? null : (['Banjarmasin', 'Banjarbaru', 'Tapin'][agency] ?? ''),
      figure: (hundredths) => formatFigure(hundredths, locale),
      number: (count) => formatNumber(count, locale),
    });

  it.each([
    [[row(0, 383), row(1, 381), row(2, 210)], [], 'Banjarmasin memimpin; 2 dari 3 lengkap capai target'],
    [
      [row(0, 383), row(1, 383), row(2, 210)],
      [],
      'Banjarmasin dan Banjarbaru memimpin bersama; 2 dari 3 lengkap capai target',
    ],
    [[row(0, 383), row(1, 310, null)], [], 'Banjarmasin memimpin; semua 1 yang bertarget mencapainya'],
    [[row(0, 310), row(1, 299)], [0], 'Indeks tertinggi 3,10; belum ada yang mencapai target'],
    [
      [row(0, 310), row(1, 310), row(2, 299)],
      [1],
      '2 instansi memimpin bersama; belum ada yang mencapai target',
    ],
    [[row(0, 383, null), row(1, 383, null)], [], 'Semua 2 instansi lengkap berindeks 3,83'],
    [[row(0, 383)], [], 'Baru Banjarmasin yang lengkap: indeks 3,83'],
    [[row(0, 383)], [0], 'Baru satu instansi lengkap: indeks 3,83'],
    [[], [], 'Belum ada yang lengkap dari 14 instansi'],
  ])('ranking %#', (rows, hidden, said) => {
    expect(say(rankingOf(rows), 'id', hidden)).toBe(said);
  });

  it('says the same in English', () => {
    expect(say(rankingOf([row(0, 383), row(1, 210)]), 'en')).toBe(
      'Banjarmasin leads; 1 of 2 complete are at their target',
    );
    expect(say(rankingOf([row(0, 383)], 1), 'en')).toBe('Banjarmasin: index 3.83');
  });
});

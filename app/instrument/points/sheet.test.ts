/** The pages that questions are answered on, and how one that was sent is judged. */
import { describe, expect, it } from 'vitest';
import { pointsFile, SMALL } from '#tests/house/points';
import { SMALL_ONE } from '#tests/house/pointsSheets';
import { pagesOf, questionsOn } from './answers';
import { parsePoints } from './schema';
import { judgePoints } from './sheet';

describe('pages', () => {
  it('hold every question once by section, and those of areas once more by stage', () => {
    const pages = pagesOf(SMALL_ONE);
    expect(pages.map(({ code, name }) => `${code} ${name.id}`)).toEqual([
      '1 Kategori',
      '2 II Area 2',
      '3 III Area 3',
      '4 Suplemen',
      't1 Tahap 1',
      't2 Tahap 2',
      't3 Tahap 3',
    ]);
    expect(
      pages.at(4)?.blocks.map(({ heading, questions }) => [heading?.id, questions.map(({ code }) => code)]),
    ).toEqual([
      ['II Area 2', ['2.1', '2.2', '2.3']],
      ['III Area 3', ['3.1']],
    ]);
  });

  it.each([20, 21, 40, 53])('are cut evenly, none above twenty: %i', (count) => {
    const long = {
      ...SMALL[1],
      questions: Array.from({ length: count }, () => [1, 'II'] as const),
      tiers: [{ level: 'II', entry: 0, least: 1, reached: 2 }],
    };
    const points = parsePoints(pointsFile([long]));
    const pages = pagesOf(points).filter(({ by, code }) => by === 'section' && code.startsWith('2'));
    const sizes = pages.map((page) => questionsOn(page).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(count);
    expect(sizes).toHaveLength(Math.ceil(count / 20));
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    expect(pages.at(-1)?.name.id.endsWith(`–${count})`)).toBe(count > 20);
    expect(pages.map(({ code }) => code)).toEqual(count > 20 ? sizes.map((_, at) => `2-${at + 1}`) : ['2']);
  });
});

describe('a page that was sent', () => {
  it('holds the choices of its own questions; what was not sent stays as it is, what was sent empty is emptied', () => {
    const typed = { '2.1': '0', '2.2': '4', '2.3': '', '3.1': '3' };
    expect(judgePoints(SMALL_ONE, '2', typed)).toEqual({
      ok: true,
      figures: { '2.1': 0, '2.2': 4, '2.3': null },
    });
    expect(judgePoints(SMALL_ONE, 't1', typed)).toEqual({
      ok: true,
      figures: { '2.1': 0, '2.2': 4, '2.3': null, '3.1': 3 },
    });
    expect(judgePoints(SMALL_ONE, null, { '1.1': '2', '4.1': '3' })).toEqual({
      ok: true,
      figures: { '1.1': 2, '4.1': 3 },
    });
    expect(judgePoints(SMALL_ONE, 'nowhere', typed)).toEqual({ ok: true, figures: {} });
  });

  it.each([
    ['2.1', '4'],
    ['2.1', '5'],
    ['2.1', '-1'],
    ['2.1', '1,0'],
    ['2.1', 'Penuh'],
    ['1.1', '3'],
    ['4.1', '4'],
  ])('is refused where there is no such choice: %s %s', (code, text) => {
    expect(judgePoints(SMALL_ONE, null, { [code]: text })).toEqual({
      ok: false,
      problems: { [code]: { kind: 'notNumber' } },
    });
  });
});

/** How a page that was sent is judged. */
import { describe, expect, it } from 'vitest';
import { SMALL_ONE } from '#tests/house/pointsSheets';
import { judgePoints } from './sheet';

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

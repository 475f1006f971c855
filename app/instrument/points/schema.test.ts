import { describe, expect, it } from 'vitest';
import { pointsFile, theme } from '#tests/house/points';
import { changedAt, type FilePath } from '#tests/house/wrongFile';
import { parsePoints } from './schema';

/** A right file with one thing changed by its path. */
const changed = (path: FilePath, value: unknown) => changedAt(pointsFile(), path, value);

const band = (code: string, min: number) => ({ code, name: { id: code, en: code }, min });

describe('a file of the kind points', () => {
  it('is read where it is right', () => {
    expect(parsePoints(pointsFile())).toMatchObject({ code: 'poin', kind: 'points' });
    expect(parsePoints(changed(['areas', 0, 'themes'], [theme(1), theme(6)]))).toMatchObject({
      code: 'poin',
    });
  });

  it.each<readonly [FilePath, unknown, string]>([
    [['totals', 'category'], 10, 'totals.category: the file comes to 3, expected 10'],
    [['totals', 'questions'], 175, 'totals.questions: the file comes to 8, expected 175'],
    [['totals', 'points'], 918, 'totals.points: the file comes to 42, expected 918'],
    [['totals', 'supplement'], 27, 'totals.supplement: the file comes to 2, expected 27'],
    [['stages', 1, 0], 1, 'stages[1][0]: starts at 1, expected 0'],
    [['stages', 0, 2], 1, 'stages[0][2]: 1 is not above 1'],
    [
      ['category', 'questions', 1, 'code'],
      '1.3',
      'category.questions[1].code: code is "1.3", expected "1.2"',
    ],
    [['category', 'questions', 1, 'options'], [], 'category.questions[1].options: has 0 choices, expected 3'],
    [['category', 'bands', 0, 'min'], 2, 'category.bands[0].min: starts at 2, expected 3'],
    [['category', 'bands', 1, 'min'], 3, 'category.bands[1].min: 3 is not above 3'],
    [['category', 'bands', 1, 'min'], 16, 'category.bands[1].min: 16 is above the highest points 15'],
    [['category', 'bands', 1, 'code'], 'rendah', 'category.bands[1].code: code "rendah" is used twice'],
    [
      ['category', 'bands'],
      [band('rendah', 3), band('tinggi', 8), band('strategis', 12)],
      'statusFrom: has 2 categories, expected 3',
    ],
    [['statuses', 1, 'code'], 'kurang', 'statuses[1].code: code "kurang" is used twice'],
    [
      ['statusFrom', 1, 'category'],
      'rendah',
      'statusFrom[1].category: category is "rendah", expected "tinggi"',
    ],
    [['statusFrom', 0, 'points'], [0, 9], 'statusFrom[0].points: has 2 statuses, expected 3'],
    [['statusFrom', 0, 'points', 0], 1, 'statusFrom[0].points[0]: starts at 1, expected 0'],
    [['statusFrom', 0, 'points', 2], 14, 'statusFrom[0].points[2]: 14 is not above 14'],
    [['statusFrom', 0, 'points', 2], 43, 'statusFrom[0].points[2]: 43 is above the highest points 42'],
    [['levels', 1, 'code'], 'I', 'levels[1].code: code "I" is used twice'],
    [['areas', 1, 'code'], 'II', 'areas[1].code: code "II" is used twice'],
    [['areas', 1, 'no'], 4, 'areas[1].no: no is 4, expected 3'],
    [['areas', 0, 'points'], 40, 'areas[0].points: its questions come to 33, expected 40'],
    [['areas', 0, 'gate'], undefined, 'areas[0].gate: the last stage needs a gate'],
    [['areas', 1, 'gate'], 3, 'areas[1].gate: there is nothing behind the gate'],
    [['areas', 0, 'gate'], 16, 'areas[0].gate: gate 16 is above the 15 of the stages before it'],
    [['areas', 0, 'floor'], 34, 'areas[0].floor: floor 34 is above the 33 of the area'],
    [['areas', 0, 'themes'], [theme(2)], 'areas[0].themes[0].from: the first theme starts at 2, expected 1'],
    [['areas', 0, 'themes'], [theme(1), theme(1)], 'areas[0].themes[1].from: from 1 is not above 1'],
    [['areas', 0, 'themes'], [theme(1), theme(7)], 'areas[0].themes[1].from: there is no question 7'],
    [
      ['areas', 0, 'questions', 2, 'code'],
      '2.2',
      'areas[0].questions[2].code: code is "2.2", expected "2.3"',
    ],
    [['areas', 0, 'tiers', 1, 'level'], 'IV', 'areas[0].tiers[1].level: level is "IV", expected "III"'],
    [['areas', 0, 'tiers', 0, 'least'], 6, 'areas[0].tiers[0].least: least 6 is not below 6'],
    [
      ['areas', 0, 'tiers', 2, 'reached'],
      10,
      'areas[0].tiers[2].reached: reached 10 is above the 9 of the tier',
    ],
    [
      ['areas', 0, 'tiers', 0, 'entry'],
      1,
      'areas[0].tiers[0].entry: the lowest tier has the entry 1, expected 0',
    ],
    [
      ['areas', 0, 'tiers', 1, 'entry'],
      5,
      'areas[0].tiers[1].entry: entry 5 is below the 6 that reach the tier before',
    ],
    [
      ['areas', 0, 'tiers', 1, 'entry'],
      10,
      'areas[0].tiers[1].entry: entry 10 is above what the tier before has',
    ],
    [['supplement', 'no'], 9, 'supplement.no: no is 9, expected 4'],
    [
      ['supplement', 'questions', 0, 'code'],
      '4.2',
      'supplement.questions[0].code: code is "4.2", expected "4.1"',
    ],
    [['states'], [], 'states: Too small: expected array to have exactly 4 items'],
    [['kind'], 'metrics', 'kind: Invalid input: expected "points"'],
  ])('is refused with its place: %o as %o', (path, value, message) => {
    expect(() => parsePoints(changed(path, value))).toThrow(message);
  });

  it('is refused where a question is of a stage or a tier that is not there', () => {
    expect(() => parsePoints(changed(['areas', 1, 'questions', 1, 'stage'], 4))).toThrow(
      'areas[1].questions[1].stage: there is no stage 4',
    );
    expect(() => parsePoints(changed(['areas', 1, 'questions', 1, 'level'], 'IV'))).toThrow(
      'areas[1].questions[1].level: level "IV" is not a tier of the area',
    );
  });

  it('needs no gate where there is one stage only', () => {
    const flat = {
      questions: [[1, 'II']] as const,
      tiers: [{ level: 'II', entry: 0, least: 1, reached: 2 }],
    };
    const file = { ...pointsFile([flat]), stages: [[0, 1, 2, 3]], statusFrom: [] };
    expect(() => parsePoints(file)).toThrow('statusFrom: has 0 categories, expected 2');
    expect(() => parsePoints(file)).not.toThrow('gate');
  });
});

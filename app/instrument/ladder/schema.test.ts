import { describe, expect, it } from 'vitest';
import { ladderFile, smallLadder } from '#tests/house/ladder';
import { changedAt, type FilePath, problemsOf } from '#tests/house/wrongFile';
import { parseLadder } from './schema';

/** A right file with one thing changed by its path. */
const changed = (path: FilePath, value: unknown) =>
  changedAt(ladderFile([[2, 1, 1], null], [60, 40]), path, value);

const item = (code: string, more: object = {}) => ({
  code,
  name: { id: 'Butir', en: 'Item' },
  role: 'main',
  confidence: 'proposal',
  ...more,
});
const ITEMS = ['aspects', 0, 'indicators', 0, 'rungs', 0, 'items'] as const;
const CONVERSION = ['aspects', 1, 'indicators', 0, 'external', 'conversion'] as const;
const AT = 'aspects[0].indicators[0]';

describe('a file of the kind ladder', () => {
  it('is read where it is right', () => {
    expect(parseLadder(changed(['version'], '1.0.0'))).toMatchObject({ code: 'tangga', kind: 'ladder' });
  });

  it.each<readonly [string, FilePath, unknown, string]>([
    [
      'weights',
      ['aspects', 0, 'indicators', 0, 'weight'],
      59,
      'aspects: indicator weights sum to 99, expected 100',
    ],
    ['aspect no', ['aspects', 1, 'no'], 3, 'aspects[1].no (Aspek 3): no is 3, expected 2'],
    ['indicator no', ['aspects', 0, 'indicators', 0, 'no'], 2, `${AT}.no (Indikator 2): no is 2, expected 1`],
    ['level no', ['levels', 1, 'level'], 3, 'levels[1].level: level is 3, expected 2'],
    ['tops', ['levels', 1, 'top'], 150, 'levels[1].top: top 150 is not above 150'],
    ['lowest band', ['bands', 0, 'min'], 90, 'bands[0].min: the lowest band starts at 90, expected 100'],
    ['band order', ['bands', 2, 'min'], 150, 'bands[2].min: min 150 is not above 150'],
    ['band too high', ['bands', 2, 'min'], 351, 'bands[2].min: min 351 is above the highest value 350'],
    ['band twice', ['bands', 1, 'code'], 'pita-1', 'bands[1].code: code "pita-1" is used twice'],
    [
      'levels of an indicator',
      ['aspects', 0, 'indicators', 0, 'rungs'],
      [],
      `${AT}.rungs (Indikator 1): has 0 levels, expected 3`,
    ],
    ['no item', [...ITEMS], [], `${AT}.rungs[0].items (Indikator 1): a level needs a main item`],
    [
      'item of another level',
      [...ITEMS, 1, 'code'],
      'I1-L2-09',
      `${AT}.rungs[0].items[1].code (Indikator 1): code "I1-L2-09" is not "I1-L1-" and two digits`,
    ],
    [
      'item twice',
      [...ITEMS, 1, 'code'],
      'I1-L1-01',
      `${AT}.rungs[0].items[1].code (Indikator 1): code "I1-L1-01" is used twice`,
    ],
    [
      'points of some',
      [...ITEMS],
      [item('I1-L1-01', { points: 50 }), item('I1-L1-02')],
      `${AT}.rungs[0].items (Indikator 1): points are given to some main items only`,
    ],
    [
      'points',
      [...ITEMS],
      [item('I1-L1-01', { points: 30 }), item('I1-L1-02', { points: 10 })],
      `${AT}.rungs[0].items (Indikator 1): points sum to 40, expected 50`,
    ],
    [
      'points of a supporting item',
      [...ITEMS],
      [item('I1-L1-01'), item('I1-L1-02', { role: 'supporting', points: 1 })],
      `${AT}.rungs[0].items[1].points (Indikator 1): a supporting item counts nothing`,
    ],
    [
      'items beside a score',
      ['aspects', 1, 'indicators', 0, 'rungs', 0, 'items'],
      [item('I2-L1-01')],
      'aspects[1].indicators[0].rungs[0].items (Indikator 2): a score from outside needs no main items',
    ],
    [
      'scores in order',
      [...CONVERSION, 1],
      [0, 150],
      'aspects[1].indicators[0].external.conversion[1] (Indikator 2): score 0 is not above 0',
    ],
    [
      'values in order',
      [...CONVERSION, 1],
      [2500, 99],
      'aspects[1].indicators[0].external.conversion[1] (Indikator 2): value 99 is below 100',
    ],
    [
      'first value',
      [...CONVERSION, 0],
      [0, 110],
      'aspects[1].indicators[0].external.conversion[0] (Indikator 2): starts at 110, expected 100',
    ],
    [
      'last value',
      [...CONVERSION, 2],
      [10000, 340],
      'aspects[1].indicators[0].external.conversion[2] (Indikator 2): ends at 340, expected 350',
    ],
  ])('is refused for its %s', (_, path, value, message) => {
    expect(problemsOf(parseLadder, changed(path, value))).toContain(message);
  });
});

describe('the limits of a ladder', () => {
  const INDICATOR = ['aspects', 0, 'indicators', 0] as const;
  const refusedFor = (path: FilePath, value: unknown) => problemsOf(parseLadder, changed(path, value));

  it.each<readonly [string, FilePath, unknown]>([
    [
      'an item that adds nothing',
      [...ITEMS],
      [item('I1-L1-01', { points: 0 }), item('I1-L1-02', { points: 50 })],
    ],
    ['a band that begins at the highest value', ['bands', 2, 'min'], 350],
    ['a code of one letter', [...INDICATOR, 'code'], 'I1'],
    ['scores that change nothing for a while', [...CONVERSION, 1], [2500, 100]],
    ['a topic of statistics', ['agenda'], 'statistics'],
    ['a topic of cryptography', ['agenda'], 'cryptography'],
    [
      'a supporting item beside a score',
      ['aspects', 1, 'indicators', 0, 'rungs', 0, 'items'],
      [item('I2-L1-01', { role: 'supporting' })],
    ],
  ])('take %s', (_, path, value) => {
    expect(refusedFor(path, value)).toEqual([]);
  });

  it.each(['i1', '1I', 'xI1', 'I1x', 'I-1', ''])('take no code such as “%s” for an indicator', (code) => {
    expect(refusedFor([...INDICATOR, 'code'], code)).toContain(
      'aspects[0].indicators[0].code (Indikator 1): code must be capital letters and digits',
    );
  });

  it.each(['I1-L1-1', 'I1-L1-001', 'I1-L1-x01', 'I1-L1-01x', 'I1-L1-'])(
    'take no code such as “%s” for an item',
    (code) => {
      expect(refusedFor([...ITEMS, 0, 'code'], code)).toEqual([
        `${AT}.rungs[0].items[0].code (Indikator 1): code "${code}" is not "I1-L1-" and two digits`,
      ]);
    },
  );

  it('take indicators of long codes, of which each item says its own', () => {
    const file = JSON.stringify(ladderFile([[2, 1, 1], null], [60, 40])).replaceAll('I1', 'AB12');
    expect(problemsOf(parseLadder, JSON.parse(file))).toEqual([]);
  });

  it('want somebody who gives a score', () => {
    expect(refusedFor(['aspects', 1, 'indicators', 0, 'external', 'steward'], ' ')).toEqual([
      'aspects[1].indicators[0].external.steward (Indikator 2): steward must not be empty',
    ]);
  });

  it('take several indicators in one aspect', () => {
    expect(problemsOf(parseLadder, smallLadder())).toEqual([]);
  });

  it('take no indicator of more levels than there are', () => {
    const [aspect] = ladderFile([[2, 1, 1]], [100]).aspects;
    const more = { criterion: { id: 'Lagi', en: 'More' }, items: [item('I1-L4-01', { points: 10 })] };
    expect(refusedFor([...INDICATOR, 'rungs'], [...(aspect?.indicators[0]?.rungs ?? []), more])).toEqual([
      `${AT}.rungs (Indikator 1): has 4 levels, expected 3`,
    ]);
  });

  it('refuse steps whose values would not be exact', () => {
    const outside = (step: number) => [
      [0, 100],
      [step, 150],
      [10_000, 350],
    ];
    const file = ladderFile([null, null, [1, 1, 1]], [50, 30, 20]);
    const withSteps = (one: number, two: number) =>
      changedAt(
        changedAt(file, ['aspects', 0, 'indicators', 0, 'external', 'conversion'], outside(one)),
        ['aspects', 1, 'indicators', 0, 'external', 'conversion'],
        outside(two),
      );
    expect(problemsOf(parseLadder, withSteps(2500, 5000))).toEqual([]);
    // 9973, 27, 9967 and 33 have no divisor in common but 3.
    expect(problemsOf(parseLadder, withSteps(9973, 9967))).toEqual([
      'aspects: the steps within levels have no common measure small enough',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { ladderFile } from '#tests/house/ladder';
import { parseLadder } from './schema';

/** A right file with one thing changed by its path. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const file: unknown = structuredClone(ladderFile([[2, 1, 1], null], [60, 40]));
  let at = file;
  for (const key of path.slice(0, -1)) at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : at;
  const last = path.at(-1);
  if (typeof at === 'object' && at !== null && last !== undefined) Reflect.set(at, last, value);
  return file;
}

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

  it.each<readonly [string, readonly (string | number)[], unknown, string]>([
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
    expect(() => parseLadder(changed(path, value))).toThrow(new RegExp(`^${escape(message)}$`, 'm'));
  });
});

const escape = (message: string) => message.replace(/[[\]().]/g, String.raw`\$&`);

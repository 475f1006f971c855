/** What a file may hold and what it may not, field by field, at the edges of what is allowed. */
import { describe, expect, it } from 'vitest';
import { InstrumentError } from './fileReader';
import { parseInstrument } from './schema';
import { instrumentFile } from '#tests/house/instruments';

const WEIGHTS = [[[300, 200]], [[100, 150, 150], [100]]];
const DOMAIN = 'domains.0';
const ASPECT = `${DOMAIN}.aspects.0`;
const INDICATOR = `${ASPECT}.indicators.0`;
const TEXT = { id: 'ya', en: 'yes' };
const texts = (count: number) => Array.from({ length: count }, () => TEXT);

/** Writes a value to a place such as `scales.0.code`. */
function put(file: object, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const owner = keys.reduce<object>((node, key) => {
    const next: unknown = Reflect.get(node, key);
    if (typeof next !== 'object' || next === null) throw new Error(`nothing at ${path}`);
    return next;
  }, file);
  Reflect.set(owner, last, value);
}

function problemsWith(path: string, value: unknown): readonly string[] {
  const file = instrumentFile(WEIGHTS);
  put(file, path, value);
  try {
    parseInstrument(file);
    return [];
  } catch (error) {
    if (!(error instanceof InstrumentError)) throw error;
    return error.problems.map(({ place, message }) => `${place}: ${message}`);
  }
}
/** `domains.0.name` as problems name it: `domains[0].name`. */
const shownPlace = (path: string) => path.replace(/\.(\d+)/g, '[$1]');

describe('an instrument file', () => {
  it.each<[string, readonly unknown[]]>([
    ['code', ['Spbe', 'spbe_2020', 'a--b', '-a', 'a-', 'a b', '']],
    ['version', ['1.0', '1.0.0.0', 'v1.0.0', '1.0.0-x', '1.a.0']],
    ['kind', ['points']],
    ['level.min', [-1, 0.5]],
    ['level.max', [101, 4.5]],
    ['level.unit', [0, 1001, 1.5]],
    ['weightTotal', [0, 1_000_001, 999.5]],
    ['scales', [[]]],
    ['predicates', [[]]],
    ['predicates.1.minHundredths', [-1, 100.5]],
    ['domains', [[]]],
    [`${DOMAIN}.no`, [0, 1.5]],
    [`${DOMAIN}.scale`, ['Process']],
    [`${DOMAIN}.aspects`, [[]]],
    [`${ASPECT}.indicators`, [[]]],
    [`${INDICATOR}.weight`, [0, 1_000_001]],
    [`${INDICATOR}.scoredBy`, ['somebody']],
    [`${INDICATOR}.criteria.0.level`, [1.5]],
    [`${INDICATOR}.criteria.0.evidence`, [[], texts(31)]],
    [`${INDICATOR}.criteria.0.note`, ['catatan', null, { id: 'catatan' }, { id: 'catatan', en: ' ' }]],
    [`${INDICATOR}.source.confidence`, ['guessed']],
    [`${INDICATOR}.source.citation`, ['', ' ']],
    [`${INDICATOR}.source.read.0`, [' ']],
    [`${INDICATOR}.source.note`, [null]],
    ['regulation.status', ['draft']],
    ['regulation.citation', ['', ' ']],
    ['regulation.repealedBy', ['', ' ']],
    ['name.id', ['', ' ']],
    ['shortName.en', [7]],
  ])('takes no other %s', (path, values) => {
    for (const value of values) {
      expect(problemsWith(path, value).join('\n'), JSON.stringify(value)).toContain(shownPlace(path));
    }
  });

  it.each<[string, readonly unknown[]]>([
    ['code', ['a', '9', 'spbe-2020', 'a-b-c']],
    ['version', ['0.0.1', '10.20.30']],
    ['level.unit', [1, 1000]],
    [`${INDICATOR}.scoredBy`, ['self', 'external', 'computed']],
    [`${INDICATOR}.criteria.0.evidence`, [texts(1), texts(30)]],
    [`${INDICATOR}.criteria.0.note`, [undefined, { id: 'catatan', en: 'note' }]],
    [`${INDICATOR}.source.confidence`, ['sourced', 'generic']],
    [`${INDICATOR}.source.read`, [[], ['owner/repo:path', 'lain']]],
    [`${INDICATOR}.source.note`, ['', 'catatan']],
    ['regulation.status', ['repealed', 'in-force']],
    ['regulation.repealedBy', ['PermenPANRB 8/2026']],
  ])('takes every %s that is allowed', (path, values) => {
    for (const value of values) expect(problemsWith(path, value)).toEqual([]);
  });

  it.each([
    '',
    'name.',
    'regulation.',
    'level.',
    'scales.0.',
    'scales.0.levels.0.',
    'predicates.0.',
    `${DOMAIN}.`,
    `${ASPECT}.`,
    `${INDICATOR}.`,
    `${INDICATOR}.criteria.0.`,
    `${INDICATOR}.source.`,
  ])('takes nothing beside its fields: %sx', (owner) => {
    expect(problemsWith(`${owner}x`, 1).join('\n')).toContain('Unrecognized key: "x"');
  });

  it('says what a field should look like', () => {
    const said = (path: string, value: unknown) => problemsWith(path, value).join('\n');
    expect(said('code', 'Spbe')).toBe('code: code must be words of a-z and 0-9 joined by "-"');
    expect(said('version', '1')).toBe('version: version must look like 1.0.0');
    expect(said('name.id', ' ')).toBe('name.id: text must not be empty');
    expect(said('regulation.citation', '')).toBe('regulation.citation: citation must not be empty');
    expect(said(`${INDICATOR}.source.citation`, '')).toBe(
      'domains[0].aspects[0].indicators[0].source.citation (Indikator 1): citation must not be empty',
    );
  });

  it('may have as few and as many levels, and as much weight, as can be computed exactly', () => {
    for (const level of [
      { min: 0, max: 1 },
      { min: 99, max: 100 },
      { min: 0, max: 100 },
    ]) {
      expect(parseInstrument(instrumentFile([[[1]]], level)).level).toEqual({ ...level, unit: 1 });
    }
    const heaviest = [[[1_000_000]]];
    expect(parseInstrument(instrumentFile(heaviest)).weightTotal).toBe(1_000_000);
    const one = instrumentFile(WEIGHTS, { min: 2, max: 2 });
    expect(() => parseInstrument(one)).toThrow('level: max 2 is not above min 2');
  });
});

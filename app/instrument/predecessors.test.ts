/** Which earlier indicators a file may name, whatever its kind, and which of them the open part of a sheet shows. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LAPOR, WHOLE } from '#tests/house/house';
import { ladderFile } from '#tests/house/ladder';
import { pointsFile } from '#tests/house/points';
import { type AnyInstrument, InstrumentError, parseAnyInstrument, unknownPredecessors } from '~/instrument';
import { isTopic, kindOf } from './topic';

const about = { id: 'Arsitektur', en: 'Architecture' };
const source = { confidence: 'proposal', citation: 'Usulan alat ini' };
type Pair = Readonly<Record<string, unknown>>;
const pair = (codes: readonly string[], indicators: readonly number[], more: Pair = {}): Pair => ({
  codes,
  instrument: 'spbe-2020',
  indicators,
  about,
  ...more,
});

const FILES = {
  ladder: ladderFile([[2, 1, 1], null], [60, 40]),
  points: pointsFile(),
  metrics: { ...LAPOR },
};
/** Something that each of them asks. */
const ASKED = { ladder: 'I1', points: '1.1', metrics: 'received' } as const;
const withPairs = (kind: keyof typeof FILES, pairs: readonly Pair[]): unknown => ({
  ...FILES[kind],
  predecessors: { source, pairs },
});

function problemsOf(file: unknown): string {
  try {
    parseAnyInstrument(file);
    return '';
  } catch (error) {
    if (error instanceof InstrumentError) return error.message;
    throw error;
  }
}

describe('predecessors in a file', () => {
  it.each([
    ['ladder', ['I1', 'I1-L2-01', 'I2']],
    ['points', ['1.1', '2.6', '4.2']],
    ['metrics', ['received', 'resolved']],
  ] as const)('of the kind %s may be of whatever it asks', (kind, codes) => {
    expect(problemsOf(withPairs(kind, [pair(codes, [1, 47])]))).toBe('');
  });

  it.each([
    ['ladder', 'I1-L1-09'],
    ['ladder', 'I1-asesor'],
    ['ladder', 'aspek-1'],
    ['points', '2.9'],
    ['points', 'II'],
    ['metrics', 'resolved-share'],
  ] as const)('of the kind %s are of nothing called %s', (kind, code) => {
    const right = ASKED[kind];
    expect(problemsOf(withPairs(kind, [pair([right], [1]), pair([right, code], [2])]))).toBe(
      `predecessors.pairs[1].codes[1]: nothing here has the code "${code}"`,
    );
  });

  it.each<readonly [string, readonly Pair[], string]>([
    [
      'twice in one pair',
      [pair(['I1'], [3, 3])],
      'predecessors.pairs[0].indicators[1]: indicator 3 of "spbe-2020" is named twice for "I1"',
    ],
    [
      'twice in two',
      [pair(['I1'], [2, 3]), pair(['I2', 'I1'], [3])],
      'predecessors.pairs[1].indicators[0]: indicator 3 of "spbe-2020" is named twice for "I1"',
    ],
    [
      'its own',
      [pair(['I1'], [1], { instrument: 'tangga' })],
      'predecessors.pairs[0].instrument: "tangga" is this instrument itself',
    ],
  ])('are named once, and of another instrument: %s', (_, pairs, problem) => {
    expect(problemsOf(withPairs('ladder', pairs))).toBe(problem);
  });

  it('may name one indicator for several codes, and several for one', () => {
    const pairs = [
      pair(['I1', 'I2'], [3, 4]),
      pair(['I1'], [3], { instrument: 'spbe-2018' }),
      pair(['I1-L1-01'], [3]),
    ];
    expect(problemsOf(withPairs('ladder', pairs))).toBe('');
  });

  it('say each thing that is wrong where it is', () => {
    const pairs = [
      pair(['I1'], [1]),
      pair(['I9', 'I1'], [1, 2], { instrument: 'tangga' }),
      pair(['I1'], [1]),
    ];
    expect(problemsOf(withPairs('ladder', pairs)).split('\n')).toEqual([
      'predecessors.pairs[1].instrument: "tangga" is this instrument itself',
      'predecessors.pairs[1].codes[0]: nothing here has the code "I9"',
      'predecessors.pairs[2].indicators[0]: indicator 1 of "spbe-2020" is named twice for "I1"',
    ]);
  });

  const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

  it.each<readonly [string, Pair]>([
    ['codes', pair([], [1])],
    ['codes', pair(numbers(21).map(String), [1])],
    ['indicators', pair(['I1'], [])],
    ['indicators', pair(['I1'], numbers(21))],
    ['indicators[0]', pair(['I1'], [0])],
    ['indicators[1]', pair(['I1'], [1, 1.5])],
    ['instrument', pair(['I1'], [1], { instrument: 'SPBE 2020' })],
    ['about.en', pair(['I1'], [1], { about: { ...about, en: ' ' } })],
  ])('have every part, and not too much of it: %s', (place, wrong) => {
    expect(problemsOf(withPairs('ladder', [wrong]))).toMatch(`predecessors.pairs[0].${place}: `);
  });

  it('have nothing beside what is known', () => {
    expect(problemsOf(withPairs('ladder', [pair(['I1'], [1], { sure: true })]))).toBe(
      'predecessors.pairs[0]: Unrecognized key: "sure"',
    );
    expect(
      problemsOf({ ...FILES.ladder, predecessors: { source, pairs: [pair(['I1'], [1])], sure: true } }),
    ).toBe('predecessors: Unrecognized key: "sure"');
  });

  it('are twenty codes, twenty indicators and two hundred pairs at most', () => {
    const wide = ladderFile([[9, 8, 1], null], [60, 40]);
    const items = [9, 8, 1].flatMap((count, at) => numbers(count).map((no) => `I1-L${at + 1}-0${no}`));
    const pairs = [pair([...items, 'I1', 'I2'], numbers(20))];
    expect(problemsOf({ ...wide, predecessors: { source, pairs } })).toBe('');
    const each = (count: number) => numbers(count).map((no) => pair(['I1'], [no]));
    expect(problemsOf(withPairs('ladder', each(200)))).toBe('');
    expect(problemsOf(withPairs('ladder', each(201)))).toMatch(/^predecessors\.pairs: /);
    expect(problemsOf(withPairs('ladder', []))).toMatch(/^predecessors\.pairs: /);
  });

  it('stand on a source, and may be left out as a whole', () => {
    expect(problemsOf({ ...FILES.ladder, predecessors: { pairs: [pair(['I1'], [1])] } })).toMatch(
      /^predecessors\.source: /,
    );
    for (const file of Object.values(FILES)) expect(problemsOf(file)).toBe('');
  });

  it('are told with their source among what the topic stands on', () => {
    for (const kind of ['ladder', 'points', 'metrics'] as const) {
      const topic = parseAnyInstrument(withPairs(kind, [pair([ASKED[kind]], [1])]));
      const last = isTopic(topic) ? kindOf(topic).sources.at(-1) : null;
      expect(last?.name.id).toBe('Kaitan dengan instrumen sebelumnya');
    }
  });
});

describe('predecessors against what is published', () => {
  const known = new Map<string, AnyInstrument>([WHOLE, LAPOR].map((one) => [one.code, one]));
  const unknown = (instrument: AnyInstrument) =>
    unknownPredecessors(instrument, (code) => known.get(code) ?? null).map(
      ({ place, message }) => `${place}: ${message}`,
    );

  it('are indicators that are there', () => {
    const file = withPairs('ladder', [
      pair(['I1'], [47, 48]),
      pair(['I1'], [1], { instrument: 'spbe-2010' }),
      pair(['I1'], [1], { instrument: LAPOR.code }),
    ]);
    expect(unknown(parseAnyInstrument(file))).toEqual([
      'predecessors.pairs[0].indicators[1]: there is no indicator 48 in "spbe-2020"',
      'predecessors.pairs[1].instrument: instrument "spbe-2010" is not known',
      `predecessors.pairs[2].instrument: instrument "${LAPOR.code}" has no levels`,
    ]);
  });

  it('are there for every file that the product comes with', () => {
    const folder = new URL('../../seeds/instruments/', import.meta.url);
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(files.length).toBeGreaterThan(8);
    for (const name of files)
      expect(unknown(parseAnyInstrument(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))))).toEqual(
        [],
      );
  });
});

describe('what the open part shows of them', () => {
  const on = (kind: keyof typeof FILES, pairs: readonly Pair[], part: string | null) => {
    const topic = parseAnyInstrument(withPairs(kind, pairs));
    const shown = isTopic(topic) ? kindOf(topic).predecessors?.on(part) : null;
    return shown?.map(({ codes, indicators }) => [codes, indicators]);
  };

  it('is what names the part or something on it; the part itself needs no name', () => {
    const pairs = [pair(['I1'], [1]), pair(['I1-L2-01', 'I2'], [2]), pair(['I1-L1-01', 'I1'], [3])];
    expect(on('ladder', pairs, 'I1')).toEqual([
      [[], [1]],
      [['I1-L2-01'], [2]],
      [['I1-L1-01'], [3]],
    ]);
    expect(on('ladder', pairs, 'I2')).toEqual([[[], [2]]]);
  });

  it('is on every page that asks the question', () => {
    const pairs = [pair(['1.1'], [1]), pair(['2.1'], [2])];
    expect(on('points', pairs, '1')).toEqual([[['1.1'], [1]]]);
    expect(on('points', pairs, '2')).toEqual([[['2.1'], [2]]]);
    expect(on('points', pairs, 't1')).toEqual([[['2.1'], [2]]]);
    expect(on('points', pairs, '3')).toEqual([]);
  });

  it('is all of it where the sheet is one page, and nothing where the file names none', () => {
    expect(on('metrics', [pair(['received'], [42])], null)).toEqual([[['received'], [42]]]);
    expect(kindOf(LAPOR).predecessors).toBeNull();
  });
});

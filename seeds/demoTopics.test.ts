/** The figures that the demo makes up: two years of the same agencies, which have moved in both directions. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { movementOf, parseAnyInstrument, type Quantity } from '~/instrument';
import { type Figures, isTopic, kindOf, type Topic } from '~/instrument/topic';
import { type Area, readArea } from '~/topics/index.server';
import { demoChances } from './demo';
import { demoSheets } from './demoTopics';
import { INSTRUMENT_FILES } from './index';

const FOLDER = new URL('./instruments/', import.meta.url);
/** In the order of the demo: one after the other they are drawn from the same stream. */
const TOPICS = INSTRUMENT_FILES.map((file) =>
  parseAnyInstrument(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))),
).filter(isTopic);
const AGENCIES = [
  '63',
  ...['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '71', '72'].map((no) => `63.${no}`),
];

const areas = new Map(await Promise.all(AGENCIES.map(async (code) => [code, await readArea(code)] as const)));

interface Told {
  readonly values: readonly (Quantity | null)[];
  readonly problems: readonly string[];
  readonly isComplete: boolean;
}

/** What each agency's sheet of a topic comes to, with what its registers count. */
function told(topics: readonly Topic[], year: number): ReadonlyMap<string, Told> {
  const codesOf = (area: Area) => ({
    districts: area.districts.map(({ code }) => code),
    villages: area.villages.map(({ code }) => code),
  });
  return new Map(
    [...areas].flatMap(([code, area]) =>
      demoSheets(topics, { code, area, ...demoChances(code) }, year).map(
        ({ topic, figures, registers }): [string, Told] => {
          const { contradictions, outcome, registers: kept, values } = kindOf(topic);
          const whole = registers.reduce<Figures>(
            (all, { register, rows }) => ({
              ...all,
              ...kept?.count(register, { rows: { [register.code]: rows }, area: codesOf(area), year }),
            }),
            figures,
          );
          const { filled, total } = outcome(whole);
          return [
            `${topic.code} ${code}`,
            {
              values: values(whole),
              problems: Object.keys(contradictions(whole)),
              isComplete: filled === total,
            },
          ];
        },
      ),
    ),
  );
}

const NOW = told(TOPICS, 2025);
const BEFORE = told(TOPICS, 2024);

it('draws as much in both years, so that an agency stays itself', () => {
  // The topics of both years.
  const topics = TOPICS.filter(({ code }) => code !== 'pemdi-2026');
  for (const [code, area] of areas) {
    const [next, after] = [2024, 2025].map((year) => {
      const chances = demoChances(code);
      demoSheets(topics, { code, area, ...chances }, year);
      return chances.random();
    });
    // One has not begun this year, and draws no rows for it.
    if (NOW.has(`kim ${code}`)) expect([code, next]).toEqual([code, after]);
  }
});

/** The sheets of this year and the year before, of each agency that has both. */
const pairsOf = (topic: Topic) =>
  AGENCIES.flatMap((code) => {
    const [now, before] = [NOW, BEFORE].map((year) => year.get(`${topic.code} ${code}`));
    return now && before ? [{ now, before }] : [];
  });

it.each(TOPICS)('the demo of $code contradicts itself nowhere', (topic) => {
  const problems = pairsOf(topic).flatMap(({ now, before }) => [...now.problems, ...before.problems]);
  expect(problems).toEqual([]);
});

// Pemdi is too new for a year before: the demo has none there.
describe.each(TOPICS.filter(({ code }) => code !== 'pemdi-2026'))('the demo of $code', (topic) => {
  const pairs = pairsOf(topic);

  it('is complete in the year before', () => {
    expect(pairs.every(({ before }) => before.isComplete)).toBe(true);
  });

  it('has moved to the better here and to the worse there', () => {
    const { columns, headline } = kindOf(topic);
    columns.forEach((column, at) => {
      if (column.direction === 'neither') return;
      const moves = pairs.flatMap(({ now, before }) => {
        const [is, was] = [now.values[at], before.values[at]];
        return now.isComplete && is && was ? [movementOf(is, was)?.isBetter ?? null] : [];
      });
      expect({ column: column.code, moved: moves.includes(true) }).toEqual({
        column: column.code,
        moved: true,
      });
      if (column.code === headline.code) expect(moves).toContain(false);
    });
  });
});

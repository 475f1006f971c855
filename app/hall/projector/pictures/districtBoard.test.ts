/** The board of a topic and its districts add up the same things: what is in one sum and not in the other is said. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Topic as TableTopic, wholesOf } from '~/hall/table/index.server';
import { parseAnyInstrument, type Quantity } from '~/instrument';
import { countsOf, type RowCells, typedFieldsOf } from '~/instrument/metrics';
import { isTopic, kindOf } from '~/instrument/topic';
import { pickDistricts } from './districtBoard';

const file = new URL('../../../../seeds/instruments/konektivitas.json', import.meta.url);
const signal = parseAnyInstrument(JSON.parse(readFileSync(file, 'utf8')));
if (!isTopic(signal) || signal.kind !== 'metrics') throw new Error('konektivitas is no topic of measures');
const kind = kindOf(signal);
const board = kind.districts;
if (!board) throw new Error('no board of districts');
const typed = Object.fromEntries(typedFieldsOf(signal).map(({ code }) => [code, 1]));

const VILLAGE = { phone: 'strong', internet: '4g', office: 'working', plan: 'no-plan' };
/** A village with signal, one without, one that nobody wrote down. */
const village = fc.constantFrom<RowCells>(
  VILLAGE,
  VILLAGE,
  { ...VILLAGE, phone: 'none', internet: 'none' },
  { ...VILLAGE, phone: 'none', internet: 'none' },
  {},
);
const regency = fc.record({
  districts: fc.array(fc.array(village, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
  hasTyped: fc.boolean(),
});

const counted = (numerator: number): Quantity => ({
  numerator,
  denominator: 1,
  unit: 'count',
  decimals: 0,
  direction: 'lower',
});

it('what the board says of the complete ones is what the districts of these come to', () => {
  fc.assert(
    fc.property(fc.array(regency, { minLength: 1, maxLength: 6 }), (regencies) => {
      const sheets = regencies.map(({ districts, hasTyped }, at) => {
        const code = `63.${String(at + 10)}`;
        const names = districts.map((_, place) => `${code}.${String(place + 10)}`);
        const rows = new Map(
          districts.flatMap((villages, place) =>
            villages.map((cells, no) => [`${names[place] ?? ''}.${String(2001 + no)}`, cells] as const),
          ),
        );
        const given = {
          rows: { [board.register.code]: rows },
          area: { districts: names, villages: [...rows.keys()] },
          year: 2026,
        };
        const figures = { ...(hasTyped ? typed : {}), ...countsOf(signal, board.register, given) };
        return { agency: { code }, outcome: kind.outcome(figures), parts: board.of(given) };
      });
      const cells = sheets.map(({ agency, outcome }) => [agency.code, outcome] as const);
      const province = { ...kind.outcome(typed), headline: counted(999), filled: 1, total: 1 };
      const topic: TableTopic = {
        key: signal.code,
        name: signal.name,
        measure: signal.name,
        isProposal: true,
        isLowerBetter: true,
        bands: [],
        target: null,
        yearBefore: null,
        pathOf: null,
        cells: new Map(
          [['63', province] as const, ...cells].map(([code, outcome]) => [
            code,
            { isOpen: true, outcome, before: null, target: null },
          ]),
        ),
      };
      const [whole] = wholesOf(topic, 'id');
      const rows = sheets.flatMap(({ agency, outcome, parts }) =>
        parts.map((part) => ({ ...part, agency, isAgencyComplete: outcome.filled === outcome.total })),
      );
      const { complete, finished, sum } = pickDistricts(rows, rows.length, () => 0);
      if (finished.length === 0) return;
      const rest = (sum ?? NaN) - (complete?.sum ?? 0);
      if (complete) {
        expect([complete.agencies, String(complete.sum)]).toEqual([whole?.parts, whole?.sum]);
        expect(rest).toBeGreaterThan(0);
        expect(complete.areRegencies).toBe(true);
      } else if (whole && whole.parts > 0) expect(String(sum)).toBe(whole.sum);
    }),
  );
});

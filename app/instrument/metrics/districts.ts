/** A register district by district: each is reckoned as if it were the whole of the agency's area. */
import type { Countable, Register, RowCells } from '../registers';
import type { DistrictBoard } from '../topicKind';
import { countsOf } from './count';
import { fieldsOf } from './fields';
import { measuresOf } from './measure';
import type { Measure, Metrics } from './schema';

/** The first register that says where its rows lie and that measures follow from; null where there is none. */
export function districtBoardOf(metrics: Metrics): DistrictBoard | null {
  for (const register of metrics.registers ?? []) {
    const place = placeOf(register);
    const counted = fieldsOf(metrics).filter((field) => field.counted?.register === register.code);
    const measures = measuresFrom(metrics, new Set(counted.map(({ code }) => code)));
    if (place === null || measures.length === 0) continue;
    const lacking = counted.find((field) => field.counted?.op === 'incomplete');
    return {
      register,
      measures,
      isBegun: (figures) => counted.some(({ code }) => (figures[code] ?? null) !== null),
      of: (given) =>
        byDistrict(register, given, place).map(({ district, ...part }) => {
          const figures = countsOf(metrics, register, part);
          const values = new Map(
            measuresOf(metrics, figures).map(({ measure, quantity }) => [measure.code, quantity]),
          );
          return {
            district,
            lacking: (lacking && figures[lacking.code]) ?? 0,
            values: measures.map(({ code }) => values.get(code) ?? null),
          };
        }),
    };
  }
  return null;
}

/** Where a row lies: a village by its code, any other row by its column of districts. */
function placeOf({ rows, columns }: Register): ((key: string, cells: RowCells) => string) | null {
  if (rows === 'villages') return districtOfVillage;
  const column = columns.find(({ type }) => type === 'listed');
  return column ? (_, cells) => cells[column.code] ?? '' : null;
}

/** `63.01.02.2003` lies in `63.01.02`. */
function districtOfVillage(code: string): string {
  return code.slice(0, code.lastIndexOf('.'));
}

/** Those that every code of their formula is counted for. */
function measuresFrom({ measures, headline }: Metrics, codes: ReadonlySet<string>): readonly Measure[] {
  const own = measures.filter(({ formula }) => codesIn(formula).every((code) => codes.has(code)));
  return [...own.filter(({ code }) => code === headline), ...own.filter(({ code }) => code !== headline)];
}

function codesIn(formula: Measure['formula']): readonly string[] {
  switch (formula.op) {
    case 'sum':
    case 'mean':
      return formula.of;
    case 'difference':
      return [formula.from, ...formula.less];
    case 'ratio':
      return [...operandCodes(formula.of), ...operandCodes(formula.to)];
    case 'share':
    case 'perThousand':
      return [...operandCodes(formula.part), ...operandCodes(formula.whole)];
  }
}

function operandCodes({
  add,
  subtract = [],
}: {
  add: readonly string[];
  subtract?: readonly string[] | undefined;
}) {
  return [...add, ...subtract];
}

function byDistrict(
  register: Register,
  { rows, area, year }: Countable,
  place: (key: string, cells: RowCells) => string,
): readonly (Countable & { readonly district: string })[] {
  const stored = new Map<string, Map<string, RowCells>>(area.districts.map((code) => [code, new Map()]));
  for (const [key, cells] of rows[register.code] ?? []) stored.get(place(key, cells))?.set(key, cells);
  const villages = new Map<string, string[]>(area.districts.map((code) => [code, []]));
  for (const code of area.villages) villages.get(districtOfVillage(code))?.push(code);
  return area.districts.map((district) => ({
    district,
    rows: { [register.code]: stored.get(district) ?? new Map<string, RowCells>() },
    area: { districts: [district], villages: villages.get(district) ?? [] },
    year,
  }));
}

/** Cells of a register as people type or paste them, and as they are shown again. */
import { writeNumber } from '../number';
import { readNumber, type NumberProblem } from '../readNumber';
import { LOCALES, type Locale } from '../text';
import type { RegisterColumn } from '../registers';

export type CellProblem = NumberProblem | 'notChoice' | 'notDate' | 'future' | 'tooLong' | 'notListed';

export type ReadCell =
  | { readonly ok: true; /** As it is stored; empty where nothing was typed. */ readonly stored: string }
  | { readonly ok: false; readonly problem: CellProblem };

/** A place of the agency's area. */
export interface AreaEntry {
  readonly code: string;
  readonly name: string;
}

export interface CellSurroundings {
  readonly locale: Locale;
  /** `2026-05-31`, where the Rakerda is. */
  readonly today: string;
  readonly districts: readonly AreaEntry[];
}

const stored = (text: string): ReadCell => ({ ok: true, stored: text });
const refused = (problem: CellProblem): ReadCell => ({ ok: false, problem });

/**
 * @param typed cleaned text of one line; where a column offers choices, the code of one, its name in either language, or
 * its place from 1
 */
export function readCell(column: RegisterColumn, typed: string, around: CellSurroundings): ReadCell {
  const text = typed.trim();
  if (text === '') return stored('');
  switch (column.type) {
    case 'text':
      return text.length > column.most ? refused('tooLong') : stored(text);
    case 'choice': {
      const wanted = text.toLowerCase();
      const option =
        column.options.find(
          ({ code, name }) =>
            code === wanted || LOCALES.some((locale) => name[locale].toLowerCase() === wanted),
        ) ?? (/^[1-9]$/.test(wanted) ? column.options[Number(wanted) - 1] : undefined);
      return option ? stored(option.code) : refused('notChoice');
    }
    case 'number': {
      const read = readNumber(
        text,
        { decimals: 0, lowest: column.lowest, highest: column.highest },
        around.locale,
      );
      return read.ok ? stored(read.stored === null ? '' : String(read.stored)) : refused(read.problem);
    }
    case 'date':
    case 'plan': {
      const day = readDay(text, around.locale);
      if (day === null) return refused('notDate');
      return column.type === 'date' && day > around.today ? refused('future') : stored(day);
    }
    case 'listed': {
      const wanted = placeName(text);
      const found = around.districts.filter(({ code, name }) => code === text || placeName(name) === wanted);
      const [only] = found;
      return only && found.length === 1 ? stored(only.code) : refused('notListed');
    }
  }
}

/** `Kec. Bati-Bati` and `bati bati` are one place. */
export function placeName(text: string): string {
  return text
    .toLowerCase()
    .replace(/^(kecamatan|kec\.?|desa|kelurahan|kel\.?|district|village)\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The day as it is stored; null where it is none. English writes days and months in two orders, so it takes one form alone. */
function readDay(text: string, locale: Locale): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const local = locale === 'id' ? /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) : null;
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : local
      ? [local[3], local[2], local[1]]
      : [undefined, undefined, undefined];
  if (year === undefined || month === undefined || day === undefined) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  // A 31st of February is taken for a day of March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== written) return null;
  return Number(year) >= 1945 && Number(year) <= 2100 ? written : null;
}

/** A stored cell as it stands in a field or a spreadsheet: a choice and a place by name, a day as {@link readCell} reads it. */
export function writeCell(
  column: RegisterColumn,
  value: string,
  { locale, districts }: Pick<CellSurroundings, 'locale' | 'districts'>,
): string {
  if (value === '') return '';
  switch (column.type) {
    case 'choice':
      return column.options.find(({ code }) => code === value)?.name[locale] ?? value;
    case 'listed':
      return districts.find(({ code }) => code === value)?.name ?? value;
    case 'number':
      return writeNumber(Number(value), 0, locale);
    case 'text':
    case 'date':
    case 'plan':
      return value;
  }
}

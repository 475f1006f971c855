/**
 * Tables as CSV: RFC 4180 with CRLF, UTF-8 with a byte order mark so that Excel reads the letters right. Every text is
 * guarded against being run as a formula. Runs in browsers too, hence the library's build for them.
 */
import { stringify } from 'csv-stringify/browser/esm/sync';
import type { Locale } from '~/instrument';
import { guardFormula } from './formulaGuard';

/** A text, a number, a figure in whole hundredths that shows two decimals, yes or no, or nothing. */
export type Cell = string | number | boolean | { readonly hundredths: number } | null;
export type Rows = Iterable<readonly Cell[]>;

export interface CsvStyle {
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
  /** Quotes around every cell, not only where one needs them. */
  readonly quoted?: boolean;
}

/** For programs: comma and decimal point, whatever the reader's language. */
export const TIDY: CsvStyle = { separator: ',', decimal: '.' };

/**
 * For people: Excel splits at the list separator of its language and knows only that language's decimal mark, and a
 * `sep=` line would help Excel and break every other reader. Indonesian is `;` with `2,85`, English `,` with `2.85`.
 */
export const STYLES: Readonly<Record<Locale, CsvStyle>> = {
  id: { separator: ';', decimal: ',' },
  en: TIDY,
};

export const BYTE_ORDER_MARK = '\uFEFF';

/** A whole file; the first row is the header. */
export function csvFile(rows: Rows, style: CsvStyle): string {
  return BYTE_ORDER_MARK + csvRows(rows, style);
}

/** Rows alone, each with its line break, for a file that is written in pieces. */
export function csvRows(rows: Rows, { separator, decimal, quoted = false }: CsvStyle): string {
  const number = (text: string) => text.replace('.', decimal);
  return stringify([...rows], {
    delimiter: separator,
    record_delimiter: '\r\n',
    // Else a line feed alone would stand unquoted, and most readers would begin a row there.
    quote_record_delimiter: true,
    quoted,
    quoted_empty: quoted,
    cast: {
      string: guardFormula,
      number: (value) => number(String(value)),
      boolean: String,
      object: ({ hundredths }) => number((Number(hundredths) / 100).toFixed(2)),
    },
  });
}

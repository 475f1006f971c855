import { plainText } from '~/text';

/**
 * Rows as CSV that spreadsheets open without asking: a byte order mark, and semicolons, which Indonesian settings expect.
 * A cell that would be read as a formula is made text.
 */
export function accessCsv(rows: readonly (readonly string[])[]): string {
  const cell = (value: string) => {
    const plain = plainText(value);
    const safe = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
    return `"${safe.replaceAll('"', '""')}"`;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

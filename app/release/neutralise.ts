/**
 * Keeps text from being run as a formula when a spreadsheet opens it: a leading `=`, `+`, `-`, `@`, tab or line break
 * gets an apostrophe in front. Only text goes through here; numbers are written as numbers.
 */
export function neutralise(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

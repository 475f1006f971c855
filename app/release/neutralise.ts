import { plainText } from '~/text';

/**
 * Text as a file of the release may hold it: without signs that would make the file unreadable, and kept from being run
 * as a formula when a spreadsheet opens it – a leading `=`, `+`, `-`, `@` or line break gets an apostrophe in front. Only
 * text goes through here; numbers are written as numbers.
 */
export function neutralise(text: string): string {
  const plain = plainText(text);
  return /^[=+\-@\t\r\n]/.test(plain) ? `'${plain}` : plain;
}

/**
 * Reads a finished PDF: its pages, and the text on them. Only as much of the format as our own files use: compressed
 * content streams with text in the letters of Windows-1252.
 */
import { inflateSync } from 'node:zlib';
import { cellText, letterOf, paperText } from './letters';
import { isWhole } from './minutesBlocks';
import { paperWords as words } from './paperWords';
import type { Paper } from './paper';

/** A document that did not come out whole; its message is for the log. */
export class MinutesError extends Error {
  override readonly name = 'MinutesError';
}

/**
 * Proves a PDF against the paper it was drawn from: whole, every page numbered, every row of every table there.
 * @throws MinutesError saying what is missing
 */
export function provePdf(bytes: Uint8Array, paper: Paper): void {
  const file = Buffer.from(bytes);
  if (!file.subarray(0, 5).equals(Buffer.from('%PDF-')) || !file.subarray(-16).includes('%%EOF')) {
    throw new MinutesError('the PDF is not whole');
  }
  const pages = file.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  const text = readPdfText(file);
  const must = (wanted: string) => {
    if (!text.includes(squeezed(wanted))) throw new MinutesError(`the PDF lacks "${wanted.slice(0, 80)}"`);
  };
  if (pages === 0) throw new MinutesError('the PDF has no pages');
  for (let page = 1; page <= pages; page += 1) {
    must(words.page({ page: String(page), pages: String(pages) }));
  }
  must(paperText(paper.number));
  for (const [, value] of paper.authenticity) must(paperText(value));
  for (const block of paper.blocks) {
    if (block.kind !== 'table') continue;
    for (const row of block.rows) {
      if ('group' in row) must(paperText(row.group));
      else if (isWhole(row.cells)) must(row.cells.map(cellText).join(''));
    }
  }
}

/** All text of the document in the order it is drawn, without blanks: lines break where they like. */
export function readPdfText(file: Buffer): string {
  const source = file.toString('latin1');
  let text = '';
  for (const found of source.matchAll(/stream\r?\n/g)) {
    if (source.slice(found.index - 3, found.index) === 'end') continue;
    const from = found.index + found[0].length;
    const content = inflated(file.subarray(from, source.indexOf('endstream', from)));
    for (const [, letters = ''] of content.matchAll(/<([0-9a-f]+)>/gi)) text += lettersOf(letters);
  }
  return squeezed(text);
}

function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    // Not a compressed stream, so not one of text.
    return '';
  }
}

function lettersOf(hex: string): string {
  return Array.from(Buffer.from(hex, 'hex'), letterOf).join('');
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

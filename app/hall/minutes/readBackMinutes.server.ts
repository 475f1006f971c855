/** Reads a finished PDF of a Berita Acara back: its pages, and the text on them. */
import { cellText, paperText } from '~/files/letters.server';
import { readBackPdf } from '~/files/readBackPdf.server';
import { MinutesError } from './minutesError';
import { paperWords as words } from './paperWords';
import type { Paper } from './minutesPaper';

/**
 * Proves a PDF against the paper it was drawn from: whole, every page numbered, every heading, sentence, note and row
 * there. What a layout may change is left out of the comparison – blanks, where lines and pages break – and nothing else.
 * @throws MinutesError saying what is missing
 */
export function provePdf(bytes: Uint8Array, paper: Paper): void {
  const drawn = readBackPdf(bytes);
  if (!drawn) throw new MinutesError('the PDF is not whole');
  const { pages } = drawn;
  const lacks = (wanted: string) => new MinutesError(`the PDF lacks "${wanted.slice(0, 80)}"`);
  const must = (wanted: string) => {
    if (!drawn.holds(wanted)) throw lacks(wanted);
  };
  const mustInPieces = (wanted: string, shortest: number) => {
    if (!drawn.holdsInPieces(wanted, shortest)) throw lacks(wanted);
  };
  if (pages === 0) throw new MinutesError('the PDF has no pages');
  for (let page = 1; page <= pages; page += 1) {
    must(words.page({ page: String(page), pages: String(pages) }));
  }
  must(paperText(paper.name));
  must(paperText(paper.number));
  for (const [, value] of paper.authenticity) must(paperText(value));
  for (const { role, institution } of paper.signatures) must(paperText(role) + paperText(institution));
  for (const block of paper.blocks) {
    switch (block.kind) {
      case 'heading':
      case 'subheading':
        must(paperText(block.text));
        break;
      case 'paragraph':
      case 'remark':
        mustInPieces(paperText(block.text), LINE);
        break;
      case 'list':
        for (const item of block.items) mustInPieces(paperText(item), LINE);
        break;
      case 'facts':
        for (const [label, value] of block.rows) must(paperText(label) + paperText(value));
        break;
      case 'table':
        for (const row of block.rows) {
          if ('group' in row) must(paperText(row.group));
          else if (isWhole(row.cells)) must(row.cells.map(cellText).join(''));
          else for (const cell of row.cells) mustInPieces(cellText(cell), NARROW_LINE);
        }
    }
  }
}

/** A page breaks between lines; so many letters the shorter lines of a sentence have, and those of the narrowest cell. */
const LINE = 30;
const NARROW_LINE = 4;

/** Longer rows than this may break across pages; a row that is whole must fit on one. */
const WHOLE_ROW_LETTERS = 900;

/** A row that is drawn whole, so that its cells stand side by side. */
export function isWhole(cells: readonly string[]): boolean {
  return Math.max(...cells.map((cell) => cell.length)) <= WHOLE_ROW_LETTERS;
}

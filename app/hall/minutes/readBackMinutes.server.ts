/** Reads a finished PDF of a Berita Acara back: its pages, and the text on them. */
import { drawnText } from '~/files/pdfText.server';
import { cellText, paperText } from './letters';
import { MinutesError } from './minutesError';
import { paperWords as words } from './paperWords';
import type { Paper } from './minutesPaper';

/**
 * Proves a PDF against the paper it was drawn from: whole, every page numbered, every heading, sentence, note and row
 * there. What a layout may change is left out of the comparison – blanks, where lines and pages break – and nothing else.
 * @throws MinutesError saying what is missing
 */
export function provePdf(bytes: Uint8Array, paper: Paper): void {
  const file = Buffer.from(bytes);
  if (!file.subarray(0, 5).equals(Buffer.from('%PDF-')) || !file.subarray(-16).includes('%%EOF')) {
    throw new MinutesError('the PDF is not whole');
  }
  const pages = file.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  const text = readPdfText(file);
  const lacks = (wanted: string) => new MinutesError(`the PDF lacks "${wanted.slice(0, 80)}"`);
  const must = (wanted: string) => {
    if (!text.includes(squeezed(wanted))) throw lacks(wanted);
  };
  const mustInPieces = (wanted: string, shortest: number) => {
    if (!holdsInPieces(text, squeezed(wanted), shortest, pages)) throw lacks(wanted);
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

/**
 * Whether the text holds what is wanted, broken by pages at most so often as it has lines of the shortest length. Each
 * piece is the longest that is there, so that a break is never found where none is.
 */
function holdsInPieces(text: string, wanted: string, shortest: number, pages: number): boolean {
  const most = Math.min(pages, 1 + Math.floor(wanted.length / shortest));
  let rest = wanted;
  for (let piece = 0; piece < most && rest !== ''; piece += 1) rest = rest.slice(longestStart(text, rest));
  return rest === '';
}

/** How many letters of the start of what is wanted stand together somewhere in the text. */
function longestStart(text: string, wanted: string): number {
  if (text.includes(wanted)) return wanted.length;
  let there = 0;
  let missing = wanted.length;
  while (missing - there > 1) {
    const middle = Math.floor((there + missing) / 2);
    if (text.includes(wanted.slice(0, middle))) there = middle;
    else missing = middle;
  }
  return there;
}

/** All text of the document in the order it is drawn, without blanks: lines break where they like. */
export function readPdfText(file: Buffer): string {
  return squeezed(drawnText(file));
}

/** Blanks and soft hyphens say where a line may break, and nothing else. */
function squeezed(text: string): string {
  return text.replace(/[\s\u00ad]+/g, '');
}

/** Longer rows than this may break across pages; a row that is whole must fit on one. */
const WHOLE_ROW_LETTERS = 900;

/** A row that is drawn whole, so that its cells stand side by side. */
export function isWhole(cells: readonly string[]): boolean {
  return Math.max(...cells.map((cell) => cell.length)) <= WHOLE_ROW_LETTERS;
}

/**
 * Cuts long minutes into parts that are laid out one by one: the renderer lays out everything that is left anew for
 * every page, so that forty pages in one flow take minutes where four parts of ten take seconds. Minutes of an ordinary
 * Rakerda stay one flow.
 */
import type { Block, TableRow } from './paperBlocks';

/** Lines of a part before the next heading starts a new one. */
const FULL = 70;
/** Rows of a table in one part. */
const ROWS = 50;

/** The blocks in parts, each of which starts on a page of its own. */
export function sheetsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const sheets: Block[][] = [];
  let sheet: Block[] = [];
  let weight = 0;
  const turn = () => {
    if (sheet.length > 0) sheets.push(sheet);
    sheet = [];
    weight = 0;
  };
  for (const block of blocks) {
    if (block.kind === 'heading' && weight > FULL) turn();
    if (block.kind !== 'table') {
      sheet.push(block);
      weight += weightOf(block);
      continue;
    }
    piecesOf(block.rows).forEach((rows, i) => {
      if (i > 0) turn();
      sheet.push({ ...block, rows });
      weight += rows.length;
    });
  }
  turn();
  return sheets;
}

function weightOf(block: Exclude<Block, { readonly kind: 'table' }>): number {
  switch (block.kind) {
    case 'list':
      return 2 * block.items.length;
    case 'facts':
      return block.rows.length;
    case 'heading':
    case 'subheading':
    case 'paragraph':
    case 'remark':
      return 1;
  }
}

/** Rows in pieces; a group that goes on in the next piece is named there again. */
function piecesOf(rows: readonly TableRow[]): readonly (readonly TableRow[])[] {
  if (rows.length <= ROWS + ROWS / 4) return [rows];
  const pieces: TableRow[][] = [];
  let piece: TableRow[] = [];
  let group: TableRow | null = null;
  for (const row of rows) {
    if ('group' in row) group = row;
    else if (piece.length >= ROWS) {
      pieces.push(piece);
      piece = group ? [group] : [];
    }
    piece.push(row);
  }
  pieces.push(piece);
  return pieces;
}

/** Reads a finished PDF back: its pages, and the text on them. */
import { SHAPED } from './letters.server';
import { drawnText } from './pdfText.server';

export interface DrawnPdf {
  readonly pages: number;
  /** Whether the text stands there in one piece. */
  holds(wanted: string): boolean;
  /**
   * Whether the text stands there, broken by pages at most so often as it has lines of the shortest length. Each piece is
   * the longest that is there, so that a break is never found where none is.
   */
  holdsInPieces(wanted: string, shortest: number): boolean;
}

/** Null where the file is not whole. Blanks are left out of every comparison: lines and pages break where they like. */
export function readBackPdf(bytes: Uint8Array): DrawnPdf | null {
  const file = Buffer.from(bytes);
  if (!file.subarray(0, 5).equals(Buffer.from('%PDF-')) || !file.subarray(-16).includes('%%EOF')) return null;
  const pages = file.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  const text = readPdfText(file);
  return {
    pages,
    holds: (wanted) => piecesOf(wanted).every((piece) => text.includes(piece)),
    holdsInPieces(wanted, shortest) {
      if (SHAPED.test(wanted)) return this.holds(wanted);
      let rest = squeezed(wanted);
      const most = Math.min(pages, 1 + Math.floor(rest.length / shortest));
      for (let piece = 0; piece < most && rest !== ''; piece += 1)
        rest = rest.slice(longestStart(text, rest));
      return rest === '';
    },
  };
}

/**
 * What must stand together. Shaped letters are not drawn in the order they are written in, nor is what stands between
 * them: there each of the other words counts for itself.
 */
function piecesOf(wanted: string): readonly string[] {
  if (!SHAPED.test(wanted)) return [squeezed(wanted)];
  return wanted
    .split(new RegExp(`[^\\p{L}\\p{N}]+|${SHAPED.source}`, 'u'))
    .filter((word) => word !== '')
    .map(squeezed);
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

/**
 * Blanks and what is drawn as nothing say where a line may break or how letters join, and nothing else. A letter that is
 * drawn as two signs, one of them its mark, is said by both.
 */
function squeezed(text: string): string {
  return text.replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '').replace(/(\P{ASCII})\1+/gu, '$1');
}

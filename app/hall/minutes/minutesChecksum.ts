/**
 * The checksum of the approved figures, printed on the Berita Acara, one per instrument.
 *
 * How to recompute it. Take every approved assessment of the Rakerda, agencies in the order of their codes, each with
 * its indicators from 1 upwards, and write one line per indicator:
 *
 *     agency code | indicator number | level
 *
 * without blanks, e.g. `63.01|1|3`, with `null` for an indicator that was left unanswered, each line ended by a line
 * feed. The SHA-256 of that text, in hexadecimal, is the checksum. The release of the approved assessments holds
 * exactly these values in this order, so that one line suffices:
 *
 *     jq -r '.answers[] | "\(.agency_code)|\(.indicator_no)|\(.level)"' skor.json | sha256sum
 *
 * Levels are real levels as the release writes them (stored level divided by the instrument's unit).
 */
import { createHash } from 'node:crypto';

export interface ApprovedLevels {
  readonly code: string;
  /** Real level per indicator, in the order of the instrument. */
  readonly levels: readonly (number | null)[];
}

/** The text that the checksum is taken of. */
export function figuresText(approved: readonly ApprovedLevels[]): string {
  const ordered = [...approved].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  return ordered
    .flatMap(({ code, levels }) => levels.map((level, i) => `${code}|${i + 1}|${String(level)}\n`))
    .join('');
}

/** SHA-256 of {@link figuresText}. */
export function figuresSha256(approved: readonly ApprovedLevels[]): string {
  return sha256(figuresText(approved));
}

/** SHA-256 in lower-case hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * What people paste, as text that every page, file and printer can hold. Office programs and chat apps hide signs in
 * what they copy – a vertical tab, a soft hyphen, a mark of direction, half a letter – which nobody sees and which break
 * an XML file or make two equal names differ. Text is cleaned once, where it comes in; files clean once more at their
 * edge, because what was stored earlier may not be clean.
 */

/** Any sign that begins a new line, in whatever program it was typed. */
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;

/**
 * Signs that mean nothing in text and that some format forbids: control characters, halves of letters, code points that
 * are no characters; and marks that nobody sees: soft hyphens, blanks of no width, marks of direction. The joiners of
 * letters (ZWJ, ZWNJ) and the selectors of variants stay: scripts and emoji are spelled with them.
 */
const HIDDEN =
  /(?!\n)[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Most cells of a large file hold nothing else: a look is cheaper than cleaning. */
const ORDINARY = /^[ -~]*$/;

/** Nothing that leaves a trace on paper. */
const INVISIBLE = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

/** Every blank that is no line break. */
const BLANKS = /[^\S\n]+/g;

/** So many blanks are an indent, or columns by hand; more are a slip. */
const WIDEST_GAP = 4;

/**
 * Text without hidden signs: nothing is left that a file could not hold, and every line break is `\n`. Blanks stay as
 * they are; for the edge of a file, where text that is clean must pass unchanged.
 */
export function plainText(text: string): string {
  if (ORDINARY.test(text)) return text;
  return text.replace(LINE_BREAK, '\n').replaceAll('\t', ' ').replace(HIDDEN, '').normalize('NFC');
}

/** What was typed into a field of one line: {@link plainText} on one line, single blanks, none around it. */
export function cleanLine(text: string): string {
  const line = plainText(text).replace(/\s+/g, ' ').trim();
  return INVISIBLE.test(line) ? '' : line;
}

/**
 * What was typed into a field of several lines: {@link plainText} with at most four blanks in a row and one empty line
 * between paragraphs, none around it.
 */
export function cleanText(text: string): string {
  const lines = plainText(text)
    .replace(BLANKS, (run) => (run.length > WIDEST_GAP ? ' '.repeat(WIDEST_GAP) : run))
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return INVISIBLE.test(lines) ? '' : lines;
}

/**
 * The letters and digits of a code that was typed, pasted or scanned, in capitals: without blanks, dashes of any kind,
 * dots, and what chat apps put around it; full-width ones are the same. Of a whole link that was pasted, the code in it.
 */
export function bareCode(typed: string): string {
  const plain = typed.normalize('NFKC').replace(/\p{Cf}/gu, '');
  const inLink = /[?&]kode=([^&#\s]*)/i.exec(plain)?.[1];
  return (inLink === undefined ? plain : unescaped(inLink))
    .replace(/[\s\p{Pd}\p{Cf}\p{Cc}\u2212._]/gu, '')
    .toUpperCase();
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A value as JSON knows it, with every text in it – not the names of its fields – changed. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((inner) => mapTexts(inner, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapTexts(inner, change)]));
}

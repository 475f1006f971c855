/** Text as office programs, chat apps and broken clipboards bring it, and what a file can hold of it. */
import fc from 'fast-check';

/** Signs that something cannot take: XML, a PDF, a calendar, or the eye. */
export const HOSTILE_SIGNS = [
  ...['\u0000', '\u0007', '\t', '\n', '\v', '\f', '\r', '\r\n', '\u001b', '\u007f', '\u0085', '\u00a0'],
  ...['\u00ad', '\u034f', '\u061c', '\u200b', '\u200c', '\u200d', '\u200e', '\u2028', '\u2029', '\u202e'],
  ...['\u2060', '\u2066', '\u3000', '\ud800', '\udfff', '\ufeff', '\ufffe', '\uffff', '\u{1fffe}', 'e\u0301'],
  ...[
    ' '.repeat(300),
    '\n'.repeat(20),
    '<w:t>&amp;]]>',
    '=1+1',
    '🏴\u{e0067}\u{e007f}',
    '👩\u200d👧',
    'ﬁ',
    '\u0bca',
  ],
] as const;

export const hostileText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.lorem({ maxCount: 3 }),
      fc.constantFrom(...HOSTILE_SIGNS),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/**
 * Whether text holds nothing but what a file can hold and a reader should see: letters of XML 1.0 and line feeds. Said
 * by numbers, another way than the product says it.
 */
export function isHoldable(text: string): boolean {
  return Array.from(text).every((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    if (code === 0x0a) return true;
    if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xad || code === 0xfeff) return false;
    if (code === 0x200b || code === 0x200e || (code >= 0x2028 && code <= 0x202e)) return false;
    const isNone = (code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code <= 0xfdef);
    return !isNone && !(code >= 0xd800 && code <= 0xdfff);
  });
}

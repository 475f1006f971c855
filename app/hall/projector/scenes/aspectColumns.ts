/** Names of aspects where there is little room: above a column, at the end of an axis. */
import { shortAspect } from './shortAspect';

/** What leads into the name of an aspect and tells it from no other. */
const LEAD = /^(?:Pelaksanaan|Penerapan|Implementation)(?: of)? (?=\S)/;
/** Words that are read as well when they are cut. */
const CUT: readonly (readonly [word: RegExp, short: string])[] = [
  [/\bAdministra(?:si|tion)\b/, 'Adm.'],
  [/\bInforma(?:si|tion)\b/, 'Info.'],
  [/\bGovernment\b/, 'Gov.'],
  [/\bgovernment\b/, 'gov.'],
];

/** The name above a narrow column: `Penerapan Manajemen SPBE` → `Manajemen`. */
export function columnName(name: string): string {
  const short = shortAspect(name).replace(LEAD, '');
  return CUT.reduce((text, [word, cut]) => text.replace(word, cut), short);
}

/** Ends like a syllable: in a vowel, or in a vowel and one consonant. */
const SYLLABLE = /[aiueo](?:ng|ny|[^aiueo])?$/i;
/** Begins like one: with a consonant and a vowel. */
const NEXT = /^(?:ng|ny|sy|kh|[^aiueo])[aiueo]/i;
/** So many letters stay together at both ends of a word. */
const ENDS = 3;

/** The name with soft hyphens, for a narrow column: words of a language that is spelled as it is spoken. */
export function breakable(name: string): string {
  return name.replace(/[a-z]{7,}/gi, (word) => {
    let written = word.slice(0, ENDS);
    for (let place = ENDS; place < word.length; place += 1) {
      const before = word.slice(0, place);
      const after = word.slice(place);
      const splitsSound = /n$/i.test(before) && /^[gy]/i.test(after);
      const breaks = after.length >= ENDS && SYLLABLE.test(before) && NEXT.test(after) && !splitsSound;
      written += `${breaks ? '\u00AD' : ''}${word.charAt(place)}`;
    }
    return written;
  });
}

/** The name at the end of an axis, in lines of so many letters at most; a longer word stands in a line of its own. */
export function axisLines(name: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of columnName(name).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

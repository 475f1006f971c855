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

/** Letters of the longest word: what a column must have room for, since no word is cut. */
export function longestWord(names: readonly string[]): number {
  return Math.max(0, ...names.flatMap((name) => name.split(' ').map(({ length }) => length)));
}

/** Whole words of a name, as many as there is room for; an ellipsis for the others. */
export function withinLetters(name: string, most: number): string {
  if (name.length <= most) return name;
  const end = name.lastIndexOf(' ', most - 1);
  return `${name.slice(0, end > 0 ? end : most - 1)}…`;
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

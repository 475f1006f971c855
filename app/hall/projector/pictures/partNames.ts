/**
 * Names of the parts of one topic above narrow columns: what most of them repeat tells them apart from nothing.
 * `II Tata Kelola Keamanan Informasi` → `II Tata Kelola`. Pure.
 */

/** A phrase that most names share has so many words: a single one may be what a name is about. */
const LEAST = 2;
/** A longer one is repeated as soon as two names have it. */
const LONG = 3;
/** What joins a phrase to the rest: without it the rest would be left hanging. */
const JOINS = new Set(['dan', 'and', 'of', 'for', 'untuk', 'dari', '&']);

/** Shortened, as long as all of them still say something of their own. */
export function partNames(names: readonly string[]): readonly string[] {
  const words = names.map((name) => name.split(' '));
  const phrase = sharedPhrase(words);
  if (phrase === null) return names;
  const short = words.map((own) => without(own, phrase).join(' '));
  return new Set(short).size === new Set(names).size ? short : names;
}

/** The longest run of words that more than half of the names have, or two of them if it is long. */
function sharedPhrase(names: readonly (readonly string[])[]): string | null {
  const seen = new Map<string, number>();
  for (const words of names) {
    for (const phrase of new Set(phrasesOf(words))) seen.set(phrase, (seen.get(phrase) ?? 0) + 1);
  }
  const shared = [...seen].filter(
    ([phrase, count]) => count > 1 && (2 * count > names.length || phrase.split(' ').length >= LONG),
  );
  return shared.sort(([a], [b]) => b.length - a.length)[0]?.[0] ?? null;
}

function phrasesOf(words: readonly string[]): readonly string[] {
  return words.flatMap((_, start) =>
    words.slice(start + LEAST - 1).map((__, more) => words.slice(start, start + LEAST + more).join(' ')),
  );
}

function without(words: readonly string[], phrase: string): readonly string[] {
  const wanted = phrase.split(' ');
  const start = words.findIndex((_, at) => words.slice(at, at + wanted.length).join(' ') === phrase);
  if (start === -1) return words;
  const before = words.slice(0, start);
  const after = words.slice(start + wanted.length);
  const hangs = JOINS.has(before.at(-1) ?? '') || JOINS.has(after[0] ?? '');
  // A number alone is no name.
  const isBare = [...before, ...after].every((word) => !/[a-z]/.test(word));
  return hangs || isBare ? words : [...before, ...after];
}

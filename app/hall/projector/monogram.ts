/**
 * The letters that stand where arms would, as long as nobody gave any: no drawing of ours pretends to be a coat of arms. Pure.
 */

/** What every name of an agency begins with. */
const KINDS = /^(provinsi|prov\.|kabupaten|kota|pemerintah)$/i;
const MOST_LETTERS = 3;

/** `Provinsi Kalimantan Selatan` as `KS`, `Provinsi DKI Jakarta` as `DKI`; empty where a name has no capital letter. */
export function monogramOf(name: string): string {
  const words = name.split(/[\s/–-]+/).filter((word) => /^\p{Lu}/u.test(word) && !KINDS.test(word));
  const [first = ''] = words;
  if (/^\p{Lu}{2,}$/u.test(first)) return first.slice(0, MOST_LETTERS);
  return words
    .slice(0, MOST_LETTERS)
    .map((word) => word.slice(0, 1))
    .join('');
}

/** The province that all agencies are of, by its code; null where they are of several, or one is of none. */
export function commonProvince(codes: readonly string[]): string | null {
  const provinces = new Set(codes.map((code) => /^\d\d/.exec(code)?.[0] ?? ''));
  const [only = ''] = provinces;
  return provinces.size === 1 && only !== '' ? only : null;
}

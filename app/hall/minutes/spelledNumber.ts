/** Whole numbers in Indonesian words, as dates are written out in official records. */
const ONES = [
  '',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
];

/**
 * The number in words: 2025 → `dua ribu dua puluh lima`.
 * @throws RangeError outside 1 to 9999
 */
export function spelledNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) throw new RangeError(`cannot spell ${value}`);
  return words(value).filter(Boolean).join(' ');
}

function words(value: number): string[] {
  if (value < 12) return [ONES[value] ?? ''];
  if (value < 20) return [...words(value - 10), 'belas'];
  if (value < 100) return [...words(Math.floor(value / 10)), 'puluh', ...words(value % 10)];
  if (value < 200) return ['seratus', ...words(value - 100)];
  if (value < 1000) return [...words(Math.floor(value / 100)), 'ratus', ...words(value % 100)];
  if (value < 2000) return ['seribu', ...words(value - 1000)];
  return [...words(Math.floor(value / 1000)), 'ribu', ...words(value % 1000)];
}

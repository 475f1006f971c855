const MAX_LENGTH = 60;

/** The address of a Rakerda out of its name and year: `Rakerda SPBE Kalsel`, 2025 → `rakerda-spbe-kalsel-2025`. */
export function rakerdaSlug(name: string, year: number): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, '');
  const base = words === '' ? 'rakerda' : words;
  return base.endsWith(`-${String(year)}`) ? base : `${base}-${String(year)}`;
}

/** The slug itself where it is free, else the first free one of `slug-2`, `slug-3`, … */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${String(number)}`)) number += 1;
  return `${slug}-${String(number)}`;
}

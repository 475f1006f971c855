/** The sections of the page, in reading order; their names are those of `?tampil=` and of the page's anchors. */
export const SECTIONS = ['peringkat', 'aspek', 'radar', 'peta'] as const;
export type SectionKey = (typeof SECTIONS)[number];

/** The one section asked for; null for all of them. Domains once had a section of their own: old links find them. */
export function parseSection(value: string | null): SectionKey | null {
  if (value === 'domain') return 'aspek';
  return SECTIONS.find((section) => section === value) ?? null;
}

/** The address of the page with some parameters changed (null takes one away); the other choices stay. */
export function addressWith(
  search: URLSearchParams,
  changes: Readonly<Record<string, string | null>>,
  anchor = '',
): string {
  const next = new URLSearchParams(search);
  // Names the form was sent, not a choice of its own.
  next.delete('pilih');
  // A page number belongs to one order and one search.
  next.delete('hal');
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  // Codes read better with their commas.
  const query = next.toString().replaceAll('%2C', ',');
  return `${query === '' ? '?' : `?${query}`}${anchor === '' ? '' : `#${anchor}`}`;
}

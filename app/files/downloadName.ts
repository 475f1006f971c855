/**
 * The name a download gets: what it is, which Rakerda, when. Demo data always start with `demo-`.
 * Letters, digits, `.` and `-` only, so that it needs no quoting anywhere.
 */
export function downloadName(isDemo: boolean, words: readonly string[], ending: string): string {
  const name = words
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${isDemo ? 'demo-' : ''}${isDemo ? name.replaceAll('demo-', '') : name}.${ending}`;
}

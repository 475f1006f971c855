/** In so many letters at most: cut between words, with the sign that something follows. Pure. */
export function shortened(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const start = line.slice(0, Math.max(0, most - FOLLOWS.length));
  // What ends where a word ends is whole.
  const end = line.charAt(start.length) === ' ' ? start.length : start.lastIndexOf(' ');
  // A first word that is longer than the line has no other place.
  return `${start.slice(0, end > 0 ? end : start.length)}${FOLLOWS}`;
}

const FOLLOWS = ' …';

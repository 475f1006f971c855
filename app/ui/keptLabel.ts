/** What a form that waits on the device is called: it may be told of on a page in the other language than it was typed on. */

/** What people call a form, for the pages of both languages: a line for each where they differ. */
export function labelInBoth(of: (locale: 'id' | 'en') => string): string {
  return [...new Set([of('id'), of('en')])].join('\n');
}

export function labelIn(label: string, locale: 'id' | 'en'): string {
  const [id = label, en = id] = label.split('\n');
  return locale === 'id' ? id : en;
}

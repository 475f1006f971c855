/** Why a definition that is right in itself cannot become a version, in words. */
import type { AnyInstrument, Locale } from '~/instrument';
import { checkWords } from './checkWords';
import type { Unpublishable } from './drafts.server';
import { workshopWords } from './workshopWords';

export function unpublishableText(
  why: Unpublishable,
  { code, version }: Pick<AnyInstrument, 'code' | 'version'>,
  locale: Locale,
): string {
  const words = checkWords[locale];
  switch (why.kind) {
    case 'published':
      return words.published({ name: `${code} ${version}` });
    case 'notNewer':
      return words.notNewer({ version, newest: why.newest });
    case 'otherKind':
      return words.otherKind({ code, kind: workshopWords[locale].kind[why.known] });
  }
}

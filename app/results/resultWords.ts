/** The words of this room, both languages: only its own pages carry them. */
import { useMemo } from 'react';
import { type Catalogue, useSection, useText as useShared } from '~/i18n';
import { results as en } from '~/i18n/en/results';
import { results as id } from '~/i18n/id/results';

const words = { id, en };

/** The words that every page shares, and this room's own. */
export function useText(): Catalogue & { readonly results: typeof id } {
  const shared = useShared();
  const own = useSection(words);
  return useMemo(() => ({ ...shared, results: own }), [shared, own]);
}

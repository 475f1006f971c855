/** The words of this room, both languages: only its own pages carry them. */
import { useMemo } from 'react';
import { type Catalogue, useSection, useText as useShared } from '~/i18n';
import { comparison as en } from '~/i18n/en/comparison';
import { comparison as id } from '~/i18n/id/comparison';

const words = { id, en };

/** The words that every page shares, and this room's own. */
export function useText(): Catalogue & { readonly comparison: typeof id } {
  const shared = useShared();
  const own = useSection(words);
  return useMemo(() => ({ ...shared, comparison: own }), [shared, own]);
}

/** What the charts of this room have in common: the width they are drawn for, the look of what pops up. */
import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 47.99rem)';
/** A projector or a very large screen: read from farther away. */
const LARGE = '(min-width: 96rem)';

export const useNarrow = () => useMedia(NARROW);

export const useLarge = () => useMedia(LARGE);

export function useTextSize(): number {
  return useLarge() ? 18 : 14;
}

function useMedia(media: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(media);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia(media).matches,
    () => false,
  );
}

export const TOOLTIP = {
  contentStyle: {
    background: 'var(--color-surface)',
    border: '1px solid var(--color-line-strong)',
    borderRadius: '0.5rem',
    color: 'var(--color-ink)',
  },
  itemStyle: { color: 'var(--color-ink)' },
  isAnimationActive: false,
} as const;

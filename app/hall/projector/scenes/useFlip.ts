import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** Layout effects do not run on the server, and React says so each time. */
const useAfterLayout = typeof window === 'undefined' ? useEffect : useLayoutEffect;

const DURATION = 700;

/**
 * Rows that change their place glide there. Children with `data-flip` are remembered by its value; what moved since the
 * last drawing starts from where it was. The Web Animations API needs no style attribute.
 */
export function useFlip(list: RefObject<HTMLElement | null>): void {
  const places = useRef(new Map<string, number>());
  const height = useRef(0);
  useAfterLayout(() => {
    if (!list.current) return;
    // In a window of another size every row stands elsewhere: nothing has changed its place.
    const isResized = height.current !== list.current.clientHeight;
    height.current = list.current.clientHeight;
    const isCalm = isResized || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const before = places.current;
    const after = new Map<string, number>();
    for (const row of list.current.querySelectorAll<HTMLElement>('[data-flip]')) {
      const key = row.dataset.flip ?? '';
      const top = row.offsetTop;
      after.set(key, top);
      const from = before.get(key);
      if (isCalm || from === undefined || from === top) continue;
      row.animate([{ transform: `translateY(${String(from - top)}px)` }, { transform: 'none' }], {
        duration: DURATION,
        easing: 'cubic-bezier(0.22, 1, 0.36, 1)',
      });
    }
    places.current = after;
  });
}

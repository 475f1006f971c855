/** What scripts add to the frame: menus that close by themselves, and a focus that is never lost. */
import { useLocation } from '@remix-run/react';
import { type RefObject, useEffect, useRef } from 'react';

const OPEN_MENU = 'details[name="shell-menu"][open]';

function openMenu(): HTMLDetailsElement | null {
  return document.querySelector<HTMLDetailsElement>(OPEN_MENU);
}

/** Closes the open menu of the header on Escape, on a press outside it, when the focus leaves it, and on a new page. */
export function useClosingMenus(): void {
  const { key } = useLocation();
  useEffect(() => {
    openMenu()?.removeAttribute('open');
  }, [key]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const menu = event.key === 'Escape' ? openMenu() : null;
      if (!menu) return;
      menu.removeAttribute('open');
      menu.querySelector('summary')?.focus();
    };
    const onElsewhere = (event: Event) => {
      const menu = openMenu();
      if (menu && event.target instanceof Node && !menu.contains(event.target)) menu.removeAttribute('open');
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onElsewhere);
    document.addEventListener('focusin', onElsewhere);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onElsewhere);
      document.removeEventListener('focusin', onElsewhere);
    };
  }, []);
}

/**
 * After a move within the page's scripts the browser does not place the focus: it goes to the place the address
 * names, else to the new content, unless what had the focus is still there.
 */
export function useFocusAfterMove(main: RefObject<HTMLElement>): void {
  const { key, hash, pathname } = useLocation();
  const before = useRef({ key, pathname });
  useEffect(() => {
    if (before.current.key === key) return;
    const isNewPage = before.current.pathname !== pathname;
    before.current = { key, pathname };
    const active = document.activeElement;
    const place = hash === '' ? null : document.getElementById(decodeURIComponent(hash.slice(1)));
    if (place) {
      // A sorted column's own section: the reader stays on the header that was pressed.
      if (place.contains(active)) return;
      if (place.tabIndex < 0) place.tabIndex = -1;
      place.focus({ preventScroll: true });
      return;
    }
    const isLost = active === null || active === document.body;
    if (isLost || (isNewPage && !main.current?.contains(active)))
      main.current?.focus({ preventScroll: true });
  }, [key, hash, pathname, main]);
}

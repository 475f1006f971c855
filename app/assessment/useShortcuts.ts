/** Single-key shortcuts of the indicator page. They never act while somebody types, and can be switched off. */
import { useSyncExternalStore } from 'react';
import { useAfterLayout } from '~/ui';

export interface Shortcuts {
  level(level: number | null): void;
  next(): void;
  previous(): void;
  nextUnanswered(): void;
}

const STORAGE_KEY = 'rakerda-pintasan';

export function useShortcuts(active: boolean, shortcuts: Shortcuts): void {
  // With the page itself: a key that follows at once would otherwise still answer the indicator before it.
  useAfterLayout(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      const act = actionOf(event.key, shortcuts);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [active, shortcuts]);
}

function actionOf(key: string, shortcuts: Shortcuts): (() => void) | null {
  if (/^[0-5]$/.test(key)) {
    const level = Number(key);
    return () => {
      shortcuts.level(level === 0 ? null : level);
      showLevel(level);
    };
  }
  switch (key.toLowerCase()) {
    case 'n':
      return () => shortcuts.next();
    case 'p':
      return () => shortcuts.previous();
    case 'b':
      return () => shortcuts.nextUnanswered();
    default:
      return null;
  }
}

/** Brings the card of a level into the window, without motion for those who do not want it. */
function showLevel(level: number): void {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  document
    .getElementById(`level-${String(level)}`)
    ?.closest('li')
    ?.scrollIntoView({ block: 'nearest', behavior: isStill ? 'auto' : 'smooth' });
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !['radio', 'checkbox', 'button', 'submit'].includes(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}

const listeners = new Set<() => void>();

/** Whether the person wants shortcuts on this device, and the switch. On unless switched off. */
export function useShortcutPreference(): readonly [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => localStorage.getItem(STORAGE_KEY) !== 'mati',
    () => true,
  );
  return [
    on,
    (wanted) => {
      localStorage.setItem(STORAGE_KEY, wanted ? 'hidup' : 'mati');
      listeners.forEach((listener) => listener());
    },
  ];
}

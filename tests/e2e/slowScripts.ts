/** A page whose scripts are still on their way: what a slow hall network shows for seconds. */
import type { Page } from '@playwright/test';

/**
 * Holds every script of the product back from now on.
 * @returns lets them through, those that wait and all later ones
 */
export async function holdScripts(page: Page): Promise<() => void> {
  const gate: { open?: () => void } = {};
  const released = new Promise<void>((resolve) => {
    gate.open = resolve;
  });
  await page.route('**/assets/*.js', async (route) => {
    await released;
    // A page that was left meanwhile no longer waits for it.
    await route.continue().catch(() => undefined);
  });
  return () => gate.open?.();
}

/** Opens an address and waits until the whole page is there; its scripts need not be. */
export async function openWithoutScripts(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.readyState !== 'loading');
}

/** Waits until React has taken over the server's HTML and has drawn what it changed in its first effects. */
export async function untilScriptsRun(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const parts = (value: unknown) =>
      new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
    const root = [...parts(document)].find(([key]) => key.startsWith('__reactContainer$'))?.[1];
    const current = parts(parts(parts(root).get('stateNode')).get('current'));
    return parts(current.get('memoizedState')).get('isDehydrated') === false;
  });
  await page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))),
      ),
  );
}

/** Which Chromium the tests drive: the system's own, so that nothing is fetched from elsewhere. */
import { existsSync } from 'node:fs';

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

export const CHROMIUM_ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** `CHROMIUM_PATH`, else the usual place; null where there is none. */
export function findChromium(): string | null {
  const wished = process.env.CHROMIUM_PATH;
  return [...(wished ? [wished] : []), ...USUAL].find((path) => existsSync(path)) ?? null;
}

/** The same, for those who cannot go on without. */
export function chromiumPath(): string {
  const path = findChromium();
  if (path === null) {
    throw new Error(
      'Chromium is missing: install the package chromium, or set CHROMIUM_PATH to its program file.',
    );
  }
  return path;
}

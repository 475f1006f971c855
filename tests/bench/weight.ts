/**
 * What a browser transfers when it opens a page for the first time: everything, as compressed on the wire. The typeface is
 * counted apart: text stands without it, it comes once for all pages, and is kept for a year.
 */
import type { Browser } from '@playwright/test';
import { pause } from '../product';

export interface Weight {
  /** Everything but the typeface. */
  readonly total: number;
  readonly typeface: number;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

const QUIET_MS = 1200;
const MOST_MS = 15_000;

/** Opens the page with an empty cache, waits until nothing more arrives, and adds up. */
export async function weigh(
  browser: Browser,
  origin: string,
  cookies: string,
  path: string,
): Promise<Weight> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    if (cookies !== '') {
      await context.addCookies(
        cookies.split('; ').map((pair) => ({
          name: pair.slice(0, pair.indexOf('=')),
          value: pair.slice(pair.indexOf('=') + 1),
          url: origin,
        })),
      );
    }
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    const paths = new Map<string, string>();
    const files: { path: string; bytes: number }[] = [];
    let last = Date.now();
    network.on('Network.requestWillBeSent', (event) => {
      paths.set(event.requestId, event.request.url.replace(origin, ''));
      last = Date.now();
    });
    network.on('Network.loadingFinished', (event) => {
      files.push({ path: paths.get(event.requestId) ?? '?', bytes: event.encodedDataLength });
      last = Date.now();
    });
    const response = await page.goto(origin + path, { waitUntil: 'load' });
    if (!response?.ok()) throw new Error(`${path} answered ${String(response?.status())}`);
    const deadline = Date.now() + MOST_MS;
    while (Date.now() - last < QUIET_MS && Date.now() < deadline) await pause(100);
    const isTypeface = ({ path }: { readonly path: string }) => path.endsWith('.woff2');
    const sum = (some: readonly { readonly bytes: number }[]) =>
      some.reduce((bytes, file) => bytes + file.bytes, 0);
    return {
      total: sum(files.filter((file) => !isTypeface(file))),
      typeface: sum(files.filter(isTypeface)),
      files: files.sort((a, b) => b.bytes - a.bytes),
    };
  } finally {
    await context.close();
  }
}

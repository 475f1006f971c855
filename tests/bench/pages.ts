/** What each page weighs on a first visit: everything transferred, and the typeface apart. */
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from '../chromium';
import type { Product } from '../product';
import { signedIn } from '../visitor';
import { held, kilobytes, type Line } from './report';
import { weigh } from './weight';

const DEMO = '/rakerda/demo-kalsel-2025';
const PLAIN = 150_000;
const CHARTS = 280_000;
const TYPEFACE = 30_000;

const PAGES: readonly { readonly path: string; readonly as: string | null; readonly bar: number }[] = [
  { path: '/', as: null, bar: PLAIN },
  { path: '/masuk', as: null, bar: PLAIN },
  { path: '/', as: 'operator.6301', bar: PLAIN },
  { path: DEMO, as: 'fasilitator', bar: PLAIN },
  { path: `${DEMO}/spbe-2020/63.01/isi`, as: 'operator.6301', bar: PLAIN },
  { path: `${DEMO}/spbe-2020/63.01/isi/13`, as: 'operator.6301', bar: PLAIN },
  { path: `${DEMO}/spbe-2020/63.01/status`, as: 'operator.6301', bar: PLAIN },
  { path: `${DEMO}/spbe-2020/63.01/riwayat`, as: 'operator.6301', bar: PLAIN },
  { path: '/gabung', as: null, bar: PLAIN },
  { path: `${DEMO}/ikuti`, as: 'operator.6301', bar: PLAIN },
  { path: `${DEMO}/suara/demo-suara-1`, as: 'operator.6301', bar: PLAIN },
  { path: `${DEMO}/komitmen`, as: 'operator.6301', bar: PLAIN },
  { path: `${DEMO}/kendali`, as: 'fasilitator', bar: PLAIN },
  { path: `${DEMO}/pantau`, as: 'fasilitator', bar: PLAIN },
  { path: `${DEMO}/spbe-2020/rilis`, as: 'penghubung', bar: PLAIN },
  { path: `${DEMO}/spbe-2020/63.01`, as: 'operator.6301', bar: CHARTS },
  { path: `${DEMO}/spbe-2020/63.01/rencana`, as: 'operator.6301', bar: CHARTS },
  { path: `${DEMO}/spbe-2020/banding`, as: 'fasilitator', bar: CHARTS },
];

/** @param tell called with the files of each page, for those who look for what to save */
export async function benchPages(product: Product, tell: (text: string) => void): Promise<readonly Line[]> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
  try {
    const lines: Line[] = [];
    let typeface = 0;
    for (const page of PAGES) {
      const name = `${page.path}${page.as ? ` (${page.as})` : ''}`;
      const cookies = page.as ? (await signedIn(product, page.as)).cookieHeader() : '';
      const weight = await weigh(browser, product.origin, cookies, page.path);
      typeface = Math.max(typeface, weight.typeface);
      tell(`${name}: ${kilobytes(weight.total)}, typeface ${kilobytes(weight.typeface)}`);
      for (const file of weight.files)
        tell(`  ${kilobytes(file.bytes).padStart(10)}  ${file.path.slice(0, 120)}`);
      lines.push(
        held(
          `first visit of ${name}`,
          kilobytes(weight.total),
          `≤ ${kilobytes(page.bar)}`,
          weight.total <= page.bar,
        ),
      );
    }
    const isThere = typeface > 0 && typeface <= TYPEFACE;
    lines.push(
      held('typeface, at most on one page', kilobytes(typeface), `≤ ${kilobytes(TYPEFACE)}`, isThere),
    );
    return lines;
  } finally {
    await browser.close();
  }
}

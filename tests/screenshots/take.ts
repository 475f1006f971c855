/** `npm run screenshots`: pictures of the running product with its demo data, for docs/screenshots. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from '../chromium';
import { type Product, ROOT, startProduct } from '../product';
import { signedIn } from '../visitor';

const FOLDER = join(ROOT, 'docs/screenshots');
const RAKERDA = '/rakerda/demo-kalsel-2025';
const BASE = `${RAKERDA}/spbe-2020`;

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly as: string | null;
  readonly width?: number;
  readonly dark?: boolean;
  readonly english?: boolean;
  /** The element the picture begins at, where it is not the top of the page. */
  readonly from?: string;
}

const PICTURES: readonly Picture[] = [
  { name: 'home', path: '/', as: null },
  { name: 'sign-in', path: '/masuk', as: null },
  { name: 'operator-home', path: '/', as: 'operator.6301' },
  { name: 'questionnaire', path: `${BASE}/63.01/isi`, as: 'operator.6301' },
  { name: 'indicator', path: `${BASE}/63.01/isi/5`, as: 'operator.6301' },
  { name: 'indicator-phone', path: `${BASE}/63.01/isi/5`, as: 'operator.6301', width: 360 },
  { name: 'indicator-dark', path: `${BASE}/63.01/isi/5`, as: 'operator.6301', dark: true },
  { name: 'result', path: `${BASE}/63.71`, as: 'fasilitator' },
  { name: 'result-phone', path: `${BASE}/63.71`, as: 'fasilitator', width: 360 },
  { name: 'planner', path: `${BASE}/63.02/rencana`, as: 'operator.6302' },
  { name: 'comparison', path: `${BASE}/banding`, as: 'fasilitator', from: '#radar' },
  { name: 'comparison-bars', path: `${BASE}/banding`, as: 'fasilitator', from: '#domain' },
  { name: 'comparison-map', path: `${BASE}/banding?semua=1`, as: 'fasilitator', from: '#peta' },
  { name: 'comparison-ranking', path: `${BASE}/banding`, as: 'fasilitator', from: '#peringkat' },
  { name: 'comparison-dark', path: `${BASE}/banding`, as: 'fasilitator', dark: true, from: '#radar' },
  { name: 'comparison-english', path: `${BASE}/banding`, as: 'fasilitator', english: true, from: '#domain' },
  { name: 'release', path: `${BASE}/rilis`, as: 'penghubung' },
  { name: 'rakerda', path: RAKERDA, as: 'fasilitator' },
  { name: 'status', path: `${BASE}/63.03/status`, as: 'kepala.6303' },
];

const product = await startProduct();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
try {
  await mkdir(FOLDER, { recursive: true });
  for (const picture of PICTURES) {
    await take(browser, product, picture);
    console.log(`docs/screenshots/${picture.name}.png`);
  }
} finally {
  await browser.close();
  await product.stop();
}

async function take(from: Browser, shown: Product, picture: Picture): Promise<void> {
  const context = await from.newContext({
    viewport: { width: picture.width ?? 1280, height: picture.width === undefined ? 900 : 780 },
    colorScheme: picture.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: picture.english ? 'en-GB' : 'id-ID',
    timezoneId: 'Asia/Makassar',
  });
  const cookies = picture.as === null ? '' : (await signedIn(shown, picture.as)).cookieHeader();
  if (cookies !== '') {
    const at = cookies.indexOf('=');
    await context.addCookies([
      { name: cookies.slice(0, at), value: cookies.slice(at + 1), url: shown.origin },
    ]);
  }
  if (picture.english) {
    await context.request.post(`${shown.origin}/preferensi`, {
      headers: { Origin: shown.origin },
      form: { bahasa: 'en' },
    });
  }
  const page = await context.newPage();
  const response = await page.goto(shown.origin + picture.path);
  if (!response?.ok()) throw new Error(`${picture.path} answered ${String(response?.status())}`);
  // Charts load after the page, and are drawn once.
  await page.waitForTimeout(1500);
  if (picture.from) await page.locator(picture.from).evaluate((element) => element.scrollIntoView());
  await page.screenshot({ path: join(FOLDER, `${picture.name}.png`), animations: 'disabled' });
  await context.close();
}

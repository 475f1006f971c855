/** Where pages come over TLS or from the own machine: a closed tab opens again without a network, and never with a stale page. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { openHandle } from '#db/handle';
import { nothingKeptWords } from '~/assessment/offline/nothingKeptWords';
import { offlineWords } from '~/assessment/offline/offlineWords';
import { CHROMIUM_ARGS, chromiumPath } from '../chromium';
import { type Product, startProduct } from '../product';
import { topicWords } from '~/topics/topicWords';
import { agencyPath, expect, person, RAKERDA, signIn, test, text } from './fixtures';
import { networkTo } from './network';
import { releasesOf } from './releases';
import { behindTls, freePort } from './tls';

test.use({ serviceWorkers: 'allow' });

const words = text.assessment;
const offline = offlineWords.id;
const AGENCY = '63.10';
const OPERATOR = 'operator.6310';
const list = agencyPath(AGENCY, 'isi');

const level = (page: Page, value: string) => page.locator(`input[name="level"][value="${value}"]`);
const row = (page: Page, no: number) => page.locator(`main li a[href="${list}/${String(no)}"]`);
const notice = (page: Page) => page.getByTestId('offline');

/** Visits the list until the device has all that it takes to open it again. */
async function visit(page: Page): Promise<void> {
  await page.goto(list);
  await expect(notice(page)).toHaveAttribute('data-kept');
}

async function anotherTab(page: Page): Promise<Page> {
  const context = page.context();
  await page.close();
  return context.newPage();
}

/** How often a level was saved for an indicator. */
function levelsSaved(product: Pick<Product, 'databaseFile'>, no: number): number {
  const sqlite = openHandle(product.databaseFile, { readonly: true });
  try {
    const count = sqlite
      .prepare<[string, number], number>(
        `select count(*) from event where type = 'answer.saved' and agency_code = ? and indicator_no = ?
          and payload like '%"level"%' and payload like '%"device"%'`,
      )
      .pluck()
      .get(AGENCY, no);
    return count ?? 0;
  } finally {
    sqlite.close();
  }
}

/** Opens list and indicator anew where nobody answers, and chooses another level there. */
async function answerWithout(page: Page, no: number): Promise<string> {
  await page.goto(list);
  await expect(notice(page)).toContainText(offline.mayClose);
  await expect(row(page, no)).toBeVisible();
  await page.goto(`${list}/${String(no)}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const other = page.locator('input[name="level"]:not(:checked)').first();
  const value = await other.getAttribute('value');
  await other.check();
  await expect(page.getByText(words.saveState.onDevice)).toBeVisible();
  await page.goto(list);
  await expect(row(page, no)).toContainText(words.unsent);
  return value ?? '';
}

async function expectArrived(page: Page, no: number, value: string): Promise<void> {
  await expect(notice(page)).not.toContainText(offline.away);
  await expect(page.getByTestId('unsent')).toHaveCount(0);
  await page.goto(`${list}/${String(no)}`);
  await expect(level(page, value)).toBeChecked();
}

test('a closed tab opens again without a network; what is chosen there arrives once; nothing of anybody is in a cache', async ({
  browser,
  product,
}) => {
  const network = await networkTo(product);
  const signedIn = await person(browser, product, OPERATOR, { baseURL: network.origin });
  await visit(signedIn.page);
  const kept = await signedIn.page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) found.push(new URL(request.url).pathname);
    }
    const shell = await caches.match('/luring', { ignoreSearch: true });
    return { found, shell: await shell?.text(), policy: shell?.headers.get('Content-Security-Policy') };
  });
  expect(kept.found.filter((path) => path !== '/luring' && !path.startsWith('/assets/'))).toEqual([]);
  expect(kept.shell).not.toContain(AGENCY);
  expect(kept.shell).not.toContain('operator');
  expect(kept.policy).toContain("script-src 'self';");

  // Other tests may have answered it on the same product.
  const before = levelsSaved(product, 41);
  network.cut();
  const page = await anotherTab(signedIn.page);
  const value = await answerWithout(page, 41);
  await page.goto(agencyPath(AGENCY));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // What is not on the device says so, and what is.
  await page.goto('/jejak');
  await expect(page.getByRole('heading', { level: 1, name: nothingKeptWords.id.title })).toBeVisible();
  await page.locator(`a[href="${list}"]`).click();
  await expect(row(page, 41)).toContainText(words.unsent);

  network.mend();
  await expectArrived(page, 41, value);
  expect(levelsSaved(product, 41) - before).toBe(1);
  await signedIn.context.close();
  await network.stop();
});

const LAPOR = `/rakerda/${RAKERDA}/topik/lapor-sp4n/${AGENCY}`;
const PEMDI = `/rakerda/${RAKERDA}/topik/pemdi-2026/${AGENCY}`;

test('sheets of topics open again without a network as they were read, with what waits, and are nobody else’s', async ({
  browser,
  freshProduct: product,
}) => {
  const network = await networkTo(product);
  const { page, context } = await person(browser, product, OPERATOR, { baseURL: network.origin });
  const sheet = topicWords.id.sheet;
  const received = page.locator('#angka-received');
  const share = page.locator('[data-measure="resolved-share"]');
  await page.goto(LAPOR);
  await expect(notice(page)).toHaveAttribute('data-kept');
  await received.fill('200');
  await page.locator('#angka-resolved').fill('100');
  await page.getByRole('button', { name: sheet.save }).click();
  await expect(page.getByText(sheet.saved)).toBeVisible();

  network.cut();
  await page.goto(LAPOR);
  await expect(page.getByText(sheet.fromDeviceHint)).toBeVisible();
  await expect(share).toContainText('50,00%');
  await received.fill('400');
  await expect(share).toContainText('25,00%');
  await page.getByRole('button', { name: sheet.save }).click();
  await expect(page.getByText(text.ui.kept.waits)).toBeVisible();
  await page.reload();
  await expect(page.getByText(text.ui.kept.waits)).toBeVisible();
  await expect(received).toHaveValue('400');
  await expect(share).toContainText('25,00%');
  // The agency's other sheets came with it, each part of them.
  await page.goto(`${PEMDI}?bagian=I19`);
  await expect(page.locator('[data-item="I19-L1-01"]')).toBeVisible();

  network.mend();
  await expect(page.getByTestId('unsent-forms')).toHaveCount(0, { timeout: 30_000 });
  await page.goto(LAPOR);
  await expect(page.getByText(sheet.fromDeviceHint)).toHaveCount(0);
  await expect(received).toHaveValue('400');
  await page.getByText(sheet.history).click();
  await expect(page.getByText(sheet.says['topic.saved'])).toHaveCount(2);

  await signOut(page);
  await expect.poll(() => leftBehind(page)).toEqual(NOTHING);
  await signIn(page, 'operator.6301');
  network.cut();
  await expect(page.goto(LAPOR)).rejects.toThrow();
  await context.close();
  await network.stop();
});

test('behind Caddy with a certificate the same, while the server behind it is stopped', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rakerda-tls-'));
  const behind = await freePort();
  const env = { PORT: String(behind), TRUST_PROXY: '1' };
  const tls = await behindTls(behind);
  let product = await startProduct({ folder, env });
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    // The certificate is one that only this test knows.
    args: [...CHROMIUM_ARGS, '--ignore-certificate-errors'],
  });
  try {
    const context = await browser.newContext({ baseURL: tls.origin, locale: 'id-ID' });
    const first = await context.newPage();
    await signIn(first, OPERATOR);
    const [cookie] = (await context.cookies()).filter(({ name }) => name.endsWith('masuk'));
    expect(cookie).toMatchObject({ name: '__Host-masuk', secure: true, httpOnly: true, path: '/' });
    await visit(first);
    await product.kill();
    const page = await anotherTab(first);
    const value = await answerWithout(page, 6);
    product = await startProduct({ folder, env });
    await expectArrived(page, 6, value);
    expect(levelsSaved(product, 6)).toBe(1);
    await context.close();
  } finally {
    await browser.close();
    await product.kill();
    await tls.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

/** What is left on the device of this page's address. */
const leftBehind = (page: Page) =>
  page.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    pages: (await indexedDB.databases()).filter(({ name }) => name === 'rakerda-halaman').length,
  }));
const NOTHING = { caches: [], workers: 0, pages: 0 };

async function signOut(page: Page): Promise<void> {
  await page.locator('summary').filter({ hasText: 'Operator' }).click();
  await page.getByRole('button', { name: text.ui.signOut }).click();
  await page.waitForURL('**/masuk');
}

test('signing out and the end of a session leave neither pages nor scripts, and signing in brings both back', async ({
  browser,
  product,
}) => {
  const network = await networkTo(product);
  const { page, context } = await person(browser, product, OPERATOR, { baseURL: network.origin });
  await visit(page);
  await signOut(page);
  await expect.poll(() => leftBehind(page)).toEqual(NOTHING);

  await signIn(page, OPERATOR);
  await visit(page);
  network.cut();
  await page.goto(list);
  await expect(row(page, 1)).toBeVisible();
  network.mend();
  await expect(notice(page)).not.toContainText(offline.away);

  await context.clearCookies();
  await page.goto(list);
  await page.waitForURL('**/masuk**');
  await expect.poll(() => leftBehind(page)).toEqual(NOTHING);
  network.cut();
  await expect(page.goto(list)).rejects.toThrow();
  await context.close();
  await network.stop();
});

test('a new release is offered to an open tab, and the device goes on opening what the old one kept', async ({
  browser,
  product,
}) => {
  const releases = await releasesOf(product);
  const { page, context } = await person(browser, product, OPERATOR, { baseURL: releases.origin });
  await visit(page);
  releases.next();
  // As a tab that is looked at again.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(notice(page)).toContainText(offline.newer);
  await expect(notice(page).getByRole('link', { name: offline.reload })).toBeVisible();

  await releases.stop();
  const again = await anotherTab(page);
  await again.goto(list);
  await expect(row(again, 1)).toBeVisible();
  await context.close();
});

/** Writes into the database of kept pages, as another account, language or release would have left it. */
async function plant(page: Page, change: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(
    (other) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('rakerda-halaman');
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          const trx = opening.result.transaction(['owner'], 'readwrite');
          const owners = trx.objectStore('owner');
          const found = owners.get('own');
          found.onsuccess = () => {
            const own: unknown = found.result;
            owners.put({ ...(typeof own === 'object' ? own : null), ...other }, 'own');
          };
          trx.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    change,
  );
}

const keptPages = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('rakerda-halaman');
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          const counting = opening.result.transaction('indicator').objectStore('indicator').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );

async function reopened(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(list);
  return page;
}

const STRANGERS: readonly Readonly<Record<string, string>>[] = [
  { account: 'akun-lain' },
  { release: 'rilis-lain' },
  { locale: 'en' },
];
for (const change of STRANGERS) {
  test(`pages of another ${Object.keys(change).join()} are shown neither by an open tab nor after it, and go with the next visit`, async ({
    browser,
    product,
  }) => {
    const network = await networkTo(product);
    const { page, context } = await person(browser, product, OPERATOR, { baseURL: network.origin });
    await visit(page);
    expect(await keptPages(page)).toBe(47);
    await plant(page, change);
    network.cut();
    await page.evaluate(() => window.dispatchEvent(new Event('offline')));
    await expect(notice(page)).toContainText(offline.away);
    await row(page, 12).click();
    // It has nothing to go on with: the address stays, or the browser says that nobody answers.
    await expect(page.getByRole('heading', { level: 1, name: /^12/ })).toHaveCount(0);

    network.mend();
    // The first thing that the page does with the device is to remove what is not its own.
    const next = await reopened(context);
    await expect.poll(() => keptPages(next)).toBeLessThanOrEqual(1);
    await expect(notice(next)).toHaveAttribute('data-ready');
    expect(await keptPages(next)).toBe(47);
    await context.close();
    await network.stop();
  });
}

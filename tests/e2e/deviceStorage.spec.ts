/** What the device keeps for somebody without a network, and what they can do with it. */
import { mkdtemp, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { deviceWords } from '~/assessment/deviceWords';
import { unsentWords } from '~/assessment/unsentWords';
import { CHROMIUM_ARGS, chromiumPath } from '../chromium';
import { agencyPath, expect, person, signIn, test, text } from './fixtures';
import { networkTo } from './network';

const words = deviceWords.id;
const saving = text.assessment.saveState;
const AGENCY = '63.10';

test('what lies on the device is listed, saved as a file, removed and sent, without a network but for the last', async ({
  browser,
  product,
}) => {
  const { page, context } = await person(browser, product, 'operator.6310');
  const path = agencyPath(AGENCY, 'isi/31');
  const inCharge = page.locator('input[name="personInCharge"]');
  const justification = page.locator('textarea[name="justification"]');
  await page.goto(path);
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'idle');
  await page.route('**/simpan', (route) => route.abort());
  await inCharge.fill('Bidang Aptika');
  await justification.fill('Diketik saat jaringan putus');
  await expect(page.getByText(saving.onDevice)).toBeVisible();
  await page.goto('/');
  // Saves that fail may pass for a server that is away; a moment later it is asked, and there.
  await expect(async () => {
    await page.getByRole('link', { name: unsentWords.id.list }).click();
    await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible({ timeout: 3000 });
  }).toPass();
  await context.setOffline(true);
  const waiting = page.locator('main').getByRole('listitem');
  await expect(waiting.filter({ hasText: 'Bidang Aptika' })).toBeVisible();
  await expect(waiting.filter({ hasText: 'Diketik saat jaringan putus' })).toBeVisible();

  const arrives = page.waitForEvent('download');
  await page.getByRole('link', { name: words.save }).click();
  const download = await arrives;
  expect(download.suggestedFilename()).toBe(words.fileName);
  const file: unknown = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(file).toContainEqual(expect.objectContaining({ page: path, value: 'Bidang Aptika' }));

  const removeFirst = waiting
    .filter({ hasText: 'Bidang Aptika' })
    .getByRole('button', { name: words.remove });
  page.once('dialog', (question) => void question.dismiss());
  await removeFirst.click();
  await expect(waiting).toHaveCount(2);
  page.once('dialog', (question) => void question.accept());
  await removeFirst.click();
  await expect(waiting).toHaveCount(1);

  await context.setOffline(false);
  // Saves do not get through yet; once they do, it may be sent before anybody can press.
  await page.locator('main').getByRole('button', { name: words.send }).click();
  await expect(waiting).toHaveCount(1);
  await page.unroute('**/simpan');
  // Its own next try may be a minute away by now.
  await expect(async () => {
    const send = page.locator('main').getByRole('button', { name: words.send });
    if (await send.isVisible()) await send.click({ timeout: 1000 });
    await expect(page.getByText(words.none)).toBeVisible({ timeout: 3000 });
  }).toPass();
  await page.goto(path);
  await expect(justification).toHaveValue('Diketik saat jaringan putus');
  await expect(inCharge).not.toHaveValue('Bidang Aptika');
  await context.close();
});

test('the page of a captive portal is no acknowledgement, whatever its status says', async ({
  browser,
  product,
}) => {
  const { page, context } = await person(browser, product, 'operator.6310');
  await page.goto(agencyPath(AGENCY, 'isi/32'));
  const state = page.getByTestId('save-state');
  await expect(state).toHaveAttribute('data-state', 'idle');
  const portal = { status: 200, contentType: 'text/html', body: '<!doctype html><title>Wi-Fi</title>Masuk' };
  await page.route('**/simpan', (route) => route.fulfill(portal));
  await page.locator('input[name="personInCharge"]').fill('Lewat portal');
  await expect(state).toHaveAttribute('data-state', 'failed');
  await expect(page.getByText(saving.onDevice)).toBeVisible();
  await page.unroute('**/simpan');
  await page.getByRole('button', { name: text.assessment.tryAgain }).click();
  await expect(state).toHaveAttribute('data-state', 'saved');
  await context.close();
});

test('a row of another release that cannot be read holds nothing back', async ({ browser, product }) => {
  const { page, context } = await person(browser, product, 'operator.6310');
  await page.goto(agencyPath(AGENCY, 'isi/33'));
  const state = page.getByTestId('save-state');
  await expect(state).toHaveAttribute('data-state', 'idle');
  await page.route('**/simpan', (route) => route.abort());
  await page.locator('input[name="personInCharge"]').fill('Di belakang baris asing');
  await expect(page.getByText(saving.onDevice)).toBeVisible();
  const isPut = await page.evaluate(
    () =>
      new Promise<boolean>((resolve, reject) => {
        const opening = indexedDB.open('rakerda');
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          const store = opening.result.transaction('waiting', 'readwrite').objectStore('waiting');
          const rows = store.getAll();
          rows.onsuccess = () => {
            const row: unknown = rows.result[0];
            if (typeof row !== 'object' || row === null || !('account' in row)) {
              resolve(false);
              return;
            }
            const put = store.put({ id: '0-rilis-lain', account: row.account, field: 'tidak-dikenal' });
            put.onsuccess = () => resolve(true);
          };
        };
      }),
  );
  expect(isPut).toBe(true);
  await page.unroute('**/simpan');
  await page.reload();
  await expect(state).toHaveAttribute('data-state', 'saved');
  await page.reload();
  await expect(page.locator('input[name="personInCharge"]')).toHaveValue('Di belakang baris asing');
  await context.close();
});

test('storage that is deleted under the page loses nothing that the page shows', async ({
  browser,
  product,
}) => {
  const { page, context } = await person(browser, product, 'operator.6310');
  await page.goto(agencyPath(AGENCY, 'isi/34'));
  const state = page.getByTestId('save-state');
  await expect(state).toHaveAttribute('data-state', 'idle');
  await page.route('**/simpan', (route) => route.abort());
  await page.locator('input[name="personInCharge"]').fill('Sebelum dihapus');
  await expect(page.getByText(saving.onDevice)).toBeVisible();
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('rakerda');
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(new Error('not deleted'));
      }),
  );
  await page.locator('textarea[name="justification"]').fill('Sesudah dihapus');
  await expect(page.getByText(saving.onDevice)).toBeVisible();
  await page.unroute('**/simpan');
  await page.getByRole('button', { name: text.assessment.tryAgain }).click();
  await expect(state).toHaveAttribute('data-state', 'saved');
  await page.reload();
  await expect(page.locator('input[name="personInCharge"]')).toHaveValue('Sebelum dihapus');
  await expect(page.locator('textarea[name="justification"]')).toHaveValue('Sesudah dihapus');
  await context.close();
});

test('a device that has no room left says so, and what was typed is kept by the page and sent', async ({
  browser,
  product,
}) => {
  const context = await browser.newContext({ baseURL: product.origin });
  const page = await context.newPage();
  await page.goto('/masuk');
  // Before anything is written: Chromium remembers for a while how much room there was.
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: product.origin, quotaSize: 1 });
  await signIn(page, 'operator.6310');
  await page.goto(agencyPath(AGENCY, 'isi/35'));
  const state = page.getByTestId('save-state');
  await expect(state).toHaveAttribute('data-state', 'idle');
  await page.route('**/simpan', (route) => route.abort());
  await page.locator('textarea[name="justification"]').fill('Tanpa tempat di perangkat');
  await expect(state).toContainText(saving.notOnDevice);
  await expect(state).not.toContainText(saving.onDevice);
  await page.locator('input[name="personInCharge"]').fill('Juga tanpa tempat');
  await expect(state).toContainText(saving.notOnDevice);
  await page.unroute('**/simpan');
  await page.getByRole('button', { name: text.assessment.tryAgain }).click();
  await expect(state).toHaveAttribute('data-state', 'saved');
  await page.reload();
  await expect(page.locator('textarea[name="justification"]')).toHaveValue('Tanpa tempat di perangkat');
  await expect(page.locator('input[name="personInCharge"]')).toHaveValue('Juga tanpa tempat');
  await context.close();
});

test('a device whose storage never answers holds nothing back: what is typed is sent, and the page says what is not kept', async ({
  browser,
  product,
}) => {
  const { page, context } = await person(browser, product, 'operator.6310');
  await page.addInitScript(() => {
    // The request is real, and nobody hears its answer.
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (name, version) =>
      Object.assign(open(name, version), { addEventListener: () => undefined });
  });
  await page.goto(agencyPath(AGENCY, 'isi/36'));
  const state = page.getByTestId('save-state');
  await page.locator('textarea[name="justification"]').fill('Perangkat diam');
  await expect(state).toHaveAttribute('data-state', 'saved');
  await page.route('**/simpan', (route) => route.abort());
  await page.locator('input[name="personInCharge"]').fill('Tetap diam');
  await expect(state).toContainText(saving.notOnDevice);
  await page.unroute('**/simpan');
  await page.getByRole('button', { name: text.assessment.tryAgain }).click();
  await expect(state).toHaveAttribute('data-state', 'saved');
  await page.reload();
  await expect(page.locator('textarea[name="justification"]')).toHaveValue('Perangkat diam');
  await expect(page.locator('input[name="personInCharge"]')).toHaveValue('Tetap diam');
  await context.close();
});

test('a browser that is killed once the page says that the device has it loses no word', async ({
  product,
}) => {
  const disk = await mkdtemp(join(tmpdir(), 'rakerda-disk-'));
  const network = await networkTo(product);
  const open = () =>
    chromium.launchPersistentContext(disk, {
      executablePath: chromiumPath(),
      args: CHROMIUM_ARGS,
      baseURL: network.origin,
      locale: 'id-ID',
    });
  const first = await open();
  const [page = await first.newPage()] = first.pages();
  await signIn(page, 'operator.6310');
  await page.goto(agencyPath(AGENCY, 'isi/36'));
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'idle');
  network.cut();
  await page.locator('textarea[name="justification"]').fill('Diketik sebelum peramban mati');
  await expect(page.getByText(saving.onDevice)).toBeVisible();
  // Chromium writes here which process has the disk.
  const [, pid] = /-(\d+)$/.exec(await readlink(join(disk, 'SingletonLock'))) ?? [];
  const closed = first.waitForEvent('close');
  process.kill(Number(pid), 'SIGKILL');
  await closed;

  network.mend();
  const second = await open();
  // Whether the sign-in was on the disk already is the browser's affair.
  await second.clearCookies();
  const [again = await second.newPage()] = second.pages();
  await signIn(again, 'operator.6310');
  await again.goto(agencyPath(AGENCY, 'isi/36'));
  await expect(again.locator('textarea[name="justification"]')).toHaveValue('Diketik sebelum peramban mati');
  await expect(again.getByTestId('unsent')).toHaveCount(0);
  await second.close();
  // On another device: it has arrived.
  const elsewhere = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
  const reader = await person(elsewhere, product, 'operator.6310');
  await expect(async () => {
    await reader.page.goto(agencyPath(AGENCY, 'isi/36'));
    await expect(reader.page.locator('textarea[name="justification"]')).toHaveValue(
      'Diketik sebelum peramban mati',
      { timeout: 1000 },
    );
  }).toPass();
  await elsewhere.close();
  await network.stop();
  await rm(disk, { recursive: true, force: true });
});

/** The example of the documentation: one file, uploaded, published, filled in – and nothing is started anew. */
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openHandle } from '#db/handle';
import { setUpWords } from '~/rakerda/setUpWords';
import { workshopWords } from '~/workshop/workshopWords';
import { enter, expect, person, test } from './fixtures';

const FILE = fileURLToPath(new URL('../../app/workshop/examples/maturity.json', import.meta.url));
const CODE = 'layanan-digital';
const words = workshopWords.id;

async function upload(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) {
  await page.locator('#berkas').setInputFiles(file);
  await page.getByRole('button', { name: words.upload.check }).click();
}

async function expectNothingForAxe(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

test('a made-up instrument is one file: refused by its path, seen as an agency, published, chosen, filled in', async ({
  browser,
  freshProduct,
}) => {
  const context = await browser.newContext({ baseURL: freshProduct.origin });
  const page = await context.newPage();
  await enter(page, freshProduct, 'admin');
  await page.goto('/bengkel');
  const broken = { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{"kind":"maturity"}') };
  await upload(page, broken);
  await expect(page.getByText('version: wajib diisi', { exact: true })).toBeVisible();

  await upload(page, FILE);
  await page.waitForURL(/\/bengkel\/draf\//);
  await expect(page.getByText(words.draft.first)).toBeVisible();
  await expectNothingForAxe(page);
  await page.getByRole('link', { name: words.draft.preview }).click();
  await expect(page.locator('input[name="level"]')).toHaveCount(4);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pengajuan tanpa datang');
  await expectNothingForAxe(page);
  await page.getByRole('link', { name: words.preview.back }).last().click();

  await page.getByRole('button', { name: words.draft.publish }).click();
  await expect(page.getByText(words.draft.sureMissing)).toBeVisible();
  await page.getByLabel(words.draft.sure).check();
  await page.getByRole('button', { name: words.draft.publish }).click();
  await expect(page.getByText(words.versions.published)).toBeVisible();
  await expect(page.locator('[data-version="1.0.0"]')).toBeVisible();
  await expectNothingForAxe(page);

  await page.getByRole('link', { name: words.versions.setUp }).click();
  for (const [field, value] of Object.entries({
    name: 'Rakerda Layanan',
    year: '2026',
    startsOn: '2026-05-08',
    endsOn: '2026-05-08',
    place: 'Aula',
    host: 'Diskominfo',
  }))
    await page.locator(`#${field}`).fill(value);
  await page.locator('#provinceCode').selectOption('63');
  await page.locator(`input[value="${CODE}@1.0.0"]`).check();
  await page.locator('input[name="instruments"][value^="spbe-2020@"]').uncheck();
  await page.getByRole('button', { name: setUpWords.id.form.submit }).click();
  await page.waitForURL((url) => url.pathname.startsWith('/rakerda/') && !url.pathname.endsWith('/baru'));
  const { pathname } = new URL(page.url());

  const sqlite = openHandle(freshProduct.databaseFile);
  sqlite.pragma('busy_timeout = 10000');
  sqlite.prepare("update rakerda set state = 'filling' where id = ?").run(pathname.split('/').at(-1));
  // People of the demo reach the demo alone.
  sqlite.prepare("update account set is_demo = 0 where username = 'operator.6301'").run();
  sqlite.close();
  const operator = await person(browser, freshProduct, 'operator.6301');
  await operator.page.goto(`${pathname}/${CODE}/63.01/isi/1`);
  await operator.page.locator('input[name="level"][value="3"]').check();
  await expect(operator.page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
  await operator.page.goto(`${pathname}/${CODE}/63.01`);
  // 3 of 40, 1 of 60 hundredths: what is not answered stands at the lowest level.
  await expect(operator.page.getByTestId('index')).toHaveText('1,80');

  await page.goto('/bengkel');
  await expect(page.locator(`[data-instrument="${CODE}"]`)).toContainText('Rakerda Layanan');
  await upload(page, FILE);
  await expect(page.getByText(/layanan-digital 1\.0\.0 sudah terbit/)).toBeVisible();
});

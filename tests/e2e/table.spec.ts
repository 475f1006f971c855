/** The table of the Rakerda in a browser: its order, what moves live in it, the way to a sheet and its paper, A4. */
import { sheetWords } from '~/hall/table/sheetWords';
import { tableWords } from '~/hall/table/tableWords';
import { complaints, expect, person, RAKERDA, test } from './fixtures';

const words = tableWords.id;
const TABLE = `/rakerda/${RAKERDA}/meja`;
/** A4 landscape less the margins that the page sets, in CSS pixels. */
const PAPER = { width: 1046, height: 718 };

test('the table is ordered by any column, follows the hall, and leads to a sheet with its paper', async ({
  browser,
  freshProduct,
}) => {
  const { page } = await person(browser, freshProduct, 'fasilitator');
  const heard = complaints(page);
  await page.goto(TABLE);
  const names = () => page.locator('#meja tbody th').allTextContents();
  const spbe = page.getByRole('columnheader', { name: /SPBE 2020/ });
  await expect(spbe).toHaveAttribute('aria-sort', 'descending');
  const best = await names();
  await spbe.getByRole('link').click();
  await expect(spbe).toHaveAttribute('aria-sort', 'ascending');
  expect((await names())[0]).not.toBe(best[0]);
  await page.getByRole('columnheader', { name: words.agency }).getByRole('link').click();
  await expect(page).toHaveURL(/urut=instansi/);
  // The address changes a moment before the rows do.
  await expect(page.locator('#meja tbody th')).toHaveText([...best].sort((a, b) => a.localeCompare(b, 'id')));

  // What an agency promises meanwhile stands in the table without a reload.
  await expect(page.locator('[data-live="open"]')).toBeVisible();
  const row = page.getByRole('row', { name: /Tanah Laut/ });
  await expect(row).toContainText('0/1');
  const other = await person(browser, freshProduct, 'operator.6301');
  await other.page.goto(`/rakerda/${RAKERDA}/komitmen/demo-komitmen-2025-1`);
  const origin = new URL(other.page.url()).origin;
  const answer = await other.page.request.post(`/rakerda/${RAKERDA}/komitmen/demo-komitmen-2025-1`, {
    form: { intent: 'status', version: '1', status: 'done', note: '' },
    headers: { origin },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(302);
  await expect(row).toContainText('1/1');

  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kabupaten Tanah Laut');
  const paper = page.waitForEvent('download');
  await page.getByRole('link', { name: sheetWords.id.pdf }).click();
  expect((await paper).suggestedFilename()).toBe('demo-lembar-kalsel-2025-63.01.pdf');
  expect(heard).toEqual([]);
});

test('the table stands whole on A4 across', async ({ browser, product }) => {
  const { page } = await person(browser, product, 'fasilitator', { viewport: PAPER });
  await page.emulateMedia({ media: 'print' });
  await page.goto(TABLE);
  await expect(page.getByRole('table')).toBeVisible();
  const cut = await page
    .locator('main :is(th, td, li, p)')
    .evaluateAll(
      (cells, width) =>
        cells
          .filter((cell) => cell.getBoundingClientRect().right > width + 1)
          .map(({ textContent }) => textContent.slice(0, 40)),
      PAPER.width,
    );
  expect(cut).toEqual([]);
});

/** An earlier version of a field is put back from the history, with scripts and without. */
import type { Page } from '@playwright/test';
import { snapshotSchema } from '~/assessment/saveResponse';
import { historyWords } from '~/assessment/historyWords';
import { agencyPath, expect, person, test } from './fixtures';

const words = historyWords.id;
const AGENCY = '63.01';
const FIRST = 'Ditetapkan dengan SK Bupati nomor 12.';
const SECOND = 'Diganti tanpa sengaja.';

async function writeTwice(page: Page): Promise<void> {
  const address = agencyPath(AGENCY, 'isi/5/simpan');
  for (const justification of [FIRST, SECOND]) {
    const { version } = snapshotSchema.parse(await (await page.request.get(address)).json());
    const form = { version: String(version), field: 'justification', justification };
    const headers = { Origin: new URL(page.url()).origin };
    expect((await page.request.post(address, { form, headers })).status()).toBe(200);
  }
}

for (const javaScriptEnabled of [true, false]) {
  test(`what was replaced is put back, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    browser,
    freshProduct: product,
  }) => {
    const { page, context } = await person(browser, product, 'operator.6301');
    await writeTwice(page);
    const plain = javaScriptEnabled
      ? page
      : await (
          await browser.newContext({
            baseURL: product.origin,
            javaScriptEnabled,
            storageState: await context.storageState(),
          })
        ).newPage();
    await plain.goto(agencyPath(AGENCY, 'riwayat?indikator=5'));
    const earlier = plain.getByRole('listitem').filter({ hasText: FIRST }).last();
    await earlier.getByRole('button', { name: words.restore }).click();
    await expect(
      plain.getByText(words.restored({ field: words.fields.justification, no: '5' })),
    ).toBeVisible();
    await expect(plain.getByRole('heading', { name: words.events['answer.restored'] })).toBeVisible();
    await plain.goto(agencyPath(AGENCY, 'isi/5'));
    await expect(plain.locator('textarea[name="justification"]')).toHaveValue(FIRST);
    if (!javaScriptEnabled) await plain.context().close();
    await context.close();
  });
}

test('a page of before the assessment was submitted is refused in words', async ({
  browser,
  freshProduct,
}) => {
  const { page, context } = await person(browser, freshProduct, 'operator.6301');
  await writeTwice(page);
  await page.goto(agencyPath(AGENCY, 'riwayat'));
  const status = await context.newPage();
  await status.goto(agencyPath(AGENCY, 'status'));
  await status.locator('input[name="unansweredConfirmed"]').check();
  await status.locator('form:has(input[value="submit"]) button').click();
  await status.waitForURL(/selesai=submitted/);
  await page.getByRole('button', { name: words.restore }).first().click();
  await expect(page.getByText(words.refused.locked)).toBeVisible();
  await expect(page.getByRole('button', { name: words.restore })).toHaveCount(0);
  await context.close();
});

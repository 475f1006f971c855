/** Before other people's accounts are changed, the own password is asked for again, and nothing typed is lost over it. */
import type { Page } from '@playwright/test';
import { openHandle } from '#db/handle';
import type { Product } from '../product';
import { enter, expect, NEW_ADMIN_PASSWORD, test, text } from './fixtures';

const words = text.accounts;
const proofWords = text.accountForms.proof;

/** As if the password had been typed an hour ago. */
function letProofsGrowOld(product: Product): void {
  const sqlite = openHandle(product.databaseFile);
  sqlite.pragma('busy_timeout = 10000');
  const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
  sqlite.prepare('update sign_in set proven_at = ?').run(hourAgo);
  sqlite.close();
}

const proof = (page: Page) => page.getByLabel(proofWords.label);

for (const javaScriptEnabled of [true, false]) {
  test(`a new account, its name and its end wait for the password, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    browser,
    freshProduct,
  }) => {
    const context = await browser.newContext({ baseURL: freshProduct.origin, javaScriptEnabled });
    const page = await context.newPage();
    await enter(page, freshProduct, 'admin');
    const username = `penelaah-${javaScriptEnabled ? 'satu' : 'dua'}`;
    letProofsGrowOld(freshProduct);
    await page.goto('/akun/baru');
    await page.locator('#role').selectOption('reviewer');
    await page.locator('#name').fill('Siti Penelaah');
    await page.locator('#username').fill(username);
    await page.locator('input[name="rakerda"]').first().check();
    await page.getByRole('button', { name: words.create.submit, exact: true }).click();
    await expect(page.getByText(proofWords.asked)).toBeVisible();
    await expect(page.locator('#username')).toHaveValue(username);
    await expect(page.locator('#role')).toHaveValue('reviewer');
    await expect(page.locator('input[name="rakerda"]').first()).toBeChecked();
    await proof(page).fill('bukan kata sandinya');
    await page.getByRole('button', { name: words.create.submit, exact: true }).click();
    await expect(page.getByText(proofWords.wrong)).toBeVisible();
    await expect(page.locator('#name')).toHaveValue('Siti Penelaah');
    await expect(proof(page)).toHaveAttribute('type', 'password');
    await proof(page).fill(NEW_ADMIN_PASSWORD);
    await page.getByRole('button', { name: words.create.submit, exact: true }).click();
    await expect(page.getByText(words.initial.createdFor({ name: 'Siti Penelaah' }))).toBeVisible();
    // The device keeps no password.
    if (javaScriptEnabled) {
      const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
      expect(kept).not.toContain(NEW_ADMIN_PASSWORD);
      expect(kept).not.toContain('bukan kata sandinya');
    }

    // Within a quarter of an hour nothing is asked.
    await page.goto(`/akun?cari=${username}`);
    await page.getByRole('link', { name: /Siti Penelaah/ }).click();
    await page.waitForURL(/\/akun\/[^?]/);
    await page.locator('#name').fill('Siti Dua');
    await page.getByRole('button', { name: words.one.rename, exact: true }).click();
    await expect(page.getByText(words.one.done.rename)).toBeVisible();

    letProofsGrowOld(freshProduct);
    await page.locator('#name').fill('Siti Tiga');
    await page.getByRole('button', { name: words.one.rename, exact: true }).click();
    await expect(page.locator('#name')).toHaveValue('Siti Tiga');
    await proof(page).fill(NEW_ADMIN_PASSWORD);
    await page.getByRole('button', { name: words.one.rename, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Siti Tiga');

    letProofsGrowOld(freshProduct);
    await page.getByRole('button', { name: words.one.disable, exact: true }).click();
    await expect(page.getByText(proofWords.asked)).toBeVisible();
    await expect(page.getByText(words.one.done.disable)).toHaveCount(0);
    await proof(page).fill(NEW_ADMIN_PASSWORD);
    await page.getByRole('button', { name: words.one.disable, exact: true }).click();
    await expect(page.getByText(words.one.done.disable)).toBeVisible();
    await context.close();
  });
}

/** A device that is signed in elsewhere is signed out from the list, and its live page notices. */
import { enter, expect, person, RAKERDA, test, text } from './fixtures';

const words = text.ownAccount;

for (const javaScriptEnabled of [true, false]) {
  test(`an administrator ends the own sign-in on another device, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    browser,
    freshProduct,
  }) => {
    const options = { baseURL: freshProduct.origin };
    const phone = await browser.newContext(options);
    const phonePage = await phone.newPage();
    await enter(phonePage, freshProduct, 'admin');
    const laptop = await browser.newContext({ ...options, javaScriptEnabled });
    const page = await laptop.newPage();
    await enter(page, freshProduct, 'admin');
    await page.goto('/kata-sandi');
    const rows = page.getByRole('row').filter({ has: page.getByRole('button', { name: words.endOne }) });
    await expect(page.getByText(words.thisDevice, { exact: true })).toHaveCount(1);
    await expect(rows).toHaveCount(1);
    await rows.getByRole('button').click();
    await expect(page.getByText(words.done.ended)).toBeVisible();
    await expect(rows).toHaveCount(0);
    await phonePage.goto('/akun');
    await expect(phonePage).toHaveURL(/\/masuk/);
    await phone.close();
    await laptop.close();
  });
}

test('a live page of the ended sign-in is cut off within five seconds', async ({ browser, freshProduct }) => {
  const facilitator = await person(browser, freshProduct, 'fasilitator');
  await facilitator.page.goto(`/rakerda/${RAKERDA}/pantau`);
  await expect(facilitator.page.locator('[data-live="open"]').first()).toBeVisible();
  const context = await browser.newContext({ baseURL: freshProduct.origin });
  const page = await context.newPage();
  await enter(page, freshProduct, 'admin');
  await page.goto('/akun?cari=fasilitator');
  await page
    .getByRole('link', { name: /fasilitator/i })
    .first()
    .click();
  await page.waitForURL(/\/akun\/[^?]/);
  await page.getByRole('button', { name: words.endOne }).first().click();
  await expect(page.getByText(text.accounts.one.done.endSignIn)).toBeVisible();
  await expect(facilitator.page.locator('[data-live="open"]')).toHaveCount(0, { timeout: 5000 });
  await context.close();
  await facilitator.context.close();
});

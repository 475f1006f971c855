/** A password that is easy to guess is refused in words, with scripts and without, and a better one is then taken. */
import { ADMIN_PASSWORD } from '../product';
import { expect, signIn, test, text } from './fixtures';

const words = text.accountForms.error;
const BETTER = 'jembatan kunci awan teratai';

for (const javaScriptEnabled of [true, false]) {
  test(`an easy password is refused where scripts are ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    browser,
    freshProduct,
  }) => {
    const context = await browser.newContext({ baseURL: freshProduct.origin, javaScriptEnabled });
    const page = await context.newPage();
    await signIn(page, 'admin', ADMIN_PASSWORD);
    const field = (name: string) => page.locator(`input[name="${name}"]`);
    const choose = async (password: string) => {
      await field('next').fill(password);
      await field('repeat').fill(password);
      await field('repeat').press('Enter');
    };
    await field('current').fill(ADMIN_PASSWORD);
    await choose('administrator2026');
    await expect(page.locator('#next-error')).toContainText(words.passwordOwnWords);
    // A password never comes back in a page; what the browser holds stays where scripts run.
    if (javaScriptEnabled) await expect(field('current')).toHaveValue(ADMIN_PASSWORD);
    else await field('current').fill(ADMIN_PASSWORD);
    await choose('rahasia123456');
    await expect(page.locator('#next-error')).toContainText(words.passwordGuessable);
    if (!javaScriptEnabled) await field('current').fill(ADMIN_PASSWORD);
    await choose(BETTER);
    await page.waitForURL((url) => url.pathname !== '/kata-sandi');
    await context.close();
  });
}

import { expect, INSTRUMENT, RAKERDA, test, text } from './fixtures';

/** Somebody who was told nothing: from the first page to a submitted assessment and a comparison, by what is on the pages. */
test('a newcomer tries the demo, answers, submits and compares', async ({ browser, freshProduct }) => {
  const context = await browser.newContext({ baseURL: freshProduct.origin, locale: 'id-ID' });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('link', { name: text.ui.signIn }).first().click();
  await page.waitForURL('**/masuk*');
  await page
    .getByRole('button', { name: new RegExp(text.ui.role.operator) })
    .first()
    .click();
  await page.waitForURL((url) => url.pathname !== '/masuk');

  // The one primary step on the page leads to the next unanswered indicator.
  await page.locator('main a[href*="/isi"]').first().click();
  await page.waitForURL('**/isi**');
  if (!/\/isi\/\d+$/.test(new URL(page.url()).pathname)) {
    await page.locator('main a[href*="/isi/"]').first().click();
    await page.waitForURL(/\/isi\/\d+/);
  }
  for (let answered = 0; answered < 3; answered += 1) {
    const here = new URL(page.url()).pathname;
    await page
      .locator('label')
      .filter({ has: page.locator('input[name="level"][value="3"]') })
      .first()
      .click();
    await page
      .getByLabel(text.assessment.justification, { exact: true })
      .fill('Sudah ditetapkan dengan peraturan bupati.');
    await page.getByRole('button', { name: text.assessment.saveNext }).click();
    await page.waitForURL((url) => url.pathname !== here);
  }

  await page.locator('main a[href$="/isi"]').first().click();
  await page.locator('main a[href$="/status"]').first().click();
  await page.waitForURL('**/status');
  // Not everything is answered: the page says so and asks before it takes that as an answer.
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: text.assessment.workflow.submit }).click();
  await expect(page.getByText(text.assessment.workflow.done.submitted)).toBeVisible();

  await page.goto('/');
  await page.locator(`a[href$="/rakerda/${RAKERDA}"]`).first().click();
  await page.waitForURL(`**/rakerda/${RAKERDA}`);
  await page.locator(`a[href*="/${INSTRUMENT}/banding"]`).first().click();
  await page.waitForURL('**/banding*');
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.getByText('Tanah Laut').first()).toBeVisible();
  await context.close();
});

/** Pages that the browser has translated: its own texts stand in place of ours, and what changes live must still show. */
import type { Page } from '@playwright/test';
import { agencyPath, complaints, expect, INSTRUMENT, person, RAKERDA, test } from './fixtures';

/** As the translators of browsers do it: every text that may be translated is taken out, and stands in elements of theirs. */
function translate(page: Page): Promise<number> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const isOurs = node.parentElement?.closest('[translate="no"], script, style, svg, select') !== null;
      if (node instanceof Text && !isOurs && node.data.trim() !== '') texts.push(node);
    }
    for (const text of texts) {
      const font = () => document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
      const [outer, inner] = [font(), font()];
      inner.textContent = `⟦${text.data}⟧`;
      outer.append(inner);
      text.replaceWith(outer);
    }
    return texts.length;
  });
}

test('figures and marks of a translated comparison move with a save', async ({ browser, freshProduct }) => {
  const { page } = await person(browser, freshProduct, 'fasilitator');
  const operator = await person(browser, freshProduct, 'operator.6302');
  const heard = complaints(page);
  await page.goto(`/rakerda/${RAKERDA}/${INSTRUMENT}/banding`);
  const row = page.locator('#peringkat').getByRole('row').filter({ hasText: 'Kotabaru' }).first();
  await expect(row).toBeVisible();
  await expect(page.locator('[data-live="open"]').first()).toBeVisible();
  expect(await translate(page)).toBeGreaterThan(50);
  await expect(page.locator('h1 font').first()).toBeVisible();
  const before = await row.innerText();

  await operator.page.goto(agencyPath('63.02', 'isi/1'));
  await expect(operator.page.getByTestId('save-state')).toBeVisible();
  const chosen = await operator.page.locator('input[name="level"]:checked').getAttribute('value');
  await operator.page.keyboard.press(chosen === '5' ? '1' : '5');
  await expect(operator.page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');

  await expect.poll(() => row.innerText()).not.toBe(before);
  expect(heard).toEqual([]);
});

test('a translated question goes on saving, and says truly that it did', async ({
  browser,
  freshProduct,
}) => {
  const { page } = await person(browser, freshProduct, 'operator.6302');
  const heard = complaints(page);
  await page.goto(agencyPath('63.02', 'isi/1'));
  const state = page.getByTestId('save-state');
  await expect(state).toBeVisible();
  const before = await state.innerText();
  const strip = page
    .locator('main')
    .getByText(/^\d,\d\d$/)
    .first();
  const index = await strip.innerText();
  expect(await translate(page)).toBeGreaterThan(30);

  const chosen = await page.locator('input[name="level"]:checked').getAttribute('value');
  await page.keyboard.press(chosen === '5' ? '1' : '5');
  await expect(state).toHaveAttribute('data-state', 'saved');
  expect(await state.innerText()).not.toBe(before);
  await expect(strip).not.toHaveText(index);
  await page.keyboard.press('n');
  await page.waitForURL('**/isi/2');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(heard).toEqual([]);
});

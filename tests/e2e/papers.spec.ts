/** Papers that a person takes with them: the review sheet with scripts and without, and files that are long in the making. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { reviewFrameWords } from '~/rakerda/reviewFrameWords';
import { resultWords } from '~/results/resultWords';
import { agencyPath, expect, openParts, person, test, text } from './fixtures';

const frame = reviewFrameWords.id;

for (const javaScriptEnabled of [true, false]) {
  test(`the review sheet comes as the page shows it, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    browser,
    product,
  }) => {
    const { page } = await person(browser, product, 'penelaah', { javaScriptEnabled });
    await page.goto(agencyPath('63.01', 'telaah'));
    await page.locator('input[name="saring"][value="belum"]').check();
    if (!javaScriptEnabled) await page.getByRole('button', { name: frame.show, exact: true }).click();
    await page.waitForURL(/saring=belum/);
    const link = page.getByRole('link', { name: frame.pdf });
    await expect(link).toHaveAttribute('href', /telaah\.pdf\?saring=belum$/);
    await openParts(page);
    const shown = await page.locator('main li h3:visible').allInnerTexts();
    const arriving = page.waitForEvent('download');
    await link.click();
    const download = await arriving;
    expect(download.suggestedFilename()).toBe('demo-telaah-spbe-2020-kalsel-2025-63.01-belum.pdf');
    const text = execFileSync('pdftotext', ['-raw', '-', '-'], { input: readFileSync(await download.path()) })
      .toString('utf8')
      .replaceAll(/\s+/g, ' ');
    expect(shown.length).toBeGreaterThan(0);
    for (const title of shown) expect(text).toContain(title);
  });
}

test('a file that is long in the making says so, and comes once it is there', async ({
  browser,
  product,
}) => {
  const { page } = await person(browser, product, 'penelaah');
  await page.goto(agencyPath('63.01'));
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let asked = 0;
  await page.route(/hasil\.pdf/, async (route) => {
    asked += 1;
    // First the queue, as the server says it; then an answer that takes its time.
    if (asked === 1) return route.fulfill({ status: 503, headers: { 'Retry-After': '0.1' }, body: 'antre' });
    await held;
    return route.continue();
  });
  const link = page.locator('a[href$="hasil.pdf"]');
  await expect(link).toHaveText(resultWords.id.pdf);
  await link.click();
  await expect(link).toHaveText(text.ui.file.making);
  await expect(page.getByRole('status').filter({ hasText: text.ui.file.making })).toBeAttached();
  // A second press asks for no second file.
  await link.click({ force: true });
  const arriving = page.waitForEvent('download');
  answer();
  const download = await arriving;
  expect(download.suggestedFilename()).toMatch(/^demo-hasil-.*\.pdf$/);
  expect(
    readFileSync(await download.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  await expect(link).toHaveText(resultWords.id.pdf);
  await expect(page.getByRole('status').filter({ hasText: text.ui.file.ready })).toBeAttached();
  expect(asked).toBe(2);
});

test('a network that goes away is said beside the link', async ({ browser, product }) => {
  const { page } = await person(browser, product, 'penelaah');
  await page.goto(agencyPath('63.01'));
  await page.route(/hasil\.pdf/, (route) => route.abort());
  await page.locator('a[href$="hasil.pdf"]').click();
  await expect(page.getByText(text.ui.file.lost)).toBeVisible();
});

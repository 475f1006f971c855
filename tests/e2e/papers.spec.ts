/** Papers that a person takes with them: the review sheet, with scripts and without. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { reviewWords } from '~/assessment/reviewWords';
import { agencyPath, expect, person, test } from './fixtures';

const review = reviewWords.id;

for (const javaScriptEnabled of [true, false]) {
  test(`the review sheet comes as the page shows it, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    browser,
    product,
  }) => {
    const { page } = await person(browser, product, 'penelaah', { javaScriptEnabled });
    await page.goto(agencyPath('63.01', 'telaah'));
    await page.locator('input[name="saring"][value="belum"]').check();
    if (!javaScriptEnabled) await page.getByRole('button', { name: review.show, exact: true }).click();
    await page.waitForURL(/saring=belum/);
    const link = page.getByRole('link', { name: review.pdf });
    await expect(link).toHaveAttribute('href', /telaah\.pdf\?saring=belum$/);
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

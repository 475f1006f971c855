import { expect, INSTRUMENT, RAKERDA, signIn, test } from './fixtures';

/** A4 less the margins that browsers take, in CSS pixels. */
const PAPER = { width: 718, height: 1046 };

test('the comparison on A4: nothing of a table is cut off at the edge of the paper', async ({ page }) => {
  await page.setViewportSize(PAPER);
  await signIn(page, 'fasilitator');
  await page.emulateMedia({ media: 'print' });
  await page.goto(`/rakerda/${RAKERDA}/${INSTRUMENT}/banding?semua=1`);
  await expect(page.getByRole('table').first()).toBeVisible();
  const cut = await page.locator('main :is(th, td, li, p, svg)').evaluateAll(
    (cells, width) =>
      cells
        .filter((cell) => {
          const box = cell.getBoundingClientRect();
          return box.width > 1 && box.height > 1 && box.right > width + 1;
        })
        .map(
          (cell) =>
            `${cell.closest('section')?.getAttribute('aria-labelledby') ?? ''}: ${cell.tagName} ${cell.textContent.slice(0, 40)}`,
        ),
    PAPER.width,
  );
  expect(cut).toEqual([]);
});

test('a chart that nobody scrolled to stands whole on the paper of a comparison', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await signIn(page, 'fasilitator');
  await page.goto(`/rakerda/${RAKERDA}/${INSTRUMENT}/banding?semua=1`);
  const drawing = page.locator('[data-chart="plot"] svg.recharts-surface').first();
  await expect(drawing.locator('[data-mark]').nth(20)).toBeAttached();
  await page.emulateMedia({ media: 'print' });
  // The browser lays out anew for the sheet, and no script runs before it prints.
  await page
    .locator('main')
    .evaluate((main, width) => main.style.setProperty('width', `${String(width)}px`), PAPER.width);
  const edge = await page.locator('main').evaluate((main) => main.getBoundingClientRect().left);
  const box = await drawing.boundingBox();
  expect(box?.width).toBeGreaterThan(PAPER.width / 2);
  expect((box?.x ?? 0) + (box?.width ?? 0) - edge).toBeLessThanOrEqual(PAPER.width);
});

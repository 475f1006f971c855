/** Whether a page can be seen whole: small screens, zoom, forced colours, paper; and what it says before it is sent. */
import type { Page } from '@playwright/test';
import { LIMITS } from '~/assessment/answerForm';
import { blankQuestionnaireWords } from '~/assessment/blankQuestionnaireWords';
import { agencyPath, expect, INDICATORS, RAKERDA, signIn, test, text } from './fixtures';

const words = text.assessment;
const rakerda = `/rakerda/${RAKERDA}`;

test.describe('the first screen of an indicator', () => {
  for (const [width, height, cards] of [
    [1280, 800, 5],
    [360, 740, 2],
  ] as const) {
    test(`has ${cards} of the levels whole at ${width} × ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await signIn(page, 'operator.6302');
      await page.goto(agencyPath('63.02', 'isi/13'));
      await expect(page.getByTestId('save-state')).toBeVisible();
      const floor = await topOf(page, '.bottom-bar');
      const ends = await page
        .locator('li:has(> label > input[name="level"])')
        .evaluateAll((all) => all.map((card) => card.getBoundingClientRect().bottom));
      expect(ends.filter((end) => end <= floor).length).toBeGreaterThanOrEqual(cards);
    });
  }

  test('comes to the level that a key chose', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 500 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await signIn(page, 'operator.6302');
    await page.goto(agencyPath('63.02', 'isi/14'));
    await expect(page.getByTestId('save-state')).toBeVisible();
    await page.keyboard.press('5');
    const card = page.locator('li', { has: page.locator('#level-5') });
    await expect(page.locator('#level-5')).toBeChecked();
    const box = await card.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return { top, bottom };
    });
    expect(box.bottom).toBeLessThanOrEqual(await topOf(page, '.bottom-bar'));
    expect(box.top).toBeGreaterThanOrEqual(0);
  });
});

for (const [zoom, width, height] of [
  ['200 %', 640, 400],
  ['400 %', 320, 256],
] as const) {
  for (const [name, path, as] of [
    ['indicator', agencyPath('63.02', 'isi/13'), 'operator.6302'],
    ['questionnaire', agencyPath('63.02', 'isi'), 'operator.6302'],
    ['notes', `${rakerda}/catatan`, 'fasilitator'],
    ['commitments', `${rakerda}/komitmen?buat=63.02`, 'fasilitator'],
  ] as const) {
    test(`${name} at ${zoom}: nothing lies over what has the focus, at every Tab stop`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await signIn(page, as);
      await page.goto(path);
      await expect(page.locator('h1')).toBeVisible();
      const covered: string[] = [];
      let stops = 0;
      for (; stops < 400; stops += 1) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(whatCoversTheFocus);
        if (stop === null) break;
        if (stop !== '') covered.push(stop);
      }
      expect(stops).toBeGreaterThan(10);
      expect(covered).toEqual([]);
    });
  }
}

test('in forced colours a button has an edge, the progress a bar and the chosen level a mark', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await signIn(page, 'operator.6302');
  await page.goto(agencyPath('63.02', 'isi/3'));
  await page.locator('#level-2').check();
  const look = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const style = getComputedStyle(element);
        return {
          border: parseFloat(style.borderTopWidth),
          outline: parseFloat(style.outlineWidth),
          adjust: style.forcedColorAdjust,
        };
      });
  expect((await look('button[name="intent"][value="next"]')).border).toBeGreaterThan(0);
  expect(await look('progress')).toMatchObject({ border: 1, adjust: 'none' });
  expect((await look('li:has(> label > #level-2)')).outline).toBeGreaterThan(0);
});

test.describe('on paper', () => {
  test('the questionnaire takes three sheets at most, and no bar is printed', async ({ page }) => {
    await signIn(page, 'operator.6302');
    await page.goto(agencyPath('63.02', 'isi'));
    expect(sheets(await page.pdf({ format: 'A4' }))).toBeLessThanOrEqual(3);
    await page.goto(agencyPath('63.02', 'isi/13'));
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.bottom-bar')).toBeHidden();
  });

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });
    test('an empty questionnaire: every indicator whole on its sheet', async ({ page }) => {
      await signIn(page, 'operator.6302');
      await page.goto(agencyPath('63.02', 'isi'));
      await page.getByRole('link', { name: words.printBlank }).click();
      await expect(page.locator('h1')).toHaveText(blankQuestionnaireWords.id.title);
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 718, height: 1047 });
      const articles = page.locator('article');
      await expect(articles).toHaveCount(INDICATORS);
      for (const article of await articles.all()) {
        await expect(article).toHaveCSS('break-inside', 'avoid');
        expect((await article.boundingBox())?.height).toBeLessThanOrEqual(1047);
      }
      // 26 with the questions, and what the later guide says of them behind.
      expect(sheets(await page.pdf({ format: 'A4', preferCSSPageSize: true }))).toBeLessThanOrEqual(32);
    });
  });
});

test('a text says its limit, counts when near, and is refused with both numbers', async ({ page }) => {
  await signIn(page, 'operator.6302');
  await page.goto(agencyPath('63.02', 'isi/20'));
  await expect(page.getByTestId('save-state')).toBeVisible();
  const field = page.locator('#justification');
  await expect(field).toHaveAccessibleDescription(/4\.000/);
  await field.fill('a'.repeat(LIMITS.justification - 12));
  await expect(field).toHaveAccessibleDescription(/3\.988/);
  await field.fill('a'.repeat(LIMITS.justification + 12));
  await expect(field).toHaveAccessibleDescription(/4\.012.*4\.000/);
  await expect(page.getByText(text.ui.tooLong({ length: '4.012', most: '4.000' }))).toBeVisible();
});

test('a filter acts at once, and the focus and what is typed stay', async ({ page }) => {
  await signIn(page, 'operator.6302');
  await page.goto(agencyPath('63.02', 'isi'));
  await expect(page.getByRole('button', { name: words.show })).toBeHidden();
  const rows = page.locator('main section ol > li');
  await expect(rows).toHaveCount(INDICATORS);
  await page.getByLabel(words.filterUnanswered).check();
  await page.waitForURL(/saring=belum/);
  await page.getByLabel(words.filterAll).check();
  await page.locator('#cari').pressSequentially('arsitektur');
  await page.waitForURL(/cari=arsitektur/);
  await expect(page.locator('#cari')).toBeFocused();
  await expect(page.locator('#cari')).toHaveValue('arsitektur');
  await expect(rows).not.toHaveCount(INDICATORS);
  await page.getByRole('link', { name: words.clearFilter }).click();
  await expect(rows).toHaveCount(INDICATORS);
  await expect(page.locator('#cari')).toHaveValue('');
});

for (const [width, height] of [
  [1280, 800],
  [360, 740],
] as const) {
  test(`the button to the next indicator stays where it is, whatever the state says, at ${width} px`, async ({
    page,
    context,
  }) => {
    await page.setViewportSize({ width, height });
    await signIn(page, 'operator.6302');
    await page.goto(agencyPath('63.02', 'isi/21'));
    const state = page.getByTestId('save-state');
    await expect(state).toHaveAttribute('data-state', 'idle');
    const button = page.getByRole('button', { name: words.saveNext });
    const before = await button.boundingBox();
    await context.setOffline(true);
    await page.locator('#justification').fill(`Keputusan nomor ${width}`);
    await page.evaluate(() => scrollTo(0, 0));
    await expect(state).toHaveAttribute('data-state', 'offline');
    expect(await button.boundingBox()).toEqual(before);
    await context.setOffline(false);
  });
}

test('from the result an indicator leads to its page', async ({ page }) => {
  await signIn(page, 'operator.6302');
  await page.goto(agencyPath('63.02'));
  for (const place of ['#indikator', '#terlemah']) {
    const link = page
      .locator(`section[aria-labelledby="${place.slice(1)}"]`)
      .getByRole('link', { name: /Kebijakan|Layanan|Manajemen|Arsitektur/ })
      .first();
    await expect(link).toHaveAttribute('href', /\/63\.02\/isi\/\d+$/);
  }
});

async function topOf(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);
}

/** How many sheets a PDF of the browser has. */
function sheets(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/**
 * What lies over the focused element or keeps it out of the window, with the element; '' where it is seen whole, null
 * where the focus has left the page. Runs in the browser.
 */
function whatCoversTheFocus(): string | null {
  const active = document.activeElement;
  if (active === null || active === document.body) return null;
  const box = active.getBoundingClientRect();
  const name = active.outerHTML.slice(0, 120);
  // What is for readers of the screen only has no room of its own.
  if (box.width <= 1 || box.height <= 1) return '';
  if (box.bottom < 1 || box.top > innerHeight - 1) return `out of the window: ${name}`;
  for (const other of document.querySelectorAll('body *')) {
    if (other.contains(active) || active.contains(other)) continue;
    if (!['fixed', 'sticky'].includes(getComputedStyle(other).position)) continue;
    const over = other.getBoundingClientRect();
    const across = Math.min(box.right, over.right) - Math.max(box.left, over.left);
    const down = Math.min(box.bottom, over.bottom) - Math.max(box.top, over.top);
    if (across > 1 && down > 1) return `${other.outerHTML.slice(0, 80)} lies over ${name}`;
  }
  return '';
}

/** What the remote decides about a scene, seen on the hall's screen. */
import type { Page } from '@playwright/test';
import { projectorWords } from '~/hall/projector/projectorWords';
import { expect, person, RAKERDA, test } from './fixtures';

const { remote: words, scenes, screen } = projectorWords.id;

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function search(page: Page, label: string, name: string, button: string): Promise<void> {
  await page.getByLabel(label).fill(name);
  await press(page, button);
}

test('scenes begin with their first page; one agency is found and marked, and no longer in the next scene', async ({
  browser,
  freshProduct,
}) => {
  const { page: remote } = await person(browser, freshProduct, 'fasilitator');
  await remote.goto(`/rakerda/${RAKERDA}/kendali`);
  const link = await remote.locator('a[href*="/layar/"]').first().getAttribute('href');
  const hall = await (await browser.newContext({ baseURL: freshProduct.origin })).newPage();
  await hall.goto(new URL(link ?? '', freshProduct.origin).pathname);
  const drawn = hall.locator('[data-scene]');

  // Each of them has two pages or more.
  for (const scene of ['indicator', 'road', 'radar'] as const) {
    await press(remote, scenes[scene]);
    await expect(drawn).toHaveAttribute('data-scene', scene);
    expect(await drawn.getAttribute('data-page'), scene).toBe('1');
  }

  await press(remote, scenes.ranking);
  await search(remote, words.focusSearch, 'bukan instansi', words.focusSearchButton);
  await expect(remote.getByText(words.unknownAgency)).toBeVisible();
  await search(remote, words.focusSearch, 'balangan', words.focusSearchButton);
  await expect(remote.locator('#sorot ~ div p').first()).toContainText('Balangan');
  await expect(hall.locator('li.outline-accent')).toContainText('Balangan');
  await press(remote, scenes.progress);
  await expect(drawn).toHaveAttribute('data-scene', 'progress');
  await expect(hall.locator('.outline-accent')).toHaveCount(0);
  await expect(remote.getByText(words.focusNone)).toBeVisible();

  // A marked agency brings its page.
  await press(remote, scenes.road);
  await expect(drawn).toHaveAttribute('data-page', '1');
  await press(remote, words.focusNext);
  await expect(hall.locator('.outline-accent')).toHaveCount(1);
  await expect(drawn).toHaveAttribute('data-page', '2');

  await press(remote, scenes.indicator);
  await press(remote, words.criteria);
  await expect(drawn).toHaveAttribute('data-page', '2');
  await press(remote, words.distribution);
  await expect(drawn).toHaveAttribute('data-page', '1');

  const write = async (headline: string) => {
    await remote.getByLabel(words.headlineLabel).fill(headline);
    await remote.getByLabel(words.headlineLabel).press('Enter');
  };
  // A headline that the facilitator writes stands until it is taken away, or the scene changes.
  await write('Kita mulai dari sini');
  await expect(hall.locator('h1')).toHaveText('Kita mulai dari sini');
  await press(remote, words.headlineOff);
  await expect(hall.locator('h1')).not.toHaveText('Kita mulai dari sini');
  await write('Sekali lagi');
  await expect(hall.locator('h1')).toHaveText('Sekali lagi');
  await press(remote, scenes.ranking);
  await expect(drawn).toHaveAttribute('data-scene', 'ranking');
  await expect(hall.locator('h1')).not.toHaveText('Sekali lagi');
});

test('a revealed name can be hidden again, and the hall reads in the language that the remote chose', async ({
  browser,
  freshProduct,
}) => {
  const { page: remote } = await person(browser, freshProduct, 'fasilitator');
  await remote.goto(`/rakerda/${RAKERDA}/kendali`);
  const link = await remote.locator('a[href*="/layar/"]').first().getAttribute('href');
  const hall = await (await browser.newContext({ baseURL: freshProduct.origin })).newPage();
  await hall.goto(new URL(link ?? '', freshProduct.origin).pathname);

  await press(remote, scenes.ranking);
  await press(remote, words.hideNames);
  const next = remote.getByRole('button', { name: words.revealNext({ name: '' }).trim() });
  const first = (await next.innerText()).replace(words.revealNext({ name: '' }), '').trim();
  await next.click();
  await expect(hall.getByText(first, { exact: true })).toBeVisible();
  await press(remote, words.hideAgain({ name: first }));
  await expect(hall.getByText(first, { exact: true })).toHaveCount(0);
  await expect(remote.getByRole('button', { name: words.revealNext({ name: first }) })).toBeVisible();

  await press(remote, words.languages.en);
  await expect(hall.locator('[lang="en"] [data-scene]')).toBeVisible();
  await expect(hall.getByRole('button', { name: projectorWords.en.screen.fullScreen })).toBeVisible();
  await hall.reload();
  await expect(hall.locator('[lang="en"] [data-scene]')).toBeVisible();
  await press(remote, words.languages.own);
  await expect(hall.locator('[lang="id"] [data-scene]')).toBeVisible();
});

test('names come up without moving the board; a calm screen, or one that asks for less motion, moves nothing', async ({
  browser,
  freshProduct,
}) => {
  const { page: remote } = await person(browser, freshProduct, 'fasilitator');
  await remote.goto(`/rakerda/${RAKERDA}/kendali`);
  const link = await remote.locator('a[href*="/layar/"]').first().getAttribute('href');
  const opened = async (reducedMotion: 'reduce' | 'no-preference') => {
    const context = await browser.newContext({ baseURL: freshProduct.origin, reducedMotion });
    const hall = await context.newPage();
    await hall.addInitScript({
      content: `
        window.moved = 0;
        const animate = Element.prototype.animate;
        Element.prototype.animate = function (...how) { window.moved += 1; return animate.apply(this, how); };`,
    });
    await hall.goto(new URL(link ?? '', freshProduct.origin).pathname);
    return hall;
  };
  const moved = (hall: Page) => hall.evaluate<number>('window.moved');
  const hall = await opened('no-preference');
  const calm = await opened('reduce');
  const shows = (page: Page, scene: string) =>
    expect(page.locator('[data-scene]')).toHaveAttribute('data-scene', scene);

  await press(remote, scenes.ranking);
  await shows(hall, 'ranking');
  expect(await moved(hall)).toBeGreaterThan(10);
  await press(remote, words.hideNames);
  await expect(hall.locator('[data-name]')).toHaveCount(0);
  const left = () =>
    hall
      .locator('[data-board] li[data-flip] > svg')
      .first()
      .evaluate((svg) => svg.getBoundingClientRect().x);
  const before = await left();
  await press(remote, words.revealOrders.topFive);
  await expect(remote.getByRole('button', { name: words.revealOrders.topFive })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  const hidden = await hall.locator('[data-flip]').count();
  // From the fifth to the first: the first is the leader, whom the headline names.
  for (const count of [1, 2, 3, 4, 5]) {
    await remote.getByRole('button', { name: words.revealNext({ name: '' }).trim() }).click();
    await expect(hall.locator('[data-name]')).toHaveCount(count);
    expect(await left()).toBe(before);
    // A step counts only from the screen that the remote knows.
    await expect(remote.getByText(words.stillHidden({ count: String(hidden - count) }))).toBeVisible();
  }
  await expect(hall.locator('[data-hold] [data-name]')).toHaveCount(1);

  await press(remote, words.motions.calm);
  await expect(hall.locator('[data-motion="calm"]')).toBeVisible();
  const until = await moved(hall);
  await press(remote, words.showNames);
  await press(remote, scenes.movement);
  await shows(hall, 'movement');
  expect(await moved(hall)).toBe(until);
  await shows(calm, 'movement');
  expect(await moved(calm)).toBe(0);
});

test('"Layar penuh" lies over nothing', async ({ browser, freshProduct }) => {
  const { page: remote } = await person(browser, freshProduct, 'fasilitator');
  await remote.goto(`/rakerda/${RAKERDA}/kendali`);
  const link = await remote.locator('a[href*="/layar/"]').first().getAttribute('href');
  const hall = await (await browser.newContext({ baseURL: freshProduct.origin })).newPage();
  await hall.goto(new URL(link ?? '', freshProduct.origin).pathname);
  for (const [scene, name] of Object.entries(scenes)) {
    await press(remote, name);
    await expect(hall.locator('[data-scene]')).toHaveAttribute('data-scene', scene);
    const button = hall.getByRole('button', { name: screen.fullScreen });
    await hall.mouse.move(200, 200);
    await expect(button).toBeVisible();
    const under = await button.evaluate((element) => {
      const box = element.getBoundingClientRect();
      const others = [...document.querySelectorAll('.hall *')].filter(
        (other) => !other.contains(element) && !element.contains(other),
      );
      return others
        .filter((other) => {
          const { left, right, top, bottom, width, height } = other.getBoundingClientRect();
          const isApart =
            left >= box.right || right <= box.left || top >= box.bottom - 1 || bottom <= box.top + 1;
          return width > 1 && height > 1 && !isApart;
        })
        .map((other) => other.outerHTML.slice(0, 120));
    });
    expect(under, scene).toEqual([]);
  }
});

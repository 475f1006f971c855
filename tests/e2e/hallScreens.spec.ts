/** The remote says what the hall's screens really show: with two real browsers, one of them cut off. */
import type { Page } from '@playwright/test';
import { projectorWords } from '~/hall/projector/projectorWords';
import { expect, person, RAKERDA, test } from './fixtures';
import { networkTo } from './network';

const { hall } = projectorWords.id.remote;
const SCENE = projectorWords.id.scenes;
/** What is said of a screen must be true by then. */
const TRUE_BY = 20_000;

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('no screen, one, two, one cut off and left behind, and one that is closed', async ({
  browser,
  freshProduct,
}) => {
  const { page: remote } = await person(browser, freshProduct, 'fasilitator');
  await remote.goto(`/rakerda/${RAKERDA}/kendali`);
  const line = remote.locator('#layar');
  await expect(line).toHaveText(hall.none);
  await press(remote, SCENE.radar);
  await expect(remote.getByText(projectorWords.id.remote.chosen({ scene: SCENE.radar }))).toBeVisible();
  await expect(line, 'nobody sees it').toHaveText(hall.none);

  const link = await remote.locator('a[href*="/layar/"]').first().getAttribute('href');
  const path = new URL(link ?? '', freshProduct.origin).pathname;
  const network = await networkTo(freshProduct);
  try {
    const open = async (origin: string) => {
      const page = await (await browser.newContext()).newPage();
      await page.goto(origin + path);
      return page;
    };
    const far = await open(network.origin);
    const near = await open(freshProduct.origin);
    const both = { count: '2', scenes: SCENE.radar };
    await expect(line).toHaveText(hall.showing(both), { timeout: TRUE_BY });
    await expect(remote.locator('[data-screen="shown"]')).toHaveCount(2);

    network.cut();
    await press(remote, SCENE.ranking);
    await expect(near.locator('[data-scene="ranking"]')).toBeVisible();
    await expect(line).toHaveText(hall.showing({ count: '1', scenes: SCENE.ranking }), { timeout: TRUE_BY });
    await expect(remote.locator('[data-screen="lost"]')).toContainText(SCENE.radar);
    await expect(far.locator('[data-scene="radar"]')).toBeVisible();

    network.mend();
    await expect(far.locator('[data-scene="ranking"]')).toBeVisible();
    await expect(line).toHaveText(hall.showing({ count: '2', scenes: SCENE.ranking }), { timeout: TRUE_BY });

    // Its line carries everything but pictures: it knows that there is one, and cannot have it.
    await far.route('**/adegan*', (route) => route.abort());
    await press(remote, SCENE.heatMap);
    await expect(near.locator('[data-scene="heatMap"]')).toBeVisible();
    await expect(remote.locator('[data-screen="behind"], [data-screen="lost"]')).toContainText(
      SCENE.ranking,
      {
        timeout: TRUE_BY,
      },
    );
    await far.unroute('**/adegan*');
    await expect(remote.locator('[data-screen="shown"]')).toHaveCount(2, { timeout: TRUE_BY });

    await press(remote, projectorWords.id.remote.freeze);
    await expect(remote.locator('[data-screen="frozen"]')).toHaveCount(2, { timeout: TRUE_BY });
    await far.close();
    await near.close({ runBeforeUnload: false });
    await expect(line).toHaveText(hall.none, { timeout: TRUE_BY });
  } finally {
    await network.stop();
  }
});

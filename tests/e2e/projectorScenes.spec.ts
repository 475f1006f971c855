/**
 * Every scene of the hall at the sizes of real projectors, in our typeface and in two others: each text is at least 3 %
 * of the screen's height, nothing leaves the screen or is cut off, no text lies on another, and axe finds nothing.
 */
import type { Page } from '@playwright/test';
import { SCENES } from '~/hall/projector/projectorState';
import { axeFindings } from './axe';
import { bringFaces, drawnWith, FACES, setIn } from './faces';
import { complaints, expect, person, RAKERDA, test } from './fixtures';
import { problems } from './readable';

/** More than any scene of the demo has. */
const MOST_PAGES = 9;
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 1024, height: 768 },
];

/** Every scene, and the parts of a topic in their other form. */
const SHOWN: readonly (readonly [string, Record<string, string>])[] = [
  ...SCENES.map((scene) => [scene, { intent: 'scene', to: scene }] as const),
  ['topicParts', { intent: 'topicParts', to: 'indeks-kami' }],
];

/** Does what a button of the remote does, as a plain form. */
async function command(page: Page, form: Record<string, string>): Promise<void> {
  const address = `/rakerda/${RAKERDA}/kendali`;
  const origin = new URL(page.url()).origin;
  const answer = await page.request.post(address, { form, headers: { origin }, maxRedirects: 0 });
  expect(answer.status(), JSON.stringify(form)).toBeLessThan(400);
}

/** What is wrong with the texts in any of the faces. */
async function problemsInAllFaces(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const face of FACES) {
    await setIn(page, face);
    found.push(...(await problems(page)).map((problem) => `${face.name}: ${problem}`));
  }
  return found;
}

/** Names above the columns of a table that do not stand there whole, in our own face. */
async function cutNames(page: Page): Promise<string[]> {
  const [ours] = FACES;
  if (ours) await setIn(page, ours);
  return page.locator('th[scope="col"] :is([data-name], [class*="line-clamp"])').evaluateAll((names) => {
    /** A word in two lines has a rectangle in each. */
    const isBroken = (name: Element) => {
      const texts = document.createTreeWalker(name, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode())
        for (const { 0: word, index } of text.textContent?.matchAll(/\S+/g) ?? []) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          if (range.getClientRects().length > 1) return true;
        }
      return false;
    };
    return names
      .filter((name) => name.scrollHeight > name.clientHeight + 1 || isBroken(name))
      .map(({ textContent }) => textContent);
  });
}

function versionOf(page: Page): Promise<string | null> {
  return page.locator('[data-version]').first().getAttribute('data-version');
}

test('every scene is readable from the last row at every size', async ({ browser, product }) => {
  // It draws some thirty pages twelve times, and the largest without a graphics card.
  test.setTimeout(900_000);
  const facilitator = await person(browser, product, 'fasilitator');
  await facilitator.page.goto(`/rakerda/${RAKERDA}/kendali`);
  const link = await facilitator.page.locator('a[href*="/layar/"]').first().getAttribute('href');
  // Half-way through a fade colours are neither one nor the other.
  const context = await browser.newContext({ baseURL: product.origin, reducedMotion: 'reduce' });
  await bringFaces(context);
  const hall = await context.newPage();
  const heard = complaints(hall);
  await hall.goto(new URL(link ?? '', product.origin).pathname);
  for (const face of FACES) {
    await setIn(hall, face);
    expect(await drawnWith(hall, 'h1')).toEqual([face.name]);
  }
  for (const [scene, form] of SHOWN) {
    await command(facilitator.page, form);
    await hall.reload();
    await expect(hall.locator(`[data-scene="${scene}"]`)).toBeVisible();
    let pages = 0;
    for (; pages < MOST_PAGES; pages += 1) {
      // Pages would turn by themselves: each is held. On the last one a step changes nothing.
      const seen = await versionOf(hall);
      await command(facilitator.page, { intent: 'page', to: 'next', seen: seen ?? '' });
      await hall.reload();
      if ((await versionOf(hall)) === seen) break;
      for (const size of SIZES) {
        await hall.setViewportSize(size);
        // The screen follows a new size a moment later.
        await expect
          .poll(
            () => problemsInAllFaces(hall),
            `${scene}, page ${pages + 1}, at ${size.width}×${size.height}`,
          )
          .toEqual([]);
        if (size.height === 720) expect(await cutNames(hall), `names of columns in ${scene}`).toEqual([]);
      }
    }
    expect(pages, `pages of ${scene}`).toBeGreaterThan(0);
    expect(await axeFindings(hall), `what axe finds in ${scene}`).toEqual([]);
  }
  expect(heard).toEqual([]);
});

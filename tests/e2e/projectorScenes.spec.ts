/**
 * Every scene of the hall at the sizes of real projectors: each text is at least 3 % of the screen's height, nothing
 * leaves the screen, no text lies on another, and axe finds nothing.
 */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { SCENES } from '~/projector/state';
import { complaints, expect, person, RAKERDA, test } from './fixtures';

const AXE_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** No scene of the demo has more. */
const MOST_PAGES = 3;
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 1024, height: 768 },
];

/** Does what a button of the remote does, as a plain form. */
async function command(page: Page, form: Record<string, string>): Promise<void> {
  const address = `/rakerda/${RAKERDA}/kendali`;
  const origin = new URL(page.url()).origin;
  const answer = await page.request.post(address, { form, headers: { origin }, maxRedirects: 0 });
  expect(answer.status(), JSON.stringify(form)).toBeLessThan(400);
}

/** What is wrong with the texts on the screen; empty where everybody can read everything. */
function problems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const height = window.innerHeight;
    const width = window.innerWidth;
    const found: string[] = [];
    const { scrollWidth, scrollHeight } = document.documentElement;
    if (scrollWidth > width || scrollHeight > height) found.push(`scrolls: ${scrollWidth} × ${scrollHeight}`);
    const boxes: { text: string; owner: Element; box: DOMRect }[] = [];
    const scene = document.querySelector('.hall');
    if (!scene) return ['no scene'];
    const walker = document.createTreeWalker(scene, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim();
      const parent = node.parentElement;
      if (text === '' || !parent || parent.closest('.sr-only')) continue;
      const size = parseFloat(getComputedStyle(parent).fontSize);
      if (size < height * 0.03) found.push(`small (${size}): ${text}`);
      // A long text ends in an ellipsis on purpose: what counts is the box it may fill.
      const clamped = parent.closest('[class*="line-clamp"]');
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = (clamped ?? range).getBoundingClientRect();
      if (box.left < -1 || box.top < -1 || box.right > width + 1 || box.bottom > height + 1) {
        found.push(`outside: ${text}`);
      }
      if (!parent.closest('svg')) boxes.push({ text, owner: clamped ?? parent, box });
    }
    for (const [place, one] of boxes.entries()) {
      for (const other of boxes.slice(place + 1)) {
        if (one.owner.contains(other.owner) || other.owner.contains(one.owner)) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        // Lines of text may touch: their boxes are higher than their letters.
        if (across > 2 && down > height * 0.012) found.push(`overlap: ${one.text} / ${other.text}`);
      }
    }
    return found;
  });
}

test('every scene is readable from the last row at every size', async ({ browser, product }) => {
  test.setTimeout(240_000);
  const facilitator = await person(browser, product, 'fasilitator');
  await facilitator.page.goto(`/rakerda/${RAKERDA}/kendali`);
  const link = await facilitator.page.locator('a[href*="/layar/"]').first().getAttribute('href');
  // Half-way through a fade colours are neither one nor the other.
  const context = await browser.newContext({ baseURL: product.origin, reducedMotion: 'reduce' });
  const hall = await context.newPage();
  const heard = complaints(hall);
  await hall.goto(new URL(link ?? '', product.origin).pathname);
  for (const scene of SCENES) {
    await command(facilitator.page, { intent: 'scene', to: scene });
    await hall.reload();
    await expect(hall.locator(`[data-scene="${scene}"]`)).toBeVisible();
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      // Pages would turn by themselves: each is held. The last one stays where there are fewer.
      const seen = (await hall.locator('[data-version]').first().getAttribute('data-version')) ?? '';
      await command(facilitator.page, { intent: 'page', to: 'next', seen });
      await hall.reload();
      for (const size of SIZES) {
        await hall.setViewportSize(size);
        // The screen follows a new size a moment later.
        await expect
          .poll(() => problems(hall), `${scene}, page ${page}, at ${size.width}×${size.height}`)
          .toEqual([]);
      }
    }
    const { violations } = await new AxeBuilder({ page: hall }).withTags(AXE_RULES).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
    expect(found, `what axe finds in ${scene}`).toEqual([]);
  }
  expect(heard).toEqual([]);
});

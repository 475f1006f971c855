import type { Page } from '@playwright/test';
import { sharedWords } from '~/i18n/sharedWords';
import { axeFindings } from './axe';
import { complaints, enter, expect, test } from './fixtures';
import { PAGES } from './pages';

const WIDTHS = [360, 1280];

/**
 * Every language, every theme and every pair of one with a width, in half of the looks that all of them together take:
 * colours follow from theme and place, names from language and place. Decision 0117.
 */
const LOOKS = [
  { language: 'id', colorScheme: 'light' },
  { language: 'en', colorScheme: 'dark' },
] as const;

for (const under of PAGES) {
  test(`${under.name}: nothing for axe to find, id and light, en and dark, ${WIDTHS.join(' and ')} px`, async ({
    page,
    product,
  }) => {
    await enter(page, product, under.as);
    const heard = complaints(page);
    for (const { language, colorScheme } of LOOKS) {
      await page.request.post('/preferensi', {
        headers: { Origin: product.origin },
        form: { bahasa: language },
      });
      // Loaded anew in each scheme, as a person would: in the middle of a change colours are neither one nor the other.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(under.path);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.locator('h1')).toHaveCount(1);
      const about = page.locator('meta[name="description"]');
      await expect(about).toHaveAttribute('content', sharedWords[language].description);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        const found = await axeFindings(page);
        expect.soft(found, `${language}, ${colorScheme}, ${width} px`).toEqual([]);
      }
      await page.setViewportSize({ width: 360, height: 800 });
      // Charts follow a change of width in their own time; then the widest element that sticks out is named.
      await expect
        .poll(() => sticksOut(page), { message: `${language}: what sticks out at 360 px` })
        .toBe('');
      const frame = page.locator('header:has(> div > a[href="/"])');
      if ((await frame.count()) > 0) {
        const { height } = (await frame.boundingBox()) ?? { height: Infinity };
        expect.soft(height, `${language}: the frame above the page, two lines at the most`).toBeLessThan(112);
      }
    }
    const unexpected = heard.filter(
      (message) => under.answers === undefined || !message.includes(String(under.answers)),
    );
    expect.soft(unexpected, 'messages of the browser').toEqual([]);
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  for (const under of PAGES) {
    test(`${under.name}: the first HTML carries the page`, async ({ page, product }) => {
      await enter(page, product, under.as);
      await page.goto(under.path);
      await expect(page.locator('h1')).toHaveCount(1);
      await expect(page.locator('h1')).toBeVisible();
      await expect(page.locator('main')).not.toBeEmpty();
    });
  }
});

/** The element that makes the page scroll sideways, with its right edge; nothing where it does not. */
function sticksOut(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return '';
    const widest = [...document.body.querySelectorAll('*')].find(
      (element) => Math.round(element.getBoundingClientRect().right) >= scrollWidth,
    );
    return `${scrollWidth - clientWidth} px: ${widest?.outerHTML.slice(0, 200) ?? '?'}`;
  });
}

/** The typeface comes from the product, keeps figures in line, and moves nothing when it comes late. */
import type { Page } from '@playwright/test';
import { addressOf, bringFaces, drawnWith, FACES, OF_THE_MACHINE, setIn } from './faces';
import { agencyPath, complaints, expect, person, test } from './fixtures';
import { untilScriptsRun } from './slowScripts';

const OURS = 'Plus Jakarta Sans';
const FONT_FILES = '**/*.woff2';

test('every page brings the typeface, once for all pages', async ({ page, product }) => {
  const heard = complaints(page);
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fetched.push(request.url());
  });
  await page.goto('/masuk');
  await expect.poll(() => drawnWith(page, 'h1')).toEqual([OURS]);
  expect(heard).toEqual([]);
  for (const url of fetched) {
    expect(url.startsWith(`${product.origin}/assets/`), url).toBe(true);
    const headers = (await page.request.get(url)).headers();
    expect(headers['cache-control']).toContain('immutable');
    expect(headers['content-type']).toBe('font/woff2');
  }
  const policy = (await page.request.get('/masuk')).headers()['content-security-policy'] ?? '';
  expect(policy).toContain("font-src 'self';");
});

test('text stands before the typeface is there', async ({ page }) => {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(FONT_FILES, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto('/masuk', { waitUntil: 'domcontentloaded' });
  // For its first moment a browser leaves the room empty.
  await expect.poll(async () => (await drawnWith(page, 'h1')).join()).toContain(OF_THE_MACHINE);
  release();
  await expect.poll(() => drawnWith(page, 'h1')).toEqual([OURS]);
});

test('figures stand in line, whatever their weight', async ({ page }) => {
  await page.goto('/masuk');
  const widths = await page.evaluate(async (face) => {
    const line = document.createElement('span');
    line.className = 'tabular-nums';
    line.style.fontSize = '100px';
    document.body.append(line);
    const found: Record<string, number[]> = {};
    for (const weight of ['400', '500', '600', '650', '700']) {
      await document.fonts.load(`${weight} 100px "${face}"`, '0');
      line.style.fontWeight = weight;
      const measured = Array.from('0123456789', (digit) => {
        line.textContent = `${digit},${digit}${digit}`;
        return line.getBoundingClientRect().width;
      });
      found[weight] = [...new Set(measured)];
    }
    return found;
  }, OURS);
  expect(Object.values(widths).map(({ length }) => length)).toEqual([1, 1, 1, 1, 1]);
});

/** Sets the page in another face, drawn as typeface.css has it drawn where it stands in for ours. */
async function setInStandIn(page: Page, name: string): Promise<void> {
  const stand = { family: `${name.replace(' Sans', '')} as Jakarta`, address: addressOf(name) };
  await page.evaluate(async ({ family, address }) => {
    const rules = [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .filter(({ style }) => style.getPropertyValue('font-family').replaceAll(/["']/g, '') === family);
    const files = rules.map(({ style }) => {
      const weight = style.getPropertyValue('font-weight');
      const file = weight.startsWith('400') ? '400' : '700';
      const descriptors: FontFaceDescriptors & { readonly sizeAdjust: string } = {
        weight,
        ascentOverride: style.getPropertyValue('ascent-override'),
        descentOverride: style.getPropertyValue('descent-override'),
        lineGapOverride: style.getPropertyValue('line-gap-override'),
        sizeAdjust: style.getPropertyValue('size-adjust'),
      };
      return new FontFace('Stand-in', `url("${address}${file}")`, descriptors);
    });
    for (const file of files) document.fonts.add(await file.load());
    document.documentElement.style.setProperty('--font-sans', '"Stand-in"');
  }, stand);
}

const heightOf = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);

// On data of its own: how many lines differ depends on the words that stand there.
test('what stands in for the typeface takes the same room', async ({ browser, freshProduct: product }) => {
  const viewport = { width: 360, height: 800 };
  const { page, context } = await person(browser, product, 'operator.6301', { viewport });
  await bringFaces(context);
  await page.goto(agencyPath('63.01', 'isi'));
  // What scripts add to a page has its place first.
  await untilScriptsRun(page);
  const [ours, ...others] = FACES;
  if (!ours) throw new Error('There is no face');
  await setIn(page, ours);
  const height = await heightOf(page);
  for (const { name } of others) {
    await setInStandIn(page, name);
    expect(await drawnWith(page, 'h1')).toEqual([name]);
    // A line more or less on a page of some three hundred; as they are, these faces need 1 and 4 % more.
    expect(Math.abs((await heightOf(page)) / height - 1), name).toBeLessThan(0.01);
  }
});

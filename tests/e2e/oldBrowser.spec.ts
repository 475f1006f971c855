/** The floor of what is promised (.browserslistrc): a browser without the newer functions saves an answer with a link. */
import { agencyPath, complaints, expect, person, test, text } from './fixtures';

const words = text.assessment;

/** What Chrome 100, Safari 15.4 or Firefox 100 lack, and what browsers have only where the page is secure. */
const LACKING = [
  ...['findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'].map(
    (name) => `Array.prototype.${name}`,
  ),
  ...['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf'].map(
    (name) => `Set.prototype.${name}`,
  ),
  'Array.fromAsync',
  'Object.groupBy',
  'Map.groupBy',
  'Promise.withResolvers',
  'Promise.try',
  'String.prototype.isWellFormed',
  'String.prototype.toWellFormed',
  'URL.canParse',
  'URL.parse',
  'AbortSignal.any',
  'AbortSignal.timeout',
  'Element.prototype.checkVisibility',
  'Crypto.prototype.randomUUID',
  'Navigator.prototype.locks',
  'Navigator.prototype.storage',
  'Navigator.prototype.connection',
  'structuredClone',
  'requestIdleCallback',
  'scheduler',
  'Iterator',
  'navigation',
];

test('a browser at the floor of what is promised saves an answer with a link, and gets on to the next', async ({
  browser,
  product,
}) => {
  const { page, context } = await person(browser, product, 'operator.6310');
  const heard = complaints(page);
  await context.addInitScript((names: string[]) => {
    for (const name of names) {
      const path = name.split('.');
      const last = path.pop() ?? '';
      const owner: unknown = path.reduce<unknown>(
        (value, part) =>
          value === undefined || value === null ? undefined : Reflect.get(Object(value), part),
        globalThis,
      );
      if (typeof owner === 'function' || (typeof owner === 'object' && owner !== null)) {
        Reflect.deleteProperty(owner, last);
      }
    }
  }, LACKING);
  await page.goto(agencyPath('63.10', 'isi'));
  expect(await page.evaluate(() => ['findLast' in Array.prototype, 'canParse' in URL])).toEqual([
    false,
    false,
  ]);
  await page.goto(agencyPath('63.10', 'isi/33'));
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'idle');
  const link = page.getByLabel(words.evidenceUrl({ no: '1' }), { exact: true });
  await link.fill('https://lama.contoh.go.id/sk');
  await page.getByRole('button', { name: words.saveNext }).click();
  await page.waitForURL('**/isi/34');
  await page.getByRole('link', { name: words.previous }).click();
  await page.waitForURL('**/isi/33');
  await expect(link).toHaveValue('https://lama.contoh.go.id/sk');
  await page.goto(agencyPath('63.10'));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(agencyPath('63.10', 'rencana'));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(heard).toEqual([]);
  await context.close();
});

/** Initial passwords are shown once; the list that is saved of them must be whole, and its writer burden no other page. */
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { enter, expect, RAKERDA, test, text } from './fixtures';

const words = text.accounts.initial;

test('the list of initial passwords is saved as a file that a spreadsheet opens', async ({
  browser,
  freshProduct,
}) => {
  const context = await browser.newContext({ baseURL: freshProduct.origin });
  const page = await context.newPage();
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  const writer = () => scripts.filter((path) => /\/csv-[^/]*\.js$/.test(path));
  await enter(page, freshProduct, 'admin');
  await page.goto('/akun/baru', { waitUntil: 'networkidle' });
  expect(writer()).toEqual([]);
  const form = page.locator('form').filter({ has: page.locator('input[value="agencies"]') });
  await form.locator('select[name="rakerda"]').selectOption(RAKERDA);
  await form.locator('#reissue').check();
  await form.locator('button[type="submit"]').last().click();
  const arrives = page.waitForEvent('download');
  await page.getByRole('button', { name: words.download }).click();
  const download = await arrives;
  expect(writer()).toHaveLength(1);
  expect(download.suggestedFilename()).toBe(words.fileName);
  const body = await readFile(await download.path(), 'utf8');
  expect(body.startsWith(`\uFEFF"${words.agency}";"${words.role}";`)).toBe(true);
  const rows = parse(body, { bom: true, delimiter: ';' });
  expect(rows.length).toBeGreaterThan(14);
  const shown = await page.locator('main').innerText();
  for (const [, , username = '?', password = '?'] of rows.slice(1)) {
    expect(shown).toContain(username);
    expect(shown).toContain(password);
  }
  await context.close();
});

/** What was typed into a topic where the network was gone is told of, and reaches the server. */
import type { Page } from '@playwright/test';
import { registerWords } from '~/topics/registers/registerWords';
import { topicWords } from '~/topics/topicWords';
import { deviceWords } from '~/assessment/deviceWords';
import { expect, person, RAKERDA, test, text } from './fixtures';
import { networkTo } from './network';
import { untilScriptsRun } from './slowScripts';

const words = topicWords.id;
const TOPICS = `/rakerda/${RAKERDA}/topik`;
/** Nothing is filled in there in the demo. */
const AGENCY = '63.10';
const SHEET = `${TOPICS}/lapor-sp4n/${AGENCY}`;

test.describe.configure({ timeout: 90_000 });

test('figures typed without a network are told of, and reach the server by themselves, each once', async ({
  browser,
  freshProduct: product,
}) => {
  const network = await networkTo(product);
  const { page } = await person(browser, product, 'operator.6310', { baseURL: network.origin });
  const stored = (await person(browser, product, 'fasilitator')).page;
  await page.goto(SHEET);
  await untilScriptsRun(page);
  network.cut();
  await page.locator('#angka-received').fill('120');
  await page.getByRole('button', { name: words.sheet.save }).click();
  await expect(page.getByText(text.ui.kept.waits)).toBeVisible();
  await expect(page.locator('#angka-received')).toHaveValue('120');
  network.mend();
  await expect(page.getByText(words.sheet.saved)).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('#angka-received')).toHaveValue('120');

  // Where the page was left meanwhile it goes out from any other.
  await page.locator('#angka-resolved').fill('90');
  network.cut();
  await page.getByRole('button', { name: words.sheet.save }).click();
  await expect(page.getByText(text.ui.kept.waits)).toBeVisible();
  network.mend();
  await page.goto('/perangkat');
  await expect(page.getByText(deviceWords.id.none)).toBeVisible({ timeout: 30_000 });
  await stored.goto(SHEET);
  for (const value of ['120', '90'])
    await expect(stored.getByText(value, { exact: true }).first()).toBeVisible();
  await stored.getByText(words.sheet.history).click();
  await expect(stored.getByText(words.sheet.says['topic.saved'])).toHaveCount(2);
  await network.stop();
});

test('a cell that could not be saved outlives its tab, is listed by its name, and is asked about where others wrote', async ({
  browser,
  freshProduct: product,
}) => {
  const network = await networkTo(product);
  const { page: first, context } = await person(browser, product, 'operator.6310', {
    baseURL: network.origin,
  });
  const head = (await person(browser, product, 'kepala.6310')).page;
  const said = registerWords.id;
  const register = `${TOPICS}/konektivitas/${AGENCY}/register/villages`;
  const phone = '63.10.01.1007.phone';
  const bts = '63.10.01.1007.bts';
  const cell = (page: Page, name: string) => page.locator(`[data-cell="${name}"]`);
  await first.goto(register);
  await untilScriptsRun(first);
  network.cut();
  await cell(first, phone).selectOption('none');
  await cell(first, bts).fill('7');
  await cell(first, bts).blur();
  await expect(first.getByText(said.unsaved({ count: '2' }))).toBeVisible();
  await first.close();

  await head.goto(register);
  await untilScriptsRun(head);
  await cell(head, phone).selectOption('weak');
  await expect(head.locator('[data-saves]')).toHaveText(said.savedAll);

  network.mend();
  const page = await context.newPage();
  await page.goto('/perangkat');
  const waiting = page.locator('[data-fields]');
  // The one that nobody else wrote into goes out by itself.
  await expect(page.getByText(deviceWords.id.state.undecided)).toHaveCount(1, { timeout: 30_000 });
  await expect(waiting).toHaveCount(1);
  await expect(waiting).toContainText('Sinyal telepon');
  await page.locator(`main a[href="${register}"]`).click();
  await expect(page.locator(`[id="sel-${phone}-error"]`)).toBeVisible();
  await expect(cell(page, bts)).toHaveValue('7');
  await expect(cell(page, phone)).toHaveValue('none');
  await page.getByRole('button', { name: said.kept.mine }).click();
  await expect(page.locator('[data-saves]')).toHaveText(said.savedAll);
  await page.goto('/perangkat');
  await expect(page.getByText(deviceWords.id.none)).toBeVisible();
  await head.goto(register);
  await expect(cell(head, phone)).toHaveValue('none');
  await expect(cell(head, bts)).toHaveValue('7');
  await network.stop();
});

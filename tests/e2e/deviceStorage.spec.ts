/** What the device keeps for somebody without a network, and what they can do with it. */
import { readFile } from 'node:fs/promises';
import { deviceWords } from '~/assessment/deviceWords';
import { unsentWords } from '~/assessment/unsentWords';
import { agencyPath, expect, person, test, text } from './fixtures';

const words = deviceWords.id;
const saving = text.assessment.saveState;
const AGENCY = '63.10';

test('what lies on the device is listed, saved as a file, removed and sent, without a network but for the last', async ({
  browser,
  product,
}) => {
  const { page, context } = await person(browser, product, 'operator.6310');
  const path = agencyPath(AGENCY, 'isi/31');
  const inCharge = page.locator('input[name="personInCharge"]');
  const justification = page.locator('textarea[name="justification"]');
  await page.goto(path);
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'idle');
  await page.route('**/simpan', (route) => route.abort());
  await inCharge.fill('Bidang Aptika');
  await justification.fill('Diketik saat jaringan putus');
  await expect(page.getByText(saving.onDevice)).toBeVisible();
  await page.goto('/');
  await page.getByRole('link', { name: unsentWords.id.list }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible();
  await context.setOffline(true);
  const waiting = page.locator('main').getByRole('listitem');
  await expect(waiting.filter({ hasText: 'Bidang Aptika' })).toBeVisible();
  await expect(waiting.filter({ hasText: 'Diketik saat jaringan putus' })).toBeVisible();

  const arrives = page.waitForEvent('download');
  await page.getByRole('link', { name: words.save }).click();
  const download = await arrives;
  expect(download.suggestedFilename()).toBe(words.fileName);
  const file: unknown = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(file).toContainEqual(expect.objectContaining({ page: path, value: 'Bidang Aptika' }));

  const removeFirst = waiting
    .filter({ hasText: 'Bidang Aptika' })
    .getByRole('button', { name: words.remove });
  page.once('dialog', (question) => void question.dismiss());
  await removeFirst.click();
  await expect(waiting).toHaveCount(2);
  page.once('dialog', (question) => void question.accept());
  await removeFirst.click();
  await expect(waiting).toHaveCount(1);

  await context.setOffline(false);
  await page.unroute('**/simpan');
  await page.locator('main').getByRole('button', { name: words.send }).click();
  await expect(page.getByText(words.none)).toBeVisible();
  await page.goto(path);
  await expect(justification).toHaveValue('Diketik saat jaringan putus');
  await expect(inCharge).not.toHaveValue('Bidang Aptika');
  await context.close();
});

import { agencyPath, expect, person, signIn, test, text } from './fixtures';

const words = text.assessment;

test('two people on one indicator: the second is shown the first answer and chooses, both stay in the history', async ({
  browser,
  product,
}) => {
  const operator = await person(browser, product, 'operator.6310');
  const head = await person(browser, product, 'kepala.6310');
  const path = agencyPath('63.10', 'isi/45');
  await operator.page.goto(path);
  await head.page.goto(path);

  await operator.page.getByLabel(words.justification, { exact: true }).fill('Jawaban operator.');
  await operator.page.locator('input[name="level"][value="2"]').check();
  await expect(operator.page.getByText(words.saveState.saved({ time: '' })).first()).toBeVisible();

  await head.page.getByLabel(words.justification, { exact: true }).fill('Jawaban kepala.');
  await head.page.locator('input[name="level"][value="4"]').check();
  await expect(head.page.getByRole('heading', { name: words.conflictTitle })).toBeVisible();
  await expect(head.page.getByText('Jawaban operator.').first()).toBeVisible();
  await head.page.getByRole('button', { name: words.useMine }).click();
  await expect(head.page.getByText(words.saveState.saved({ time: '' })).first()).toBeVisible();

  await operator.page.reload();
  await expect(operator.page.locator('input[name="level"][value="4"]')).toBeChecked();
  await expect(operator.page.getByLabel(words.justification, { exact: true })).toHaveValue('Jawaban kepala.');
  await operator.page.goto(agencyPath('63.10', 'riwayat'));
  await expect(operator.page.getByText('Jawaban operator.').first()).toBeVisible();
  await expect(operator.page.getByText('Jawaban kepala.').first()).toBeVisible();
  await operator.context.close();
  await head.context.close();
});

test('the sign-in ends while somebody types: they sign in again and the text arrives', async ({
  page,
  context,
}) => {
  await signIn(page, 'operator.6310');
  const path = agencyPath('63.10', 'isi/46');
  await page.goto(path);
  const field = page.getByLabel(words.justification, { exact: true });
  await field.fill('Sebelum keluar.');
  await expect(page.getByText(words.saveState.saved({ time: '' })).first()).toBeVisible();

  await context.clearCookies({ name: 'masuk' });
  await field.pressSequentially(' Diketik setelah keluar.');
  await expect(page.getByText(words.saveState.signedOut)).toBeVisible();
  await expect(field).toHaveValue('Sebelum keluar. Diketik setelah keluar.');

  const again = await context.newPage();
  await signIn(again, 'operator.6310');
  await again.close();
  await page.bringToFront();
  await expect(page.getByText(words.saveState.saved({ time: '' })).first()).toBeVisible();
  await expect(field).toHaveValue('Sebelum keluar. Diketik setelah keluar.');
  await page.reload();
  await expect(field).toHaveValue('Sebelum keluar. Diketik setelah keluar.');
});

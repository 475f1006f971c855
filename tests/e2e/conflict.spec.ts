import { historyWords } from '~/assessment/historyWords';
import type { Page } from '@playwright/test';
import { agencyPath, expect, person, signIn, test, text } from './fixtures';

const words = text.assessment;

test('two people on one indicator: different fields merge, the same field is asked about beside it, both stay in the history', async ({
  browser,
  product,
}) => {
  const operator = await person(browser, product, 'operator.6310');
  const head = await person(browser, product, 'kepala.6310');
  const path = agencyPath('63.10', 'isi/45');
  const justification = (page: Page) => page.getByLabel(words.justification, { exact: true });
  const saved = (page: Page) => expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
  // What the other saves does not reach this page before it is typed on.
  await head.page.route('**/simpan', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  );
  await operator.page.goto(path);
  await head.page.goto(path);
  await expect(head.page.getByTestId('save-state')).toBeVisible();

  await justification(operator.page).fill('Jawaban operator.');
  await operator.page.locator('input[name="level"][value="2"]').check();
  await saved(operator.page);

  await justification(head.page).fill('Jawaban kepala.');
  const question = head.page.getByTestId('question-justification');
  await expect(question).toContainText('Jawaban operator.');
  // It took neither the focus nor what was typed; typing goes on.
  await expect(justification(head.page)).toBeFocused();
  await head.page.keyboard.type(' 4 butir.');
  await expect(justification(head.page)).toHaveValue('Jawaban kepala. 4 butir.');
  await expect(head.page.locator('input[name="level"][value="2"]')).toBeChecked();
  await head.page.getByLabel(words.note, { exact: true }).fill('Catatan kepala.');
  await question.getByRole('button', { name: words.useMine }).click();
  await saved(head.page);

  await operator.page.reload();
  await expect(operator.page.locator('input[name="level"][value="2"]')).toBeChecked();
  await expect(justification(operator.page)).toHaveValue('Jawaban kepala. 4 butir.');
  await expect(operator.page.getByLabel(words.note, { exact: true })).toHaveValue('Catatan kepala.');
  await operator.page.goto(agencyPath('63.10', 'riwayat'));
  await expect(operator.page.getByText('Jawaban operator.').first()).toBeVisible();
  await expect(operator.page.getByText('Jawaban kepala. 4 butir.').first()).toBeVisible();
  await operator.context.close();
  await head.context.close();
});

test('their text is chosen over one’s own: the own stays in the history, to be read', async ({
  browser,
  product,
}) => {
  const operator = await person(browser, product, 'operator.6310');
  const head = await person(browser, product, 'kepala.6310');
  const path = agencyPath('63.10', 'isi/34');
  const note = (page: Page) => page.getByLabel(words.note, { exact: true });
  await head.page.goto(path);
  await expect(head.page.getByTestId('save-state')).toBeVisible();
  await head.context.setOffline(true);
  await note(head.page).fill('Tidak jadi dipakai.');
  await operator.page.goto(path);
  await note(operator.page).fill('Milik operator.');
  await expect(operator.page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
  await head.context.setOffline(false);
  await head.page.getByTestId('question-note').getByRole('button', { name: words.useTheirs }).click();
  await expect(note(head.page)).toHaveValue('Milik operator.');
  await expect(head.page.getByTestId('save-state')).toHaveAttribute('data-state', 'idle');
  await head.page.goto(agencyPath('63.10', 'riwayat'));
  await expect(head.page.getByText('Tidak jadi dipakai.')).toBeVisible();
  await expect(head.page.getByText(historyWords.id.notUsed)).toBeVisible();
  await operator.context.close();
  await head.context.close();
});

test('what another saves appears in the fields that one is not writing in', async ({ browser, product }) => {
  const operator = await person(browser, product, 'operator.6310');
  const head = await person(browser, product, 'kepala.6310');
  const path = agencyPath('63.10', 'isi/33');
  await head.page.goto(path);
  await expect(head.page.getByTestId('save-state')).toBeVisible();
  await operator.page.goto(path);
  await operator.page.getByLabel(words.note, { exact: true }).fill('Dari operator.');
  await operator.page.locator('input[name="level"][value="3"]').check();
  await head.page.getByLabel(words.justification, { exact: true }).click();
  await expect(head.page.getByLabel(words.note, { exact: true })).toHaveValue('Dari operator.', {
    timeout: 20_000,
  });
  await expect(head.page.locator('input[name="level"][value="3"]')).toBeChecked();
  await expect(head.page.getByLabel(words.justification, { exact: true })).toBeFocused();
  await operator.context.close();
  await head.context.close();
});

test('an operator’s unsent text never becomes the head’s, who signs in in another tab', async ({
  page,
  context,
}) => {
  await signIn(page, 'operator.6310');
  const path = agencyPath('63.10', 'isi/32');
  await page.goto(path);
  await expect(page.getByTestId('save-state')).toBeVisible();
  const field = page.getByLabel(words.justification, { exact: true });
  await page.route('**/simpan', (route) => route.abort());
  await field.fill('Ditulis operator.');
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'offline');
  await context.clearCookies({ name: 'masuk' });
  const head = await context.newPage();
  await signIn(head, 'kepala.6310');
  await page.unroute('**/simpan');
  await page.getByRole('button', { name: words.tryAgain }).click();
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'otherAccount');
  // The head's own page shows and sends nothing of it.
  await head.goto(path);
  await expect(head.getByTestId('save-state')).toHaveAttribute('data-state', 'idle');
  await expect(head.getByLabel(words.justification, { exact: true })).not.toHaveValue('Ditulis operator.');
  await context.clearCookies({ name: 'masuk' });
  await signIn(head, 'operator.6310');
  await head.close();
  await page.bringToFront();
  // Sent by this tab, or by the one that signed in, whichever was first.
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', /^(saved|idle)$/);
  await page.reload();
  await expect(field).toHaveValue('Ditulis operator.');
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'idle');
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

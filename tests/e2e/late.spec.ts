/** Typed while answers were open, arrived after: nothing is lost, nothing changes by itself, the facilitator decides. */
import { lateWords } from '~/assessment/lateWords';
import { rakerdaPath } from '~/paths';
import { agencyPath, expect, person, RAKERDA, test, text } from './fixtures';

const words = lateWords.id;
const saving = text.assessment.saveState;
const AGENCY = '63.01';
const TYPED = 'Diketik saat jaringan putus.';

test('a late change is passed on to the facilitator, who reopens and accepts it', async ({
  browser,
  freshProduct: product,
}) => {
  const operator = await person(browser, product, 'operator.6301');
  const head = await person(browser, product, 'kepala.6301');
  const facilitator = await person(browser, product, 'fasilitator');
  const note = operator.page.locator('textarea[name="justification"]');

  await operator.page.goto(agencyPath(AGENCY, 'isi/7'));
  await expect(operator.page.getByTestId('save-state')).toHaveAttribute('data-state', 'idle');
  await operator.context.setOffline(true);
  await note.fill(TYPED);
  await expect(operator.page.getByText(saving.onDevice)).toBeVisible();

  await head.page.goto(agencyPath(AGENCY, 'status'));
  await head.page.locator('input[name="unansweredConfirmed"]').check();
  await head.page.locator('form:has(input[value="submit"]) button').click();
  await head.page.waitForURL(/selesai=submitted/);

  // The overview of whoever decides hears of it while it is open.
  const status = facilitator.page;
  await status.goto(rakerdaPath(RAKERDA));
  const waiting = status.getByTestId('late-counts');
  await expect(waiting).toHaveCount(0);
  await operator.context.setOffline(false);
  await expect(operator.page.getByText(saving.late)).toBeVisible();
  await expect(note).toHaveValue(TYPED);
  await operator.page.goto(agencyPath(AGENCY, 'status'));
  await expect(operator.page.getByText(words.forwarded)).toBeVisible();
  await expect(operator.page.getByText(TYPED)).toBeVisible();
  await expect(operator.page.getByRole('button', { name: words.leave })).toHaveCount(0);

  await expect(waiting).toContainText(text.rakerda.late.title({ count: '1' }));
  await waiting.getByRole('link').click();
  await status.waitForURL(`**${agencyPath(AGENCY, 'status')}`);
  await expect(status.getByText(TYPED)).toBeVisible();
  await expect(status.getByText(words.notOpen)).toBeVisible();
  await status.locator('#reopen-note').fill('Ada perubahan yang terlambat.');
  await status.locator('form:has(#reopen-note) button').last().click();
  await status.waitForURL(/selesai=draft/);
  await status.getByRole('button', { name: words.accept }).click();
  await expect(status.getByText(words.done.accepted)).toBeVisible();
  await expect(status.getByRole('button', { name: words.leave })).toHaveCount(0);

  await operator.page.goto(agencyPath(AGENCY, 'isi/7'));
  await expect(note).toHaveValue(TYPED);
  for (const { context } of [operator, head, facilitator]) await context.close();
});

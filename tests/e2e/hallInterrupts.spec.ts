/** What the hall does reaches whoever is filling in: a vote that opens, and a stage that closes for a while. */
import { agencyPath, expect, person, RAKERDA, test, text } from './fixtures';
import { manageWords } from '~/hall/overview/manageWords';
import { voteWords } from '~/hall/votes/voteWords';

const base = `/rakerda/${RAKERDA}`;
const phone = { viewport: { width: 360, height: 740 } };
const words = voteWords.id;
const AGENCY = '63.10';

test('an open vote is one tap away from a question, the ballot can be changed, and a withdrawn vote is over', async ({
  browser,
  freshProduct,
}) => {
  const { page: facilitator } = await person(browser, freshProduct, 'fasilitator');
  const { page: operator } = await person(browser, freshProduct, 'operator.6310', phone);
  await operator.goto(agencyPath(AGENCY, 'isi/1'));
  await expect(operator.getByTestId('save-state')).toBeVisible();

  await facilitator.goto(`${base}/suara`);
  await facilitator.locator('#indicator').selectOption('spbe-2020:13');
  await facilitator.locator('#agency').selectOption('63.01');
  await facilitator.locator('#ballot').selectOption('agency');
  await facilitator.locator('form:has(#ballot) button[value="open"]').click();
  await facilitator.waitForURL(/pesan=dibuka/);
  await expect(facilitator.getByText(`${words.ballot.agency} ${words.subject.sitsOut}`)).toBeVisible();

  await operator.getByRole('link', { name: text.ui.voteNow, exact: true }).click();
  // The questionnaire has levels too.
  await operator.waitForURL('**/suara/**');
  await operator.locator('input[name="level"][value="3"]').check();
  await operator.locator('button[value="cast"]').click();
  await operator.waitForURL(/pesan=masuk/);
  await operator.getByText(words.vote.change, { exact: true }).click();
  await operator.locator('input[name="level"][value="2"]').check();
  await operator.locator('button[value="cast"]').click();
  await expect(operator.getByText(words.vote.changed)).toBeVisible();
  await operator.goto(agencyPath(AGENCY, 'isi/1'));
  await expect(operator.getByTestId('save-state')).toBeVisible();
  await expect(operator.getByRole('link', { name: text.ui.voteNow, exact: true })).toHaveCount(0);

  await facilitator.getByText(words.run.mistake, { exact: true }).click();
  await facilitator.locator('button[value="withdraw"]').click();
  await expect(facilitator.getByText(words.message.batal)).toBeVisible();
  await expect(facilitator.getByText(words.state.withdrawn, { exact: true })).toBeVisible();
});

test('going back to preparation asks first; what is typed meanwhile stays and arrives once filling in is open again', async ({
  browser,
  freshProduct,
}) => {
  const { page: facilitator } = await person(browser, freshProduct, 'fasilitator');
  const { page: operator } = await person(browser, freshProduct, 'operator.6310', phone);
  await operator.goto(agencyPath(AGENCY, 'isi/1'));
  const state = operator.getByTestId('save-state');
  await expect(state).toBeVisible();

  const goTo = (to: string) =>
    facilitator.locator(`form:has(input[name="to"][value="${to}"]) button`).click();
  await facilitator.goto(base);
  await goTo('preparation');
  await expect(
    facilitator.getByText(manageWords.id.manage.step.closes({ parts: '' }).slice(0, 12)),
  ).toBeVisible();
  await facilitator.locator('form:has(input[name="confirmed"]) button').click();
  await facilitator.waitForURL(/pesan=tahap/);

  await expect(state).toHaveAttribute('data-state', 'stage');
  const note = operator.getByLabel(text.assessment.note, { exact: true });
  await note.fill('Ditulis selagi ditutup');
  await expect(state).toHaveAttribute('data-state', 'stage');
  await goTo('filling');
  await expect(state).toHaveAttribute('data-state', 'saved');
  await operator.reload();
  await expect(note).toHaveValue('Ditulis selagi ditutup');
});

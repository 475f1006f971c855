/** Figures of a topic from the first keystroke to the hall: typed, refused, saved, compared live, approved, taken back. */
import { topicWords } from '~/topics/topicWords';
import { expect, person, RAKERDA, test } from './fixtures';

const words = topicWords.id;
const TOPICS = `/rakerda/${RAKERDA}/topik`;
/** Nothing is filled in there in the demo. */
const AGENCY = '63.10';
const SHEET = `${TOPICS}/lapor-sp4n/${AGENCY}`;

test.describe.configure({ timeout: 90_000 });

for (const javaScriptEnabled of [true, false]) {
  test(`reports are counted, and the 21 that nobody accounts for stay in sight, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    browser,
    freshProduct: product,
  }) => {
    const operator = (await person(browser, product, 'operator.6310', { javaScriptEnabled })).page;
    const head = (await person(browser, product, 'kepala.6310', { javaScriptEnabled })).page;
    const facilitator = (await person(browser, product, 'fasilitator')).page;
    await facilitator.goto(`${TOPICS}/lapor-sp4n`);
    const row = facilitator.locator(`tr[data-agency="${AGENCY}"]`);
    await expect(row).toContainText('0/13');

    const field = (code: string) => operator.locator(`#angka-${code}`);
    const measure = (code: string) => operator.locator(`[data-measure="${code}"]`);
    const save = () => operator.getByRole('button', { name: words.sheet.save }).click();

    await test.step('what cannot be is refused beside its field, and stays as it was typed', async () => {
      await operator.goto(TOPICS);
      await operator
        .getByRole('link', { name: words.fillOf({ topic: 'Pengelolaan pengaduan SP4N-LAPOR!' }) })
        .click();
      await field('received').fill('8.146');
      await field('resolved').fill('9.797');
      await field('in-process').fill('270.5');
      await save();
      const above = words.aboveWhole({ field: 'Selesai', whole: 'Laporan diterima' });
      await expect(operator.locator('#angka-resolved-error')).toContainText(above);
      const other = words.problem.otherLanguage({ field: 'Dalam proses' });
      await expect(operator.locator('#angka-in-process-error')).toContainText(other);
      await expect(field('resolved')).toHaveValue('9.797');
      await expect(field('in-process')).toHaveValue('270.5');
      await expect(row).toContainText('0/13');
    });

    await test.step('measures and what is unaccounted for follow', async () => {
      await field('resolved').fill('7.797');
      await field('in-process').fill('270');
      await field('untouched').fill('58');
      if (javaScriptEnabled) await expect(measure('resolved-share')).toContainText('95,72%');
      await save();
      await expect(operator.getByText(words.sheet.saved)).toBeVisible();
      await expect(measure('resolved-share')).toContainText('7.797 ÷ 8.146 × 100');
      await expect(measure('resolved-share')).toContainText('95,72%');
      await expect(operator.locator('[data-check="by-status"]')).toContainText('21');
    });

    await test.step('the hall sees it without asking', async () => {
      await expect(row).toContainText('95,72%');
      await expect(row).toContainText('⚠ 21');
      await expect(row).toContainText('4/13');
    });

    await test.step('the head approves, then nothing can be typed until it is opened again', async () => {
      await head.goto(SHEET);
      await head.getByRole('button', { name: words.sheet.approve }).click();
      await expect(head.getByText(words.sheet.approvedNow)).toBeVisible();
      await operator.goto(SHEET);
      await expect(operator.getByText(words.sheet.lockedApproved)).toBeVisible();
      await expect(field('received')).toHaveCount(0);
      await head.getByRole('button', { name: words.sheet.reopen, exact: true }).click();
      await expect(head.getByText(words.sheet.reopenedNow)).toBeVisible();
    });

    await test.step('the history names who wrote what', async () => {
      await operator.goto(SHEET);
      await expect(field('received')).toHaveValue('8.146');
      await operator.getByText(words.sheet.history).click();
      await expect(operator.getByText(words.sheet.says['topic.saved'])).toBeVisible();
    });
  });
}

test('two people on one sheet keep what both typed, and decide about the same field', async ({
  browser,
  freshProduct: product,
}) => {
  const one = (await person(browser, product, 'operator.6310')).page;
  const other = (await person(browser, product, 'kepala.6310')).page;
  await one.goto(SHEET);
  await other.goto(SHEET);
  await other.locator('#angka-received').fill('120');
  await other.locator('#angka-units').fill('30');
  await one.locator('#angka-received').fill('100');
  await one.locator('#angka-resolved').fill('60');
  await one.getByRole('button', { name: words.sheet.save }).click();
  await expect(one.getByText(words.sheet.saved)).toBeVisible();

  await other.getByRole('button', { name: words.sheet.save }).click();
  await expect(other.getByText(words.sheet.refused.moved)).toBeVisible();
  await expect(other.locator('#angka-received-error')).toContainText('100');
  await expect(other.locator('#angka-received')).toHaveValue('120');
  // What the first wrote into another field is there already.
  await expect(other.locator('#angka-resolved')).toHaveValue('60');
  await other.getByRole('button', { name: words.sheet.save }).click();
  await expect(other.getByText(words.sheet.saved)).toBeVisible();
  await one.goto(SHEET);
  for (const [code, value] of [
    ['received', '120'],
    ['resolved', '60'],
    ['units', '30'],
  ] as const)
    await expect(one.locator(`#angka-${code}`)).toHaveValue(value);
});

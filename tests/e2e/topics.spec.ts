/** Figures of a topic from the first keystroke to the hall: typed, refused, saved, compared live, approved, taken back. */
import type { Page } from '@playwright/test';
import { sheetReviewWords } from '~/topics/review/sheetReviewWords';
import { topicWords } from '~/topics/topicWords';
import { approvalWords } from '~/rakerda/approvalWords';
import { expect, person, RAKERDA, test } from './fixtures';

const words = topicWords.id;
const approval = approvalWords.id;
const TOPICS = `/rakerda/${RAKERDA}/topik`;
/** Nothing is filled in there in the demo. */
const AGENCY = '63.10';
const SHEET = `${TOPICS}/lapor-sp4n/${AGENCY}`;
const REVIEW = `${SHEET}/telaah`;
const review = sheetReviewWords.id;

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
      await expect(row.getByRole('cell', { name: '21', exact: true })).toBeVisible();
      await expect(row).toContainText('4/13');
    });

    await test.step('it is sent to the head, who returns it with a reason, and approves it', async () => {
      /** With scripts at the keyboard alone. */
      const press = async (page: Page, name: string) => {
        const button = page.getByRole('button', { name, exact: true });
        if (!javaScriptEnabled) return button.click();
        await button.focus();
        await page.keyboard.press('Enter');
      };
      const submit = async () => {
        const known = operator.getByLabel(words.sheet.confirmEmpty({ count: '9 isian' }));
        if (javaScriptEnabled) await known.press('Space');
        else await known.check();
        await press(operator, words.sheet.submit);
        await expect(operator.getByText(words.sheet.done.diajukan)).toBeVisible();
      };
      // One thing to do on the page of the fields: save. It is sent where it was read through.
      await operator.getByRole('link', { name: words.sheet.reviewAnd.submit }).click();
      await expect(operator.locator('[data-headline]')).toHaveText('95,72%');
      await expect(operator.locator('[data-check="by-status"]')).toContainText('21');
      await operator.getByRole('link', { name: review.gapLine.unanswered({ count: '9 isian' }) }).click();
      await expect(operator.locator('[data-question]')).toHaveCount(9);
      await expect(operator.locator('[data-question="received"]')).toHaveCount(0);
      await press(operator, words.sheet.submit);
      await expect(operator.locator('#unansweredConfirmed-error')).toBeVisible();
      await submit();
      await operator.goto(SHEET);
      await expect(operator.getByText(words.sheet.lockedSubmitted)).toBeVisible();
      await expect(field('received')).toHaveCount(0);
      await expect(row).toContainText(words.state.submitted);

      await head.goto(SHEET);
      await head.getByRole('link', { name: words.sheet.reviewAnd.approve }).click();
      await expect(head.locator('[data-question="received"]')).toContainText('8.146');
      await press(head, approval.return);
      await expect(head.locator('#return-note-error')).toBeVisible();
      await head.locator('#return-note').fill('Cek laporan bulan Mei');
      await press(head, approval.return);
      await expect(head.getByText(words.sheet.done.dikembalikan)).toBeVisible();
      await operator.goto(SHEET);
      await expect(operator.getByText('Cek laporan bulan Mei').first()).toBeVisible();
      await field('resolved').fill('7.796');
      await save();
      await expect(operator.getByText(words.sheet.saved)).toBeVisible();
      await operator.goto(REVIEW);
      await submit();

      await head.goto(`${REVIEW}?saring=berubah`);
      await expect(head.getByText('Cek laporan bulan Mei')).toBeVisible();
      await expect(head.locator('[data-question]')).toHaveCount(1);
      await expect(head.locator('[data-question="resolved"]')).toContainText('7.797');
      await press(head, words.sheet.approve);
      await expect(head.getByText(words.sheet.done.disetujui)).toBeVisible();
      await operator.goto(SHEET);
      await expect(operator.getByText(words.sheet.lockedApproved)).toBeVisible();
      await expect(row).toContainText(words.state.approved);

      await press(head, words.sheet.takeBack);
      await expect(head.getByText(words.sheet.done.ditarik)).toBeVisible();
      await facilitator.goto(REVIEW);
      await facilitator.locator('#reopen-note').fill('Angka Juni menyusul');
      await press(facilitator, approval.reopen);
      await expect(facilitator.getByText(words.sheet.done.dibuka)).toBeVisible();
    });

    await test.step('the history names who wrote what', async () => {
      await operator.goto(SHEET);
      await expect(field('received')).toHaveValue('8.146');
      await operator.getByText(words.sheet.history).click();
      await expect(operator.getByText(words.sheet.says['topic.saved']).first()).toBeVisible();
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

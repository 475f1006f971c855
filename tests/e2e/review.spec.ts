/** From last year's texts to an approval that is taken back: operators and their head, with scripts and without. */
import { assessmentWords } from '~/assessment/assessmentWords';
import { reviewWords } from '~/assessment/reviewWords';
import { reviewFrameWords } from '~/rakerda/reviewFrameWords';
import { takeOverWords } from '~/assessment/takeOverWords';
import { agencyPath, expect, INDICATORS, person, RAKERDA, test, text } from './fixtures';
import { untilScriptsRun } from './slowScripts';

const words = assessmentWords.id;
const review = reviewWords.id;
const frame = reviewFrameWords.id;
const taking = takeOverWords.id;

/** Still a draft in the demo, with an assessment of the year before. */
const AGENCY = '63.01';
const username = (role: string) => `${role}.${AGENCY.replace('.', '')}`;

test.describe.configure({ timeout: 90_000 });

for (const javaScriptEnabled of [true, false]) {
  test(`an operator starts from last year, the head returns, approves and takes back, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    browser,
    freshProduct: product,
  }) => {
    const operator = (await person(browser, product, username('operator'), { javaScriptEnabled })).page;
    const head = (await person(browser, product, username('kepala'), { javaScriptEnabled })).page;

    await test.step('texts of last year are taken over and confirmed', async () => {
      await operator.goto(agencyPath(AGENCY, 'isi'));
      await operator.getByRole('link', { name: words.takeOverTitle }).click();
      const offered = operator.locator('form:has(button[value="take"]) input[name="no"]');
      const no = (await offered.first().getAttribute('value')) ?? '';
      await expect(offered.first()).toBeChecked();
      await operator.getByRole('button', { name: taking.take }).click();
      const waiting = operator.locator('form:has(button[value="confirm"])');
      await waiting.locator(`input[value="${no}"]`).check();
      await operator.goto(agencyPath(AGENCY, `isi/${no}`));
      await expect(operator.getByText(words.takenOver)).toBeVisible();
      await operator.getByRole('link', { name: words.takeOverTitle }).click();
      await operator.locator(`form:has(button[value="confirm"]) input[value="${no}"]`).check();
      await operator.getByRole('button', { name: taking.confirm }).click();
      await expect(operator.getByText(taking.confirmed({ count: '1' }))).toBeVisible();
      await expect(operator.locator(`form:has(button[value="confirm"]) input[value="${no}"]`)).toHaveCount(0);
    });

    const submit = async () => {
      await operator.goto(agencyPath(AGENCY, 'status'));
      await operator.locator('input[name="unansweredConfirmed"]').check();
      await operator.getByRole('button', { name: words.workflow.submit }).click();
      await expect(operator.getByText(words.workflow.done.submitted)).toBeVisible();
    };
    await test.step('the head is led from home to the sheet and returns with a note per indicator', async () => {
      await submit();
      await head.goto('/');
      await expect(head.getByText(text.rakerda.home.nextHint.review)).toBeVisible();
      await head.getByRole('link', { name: text.rakerda.home.next.review }).click();
      await expect(head.getByRole('heading', { level: 1, name: words.reviewTitle })).toBeVisible();
      if (javaScriptEnabled) {
        // A filter acts at once and loses nothing that was typed; what was opened stays open.
        await untilScriptsRun(head);
        await head.getByRole('button', { name: frame.openAll }).click();
        await head.locator('#note-1').fill('Bukti mana?');
        await head.locator('input[name="saring"][value="belum"]').check();
        await head.waitForURL(/saring=belum/);
        await expect(head.locator('#note-1')).toBeHidden();
        await expect(head.locator('#note-47')).toBeVisible();
      } else {
        await head.locator('input[name="saring"][value="belum"]').check();
        await head.getByRole('button', { name: frame.show }).click();
        await expect(head.locator('#note-1')).toBeHidden();
        await head.goto(agencyPath(AGENCY, 'telaah'));
        await expect(head.locator('#note-1')).toBeHidden();
        await head.locator('summary', { has: head.locator('#aspek-1') }).click();
        await head.locator('#note-1').fill('Bukti mana?');
      }
      await head.getByRole('button', { name: review.return }).click();
      await expect(head.getByText(review.noteMissing).first()).toBeVisible();
      await expect(head.locator('#note-1')).toHaveValue('Bukti mana?');
      await head.locator('#note').fill('Mohon dilengkapi.');
      await head.getByRole('button', { name: review.return }).click();
      await expect(head.getByText(words.workflow.done.draft)).toBeVisible();
      await operator.goto(agencyPath(AGENCY, 'isi'));
      await expect(operator.getByText('Bukti mana?')).toBeVisible();
      await operator.goto(agencyPath(AGENCY, 'isi/1'));
      await expect(operator.getByText('Bukti mana?')).toBeVisible();
      await operator.goto(agencyPath(AGENCY, 'riwayat?indikator=1'));
      await expect(operator.getByText('Bukti mana?')).toBeVisible();
    });

    await test.step('approving names the gaps, asks once, and is taken back', async () => {
      await submit();
      await head.goto(agencyPath(AGENCY, 'status'));
      await head.getByRole('button', { name: words.workflow.approve }).click();
      await expect(head.getByText(review.gapsNamed)).toBeVisible();
      await head.getByRole('button', { name: review.approveAnyway }).click();
      await expect(head.getByText(words.workflow.done.approved)).toBeVisible();
      await head.goto(agencyPath(AGENCY));
      await expect(head.getByText('tergantung jawaban yang belum masuk')).toHaveCount(0);
      await head.goto(agencyPath(AGENCY, 'status'));
      await head.getByRole('button', { name: review.takeBack }).click();
      await expect(head.getByText(review.takenBack)).toBeVisible();
      await expect(head.getByRole('button', { name: words.workflow.approve })).toBeVisible();
    });
  });
}

test('the sheet on A4 cuts no indicator in two', async ({ browser, product }) => {
  const { page } = await person(browser, product, 'penelaah', { viewport: { width: 794, height: 1123 } });
  await page.goto(`/rakerda/${RAKERDA}/spbe-2020/63.04/telaah`);
  await page.emulateMedia({ media: 'print' });
  const rows = page.locator('main ol > li');
  await expect(rows).not.toHaveCount(0);
  const breaks = await rows.evaluateAll((all) =>
    all.filter((row) => row.checkVisibility()).map((row) => getComputedStyle(row).breakInside),
  );
  // What is folded on a screen stands open on paper.
  expect(breaks).toHaveLength(INDICATORS);
  expect(new Set(breaks)).toEqual(new Set(['avoid']));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(794);
});

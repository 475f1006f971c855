/** Figures of a topic from the first keystroke to the hall: typed, refused, saved, compared live, approved, taken back. */
import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { type FIGURE_NAMES, MARK_NAMES, READY } from '~/instrument/ladder';
import { ladderWords } from '~/topics/controls/ladderWords';
import { pointsWords } from '~/topics/controls/pointsWords';
import { fileImportWords } from '~/files/fileImportWords';
import { importWords } from '~/topics/imports/importWords';
import { registerWords } from '~/topics/registers/registerWords';
import { sheetReviewWords } from '~/topics/review/sheetReviewWords';
import { topicWords } from '~/topics/topicWords';
import { approvalWords } from '~/rakerda/approvalWords';
import { deviceWords } from '~/assessment/deviceWords';
import { expect, person, RAKERDA, test, text } from './fixtures';
import { networkTo } from './network';
import { untilScriptsRun } from './slowScripts';

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
      await expect(row).toContainText('⚠ 21');
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

for (const javaScriptEnabled of [true, false]) {
  test(`a ladder is climbed item by item, its three figures apart, ${javaScriptEnabled ? 'with the keyboard' : 'without scripts'}`, async ({
    browser,
    freshProduct: product,
  }) => {
    const operator = (await person(browser, product, 'operator.6310', { javaScriptEnabled })).page;
    const facilitator = (await person(browser, product, 'fasilitator')).page;
    const ladder = ladderWords.id;
    const sheet = `${TOPICS}/pemdi-2026/${AGENCY}`;
    await facilitator.goto(`${TOPICS}/pemdi-2026`);
    const row = facilitator.locator(`tr[data-agency="${AGENCY}"]`);
    await expect(row).toContainText('0/20');
    const item = (code: string) => operator.locator(`[data-item="${code}"]`);
    const mark = (code: string) => item(code).getByRole('radio', { name: MARK_NAMES[READY].id });
    const save = (code: string) => operator.getByRole('button', { name: ladder.save({ code }) }).click();
    const figure = (name: keyof typeof FIGURE_NAMES) => operator.locator(`[data-figure="${name}"]`);

    // What was proved of the same in SPBE is offered, and leads to where it stands; nothing is answered by it.
    await operator.goto(`${sheet}?bagian=I1`);
    const proof = operator.locator('[data-earlier-proof]');
    await proof.locator('summary').click();
    const proven = proof.locator('[data-proven="11"]');
    await expect(proven.getByRole('link', { name: 'Data dukung contoh indikator 11' })).toBeVisible();
    await expect(proven.getByRole('link').first()).toHaveAttribute('href', new RegExp(`/${AGENCY}/isi/11$`));
    await expect(operator.getByRole('radio', { checked: true })).toHaveCount(0);
    await operator.goto(`${sheet}?bagian=I12`);
    await expect(operator.getByRole('heading', { name: /^I12 / })).toBeVisible();
    await expect(proof).toHaveCount(0);

    await operator.goto(`${sheet}?bagian=I19`);
    await expect(figure('self')).toContainText(ladder.notYet);
    if (javaScriptEnabled) {
      // Arrows move between the choices of an item, Tab goes on to the next one.
      await item('I19-L1-01').getByRole('radio').first().focus();
      await operator.keyboard.press('Space');
      await operator.keyboard.press('ArrowRight');
      await operator.keyboard.press('ArrowRight');
      await expect(mark('I19-L1-01')).toBeChecked();
      await operator.keyboard.press('Tab');
      await operator.keyboard.press('ArrowLeft');
      await expect(mark('I19-L1-02')).toBeChecked();
      await expect(operator.locator('[data-value]')).toContainText('1,50');
    } else {
      await mark('I19-L1-01').check();
      await mark('I19-L1-02').check();
    }
    // Ready, and not counted: the level below is not complete.
    await operator.getByText(ladder.later({ level: '3', name: 'Berkembang', below: '2' })).click();
    await mark('I19-L3-01').check();
    await save('I19');
    await expect(operator.getByText(words.sheet.saved)).toBeVisible();
    await expect(operator.locator('[data-next]')).toContainText('I19-L2-01');
    await operator.getByText(ladder.later({ level: '3', name: 'Berkembang', below: '2' })).click();
    await expect(item('I19-L3-01')).toContainText(ladder.heldBack({ below: '2' }));
    // 1 + 10 % of 0,5.
    await expect(figure('self')).toContainText('1,05');
    await expect(figure('assessor')).toContainText(ladder.notYet);
    await expect(row).toContainText('1,05');

    await operator.goto(`${sheet}?bagian=I5`);
    const score = operator.locator('#butir-I5');
    await score.fill('62,5');
    await operator.getByLabel(ladder.waiting).check();
    await save('I5');
    await expect(operator.locator('#butir-I5-error')).toBeVisible();
    await expect(score).toHaveValue('62,5');
    await operator.getByLabel(ladder.waiting).uncheck();
    await save('I5');
    await expect(operator.getByText(words.sheet.saved)).toBeVisible();
    await expect(operator.locator('[data-value]')).toContainText('3,50');
    await expect(row).toContainText('1,18');
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`points are gathered question by question, the last stage behind its gate, ${javaScriptEnabled ? 'with the keyboard' : 'without scripts'}`, async ({
    browser,
    freshProduct: product,
  }) => {
    const operator = (await person(browser, product, 'operator.6310', { javaScriptEnabled })).page;
    const facilitator = (await person(browser, product, 'fasilitator')).page;
    const control = pointsWords.id;
    const sheet = `${TOPICS}/indeks-kami/${AGENCY}`;
    await facilitator.goto(`${TOPICS}/indeks-kami`);
    const row = facilitator.locator(`tr[data-agency="${AGENCY}"]`);
    await expect(row).toContainText('0/185');
    const choices = (code: string) => operator.locator(`[data-question="${code}"]`).getByRole('radio');
    const codesOnPage = () =>
      operator
        .locator('[data-question]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-question') ?? ''));
    const save = async () => {
      await operator.getByRole('button', { name: control.save }).click();
      await expect(operator.getByText(words.sheet.saved)).toBeVisible();
    };
    /** The same choice for every question of the page. */
    const answer = async (bagian: string, place: number) => {
      await operator.goto(`${sheet}?bagian=${bagian}`);
      const codes = await codesOnPage();
      expect(codes.length).toBeLessThanOrEqual(20);
      for (const [at, code] of codes.entries()) {
        if (!javaScriptEnabled) await choices(code).nth(place).check();
        // A digit chooses and goes on; what is above is copied by a key of its own.
        else if (at === 0) {
          await choices(code).first().focus();
          await operator.keyboard.press(String(place + 1));
        } else await operator.keyboard.press('=');
        await expect(choices(code).nth(place)).toBeChecked();
      }
      return codes;
    };
    const area = operator.locator('[data-area="II"]');
    const score = operator.locator('[data-figure="score"]');

    await operator.goto(sheet);
    await expect(score).toContainText(control.notYet);
    await expect(operator.locator('[data-plan="status"]')).toContainText(control.plan.noCategory);
    expect(await answer('1', 2)).toHaveLength(10);
    if (javaScriptEnabled) await expect(operator.locator('[data-figure="category"]')).toContainText('Rendah');
    await save();
    await expect(operator.locator('[data-figure="category"]')).toContainText('Rendah');

    // Everything of area II in part: 32 × 2/3 of its stages 1 and 2, and more than two of stage 1 hold the gate.
    await answer('2-1', 2);
    await save();
    await answer('2-2', 2);
    await save();
    await expect(area).toContainText(control.of({ sum: '48', most: '126' }));
    await expect(area).toContainText('6 butir tahap 1 lagi harus “Diterapkan menyeluruh”');
    await expect(row).toContainText('48 poin');
    await expect(row).toContainText('32/185');

    // By stage stand the same questions: six of stage 1 in full, and what lies behind the gate counts.
    await operator.goto(`${sheet}?bagian=t1-1`);
    for (const code of ['2.1', '2.2', '2.3', '2.4', '2.5', '2.6']) {
      await expect(choices(code).nth(2)).toBeChecked();
      await choices(code).nth(3).check();
    }
    await save();
    await expect(area).toContainText(control.gateOpen({ stage: '3' }));
    await expect(area).toContainText(control.of({ sum: String(48 + 6 + 36), most: '126' }));
    await expect(score).toContainText('Tidak Layak');
    await expect(row).toContainText('90 poin');

    await operator.goto(sheet);
    await operator.getByText(words.sheet.history).click();
    await expect(operator.getByText(words.sheet.says['topic.saved']).first()).toBeVisible();
  });
}
test('figures and answers come from a spreadsheet, and figures out of a list of reports', async ({
  browser,
  freshProduct: product,
}) => {
  const says = importWords.id;
  const file = fileImportWords.id;
  const open = async (javaScriptEnabled: boolean) =>
    (await person(browser, product, 'operator.6310', { javaScriptEnabled })).page;

  await test.step('without scripts: template, difference, saved', async () => {
    const page = await open(false);
    await page.goto(SHEET);
    await page.getByRole('link', { name: words.sheet.import }).click();
    const template = await page.request.get(`${SHEET}/isian.xlsx`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(await template.body()).buffer);
    const fill = (code: string, value: ExcelJS.CellValue) =>
      book.worksheets[0]?.eachRow((row) => {
        if (row.getCell(1).text === code) row.getCell(5).value = value;
      });
    const send = async () => {
      const buffer = Buffer.from(await book.xlsx.writeBuffer());
      await page.locator('#berkas').setInputFiles({ name: 'isian.xlsx', mimeType: 'text/plain', buffer });
      await page.getByRole('button', { name: file.upload.check }).click();
    };
    fill('received', 8146);
    fill('resolved', 9797);
    await send();
    const above = words.aboveWhole({ field: 'Selesai', whole: 'Laporan diterima' });
    await expect(page.getByRole('alert')).toContainText(above);
    fill('resolved', 7797);
    await send();
    await expect(page.locator('[data-difference="received"]')).toContainText('8.146');
    await page.getByRole('button', { name: file.difference.take }).click();
    await expect(page.getByText(words.sheet.saved)).toBeVisible();
    await expect(page.locator('#angka-resolved')).toHaveValue('7.797');
  });

  await test.step('with scripts: a list whose columns are named by the person', async () => {
    const page = await open(true);
    await page.goto(`${SHEET}/impor`);
    const rows = [
      'Kapan;Keadaan',
      '2024-05-06;Selesai',
      '2024-05-07;Proses',
      '2023-05-07;Proses',
      '2024-05-08;?',
    ];
    const send = async () => {
      const buffer = Buffer.from(rows.join('\r\n'));
      await page
        .locator('#berkas-laporan')
        .setInputFiles({ name: 'lapor.csv', mimeType: 'text/csv', buffer });
      await page.locator('#tahun').fill('2024');
      await page.getByRole('button', { name: says.counts.check }).click();
    };
    await send();
    await expect(page.getByText(says.counts.noColumns)).toBeVisible();
    await page.locator('#kolom-date').selectOption('Kapan');
    await page.locator('#kolom-status').selectOption('Keadaan');
    await send();
    await expect(page.locator('[data-difference="received"]')).toContainText('3');
    await expect(page.locator('[data-finding="otherYear"]')).toContainText('4');
    await page.getByRole('button', { name: file.difference.take }).click();
    await expect(page.getByText(words.sheet.saved)).toBeVisible();
    await expect(page.locator('#angka-received')).toHaveValue('3');
    await expect(page.locator('#angka-resolved')).toHaveValue('1');
  });

  await test.step('answers of an assessment do so too', async () => {
    const page = await open(false);
    const assessment = `/rakerda/${RAKERDA}/spbe-2020/${AGENCY}`;
    await page.goto(`${assessment}/isi`);
    await page.locator(`main a[href="${assessment}/impor"]`).click();
    const template = await page.request.get(`${assessment}/isian.xlsx`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(await template.body()).buffer);
    book.worksheets[0]?.eachRow((row) => {
      if (row.getCell(1).text !== '47') return;
      row.getCell(5).value = 5;
      row.getCell(6).value = 'Layanan dipakai semua instansi.';
    });
    const buffer = Buffer.from(await book.xlsx.writeBuffer());
    await page.locator('#berkas').setInputFiles({ name: 'jawaban.xlsx', mimeType: 'text/plain', buffer });
    await page.getByRole('button', { name: file.upload.check }).click();
    await expect(page.locator('[data-difference="47"]')).toContainText('Layanan dipakai semua instansi.');
    await page.getByRole('button', { name: file.difference.take }).click();
    await page.waitForURL(`**${assessment}/isi`);
    await page.goto(`${assessment}/isi/47`);
    await expect(page.getByText('Layanan dipakai semua instansi.')).toBeVisible();
    await expect(page.locator('input[name="level"][value="5"]')).toBeChecked();
  });
});

for (const javaScriptEnabled of [true, false]) {
  test(`villages are filled in and counted, ${javaScriptEnabled ? 'with the keyboard' : 'without scripts'}`, async ({
    browser,
    freshProduct: product,
  }) => {
    const operator = (await person(browser, product, 'operator.6310', { javaScriptEnabled })).page;
    const facilitator = (await person(browser, product, 'fasilitator')).page;
    const said = registerWords.id;
    const sheet = `${TOPICS}/konektivitas/${AGENCY}`;
    const [A, B] = ['63.10.01.1007', '63.10.01.1028'];
    await facilitator.goto(`${TOPICS}/konektivitas`);
    const row = facilitator.locator(`tr[data-agency="${AGENCY}"]`);
    const cell = (key: string, column: string) => operator.locator(`[data-cell="${key}.${column}"]`);
    const field = (code: string) => operator.locator(`[data-field="${code}"]`);

    await test.step('cell by cell', async () => {
      await operator.goto(sheet);
      await expect(operator.locator('#angka-villages')).toHaveCount(0);
      await operator.getByRole('link', { name: 'Register desa dan kelurahan' }).click();
      if (javaScriptEnabled) {
        await cell(A, 'phone').focus();
        // By its number, by its first letter, and on to the row below.
        await operator.keyboard.press('4');
        await operator.keyboard.press('ArrowRight');
        await operator.keyboard.press('t');
        await operator.keyboard.press('ArrowRight');
        await operator.keyboard.type('banyak');
        await operator.keyboard.press('Enter');
        await expect(cell(B, 'bts')).toBeFocused();
        await expect(operator.locator(`[id="sel-${A}.bts-error"]`)).toContainText('Menara BTS');
        await operator.keyboard.press('ArrowUp');
        await expect(cell(A, 'bts')).toBeFocused();
        await operator.keyboard.type('0');
        await operator.keyboard.press('Enter');
        await expect(operator.locator('[data-saves]')).toHaveText(said.savedAll);
      } else {
        await cell(A, 'phone').selectOption('none');
        await cell(A, 'internet').selectOption('none');
        await cell(A, 'bts').fill('banyak');
        await operator.getByRole('button', { name: said.save }).click();
        await expect(operator.locator(`[id="sel-${A}.bts-error"]`)).toContainText('Menara BTS');
        await expect(cell(A, 'internet')).toHaveValue('none');
        await cell(A, 'bts').fill('0');
        await operator.getByRole('button', { name: said.save }).click();
        await expect(operator.getByText(said.saved)).toBeVisible();
      }
      await expect(row).toContainText('1 desa');
    });

    await test.step('from a spreadsheet, whole or not at all', async () => {
      await operator.reload();
      await expect(cell(A, 'phone')).toHaveValue('none');
      const paste = async (table: string) => {
        await operator.locator('#tabel').fill(table);
        await operator.getByRole('button', { name: said.paste.submit }).click();
      };
      await operator.getByText(said.paste.title).click();
      await paste(`Kode\tSinyal internet\n${B}\t4\n63.01.01.2001\t4\n`);
      await expect(operator.locator('[data-pasted]')).toContainText(said.paste.otherArea);
      await expect(cell(B, 'internet')).toHaveValue('');
      await paste(`Kode\tSinyal internet\n${B}\t4\n`);
      await expect(operator.getByText(said.paste.done({ count: '1' }))).toBeVisible();
      await expect(cell(B, 'internet')).toHaveValue('none');
      await expect(row).toContainText('2 desa');
    });

    await operator.goto(sheet);
    await expect(field('blank-spot')).toContainText('2');
    await expect(field('villages-open')).toContainText('157');
  });
}

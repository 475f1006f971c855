/** Each kind of question of a topic is answered and counted: items of a ladder, points, villages of a register. */
import { type FIGURE_NAMES, MARK_NAMES, READY } from '~/instrument/ladder';
import { ladderWords } from '~/topics/controls/ladderWords';
import { pointsWords } from '~/topics/controls/pointsWords';
import { registerWords } from '~/topics/registers/registerWords';
import { topicWords } from '~/topics/topicWords';
import { expect, person, RAKERDA, test } from './fixtures';

const words = topicWords.id;
const TOPICS = `/rakerda/${RAKERDA}/topik`;
/** Nothing is filled in there in the demo. */
const AGENCY = '63.10';

test.describe.configure({ timeout: 90_000 });

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

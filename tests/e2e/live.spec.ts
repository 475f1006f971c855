import { setUpWords } from '~/rakerda/setUpWords';
import { agencyPath, expect, INDICATORS, INSTRUMENT, person, RAKERDA, test, text } from './fixtures';

test('the comparison on another screen moves with a save, without a reload', async ({ browser, product }) => {
  const facilitator = await person(browser, product, 'fasilitator');
  const operator = await person(browser, product, 'operator.6302');

  await facilitator.page.setViewportSize({ width: 1280, height: 800 });
  const five = ['63.02', '63.04', '63.06', '63.71', '63.72'];
  await facilitator.page.goto(`/rakerda/${RAKERDA}/${INSTRUMENT}/banding?instansi=${five.join(',')}`);
  const tall = await facilitator.page.evaluate(() => document.documentElement.scrollHeight);
  expect(tall, 'pixels that five agencies take').toBeLessThanOrEqual(2600);
  // What is drawn comes when it is near; one mark per agency in every row.
  const marks = facilitator.page.locator('#aspek [data-mark]');
  await facilitator.page.locator('#aspek').scrollIntoViewIfNeeded();
  await expect(marks).toHaveCount(five.length * (1 + 4 + 8));
  const shapes = await marks.evaluateAll(
    (drawn) => new Set(drawn.map((mark) => mark.querySelector('path')?.getAttribute('d'))).size,
  );
  expect(shapes, 'shapes besides the colours').toBe(five.length);
  const ownIndex = facilitator.page.locator('#aspek [data-mark="0"]').first();
  const stood = await ownIndex.getAttribute('transform');
  const row = facilitator.page.locator('#peringkat').getByRole('row').filter({ hasText: 'Kotabaru' }).first();
  await expect(row).toBeVisible();
  await expect(facilitator.page.getByText('Langsung', { exact: false }).first()).toBeVisible();
  const before = await row.innerText();
  // A mark that a reload would wipe away, and the moment at which the row first differs.
  await row.evaluate((element) => {
    const shown = element.textContent;
    const moved = new MutationObserver(() => {
      const now = document.querySelector('[data-uji]')?.textContent;
      if (now !== shown) document.body.dataset.berubah ??= String(Date.now());
    });
    element.setAttribute('data-uji', '');
    moved.observe(document.body, { subtree: true, childList: true, characterData: true });
  });

  await operator.page.goto(agencyPath('63.02', 'isi/1'));
  const chosen = await operator.page.locator('input[name="level"]:checked').getAttribute('value');
  const saved = operator.page.waitForResponse(
    (response) => response.url().endsWith('/isi/1/simpan') && response.ok(),
  );
  const pressed = Date.now();
  await operator.page.keyboard.press(chosen === '5' ? '1' : '5');
  await saved;
  const acknowledged = Date.now();

  await expect.poll(() => row.innerText(), { intervals: [20, 50, 100] }).not.toBe(before);
  await expect(ownIndex).not.toHaveAttribute('transform', stood ?? '');
  const moved = Number(await facilitator.page.locator('body').getAttribute('data-berubah'));
  expect(moved, 'the page was not loaded again').toBeGreaterThan(0);
  console.log(
    `live: on the other screen ${moved - acknowledged} ms after the acknowledged save, ${moved - pressed} ms after the key`,
  );
  await facilitator.context.close();
  await operator.context.close();
});

test('an agency sees what its own people do: levels on the list, texts in an open indicator, a submission on the head’s start page', async ({
  browser,
  freshProduct,
}) => {
  const agency = '63.10';
  const words = text.assessment;
  const phone = await person(browser, freshProduct, 'operator.6310');
  const laptop = await person(browser, freshProduct, 'operator.6310');
  const head = await person(browser, freshProduct, 'kepala.6310');

  await phone.page.goto(agencyPath(agency, 'isi'));
  await laptop.page.goto(agencyPath(agency, 'isi/47'));
  const state = laptop.page.getByTestId('save-state');
  await expect(state).toBeVisible();
  const answered = (count: number) =>
    phone.page.getByText(text.ui.answeredOf({ answered: String(count), total: String(INDICATORS) })).first();
  const before = await phone.page
    .getByText(/^\d+ dari 47 /)
    .first()
    .innerText();
  const shown = Number(/^\d+/.exec(before)?.[0]);
  await expect(answered(shown)).toBeVisible();
  await laptop.page.keyboard.press('4');
  await expect(state).toHaveAttribute('data-state', 'saved');
  await expect(answered(shown + 1)).toBeVisible();

  await phone.page.goto(agencyPath(agency, 'isi/47'));
  await expect(phone.page.getByTestId('save-state')).toBeVisible();
  await laptop.page.getByLabel(words.note, { exact: true }).fill('Dari laptop');
  await expect(phone.page.getByLabel(words.note, { exact: true })).toHaveValue('Dari laptop');

  await head.page.goto('/');
  const review = head.page.getByRole('link', { name: text.rakerda.home.next.review, exact: true });
  await expect(head.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(review).toHaveCount(0);
  await laptop.page.goto(agencyPath(agency, 'status'));
  const unanswered = laptop.page.locator('#unansweredConfirmed');
  if ((await unanswered.count()) > 0) await unanswered.check();
  await laptop.page.getByRole('button', { name: words.workflow.submit }).click();
  await expect(laptop.page.getByText(words.workflow.done.submitted)).toBeVisible();
  await expect(review).toBeVisible();
});

test('the details of a Rakerda follow others, and what is being typed outlives a server that goes as it is asked', async ({
  browser,
  freshProduct,
}) => {
  const words = setUpWords.id;
  const path = `/rakerda/${RAKERDA}/ubah`;
  const one = (await person(browser, freshProduct, 'fasilitator')).page;
  const other = (await person(browser, freshProduct, 'fasilitator')).page;
  await one.goto(path);
  await other.goto(path);
  const change = async (host: string) => {
    await other.locator('#host').fill(host);
    await other.getByRole('button', { name: words.edit.save }).click();
    await expect(other.getByText(words.edit.saved.data)).toBeVisible();
  };
  await expect(one.locator('[data-live]').first()).toHaveAttribute('data-live', 'open');
  await change('Bappeda Provinsi');
  await expect(one.locator('#host')).toHaveValue('Bappeda Provinsi');

  await one.locator('#place').fill('Aula Utama');
  let unanswered = 0;
  await one.route('**/ubah.data*', (route) => {
    unanswered += 1;
    return route.abort('connectionreset');
  });
  await change('Dinas Kominfo');
  await expect.poll(() => unanswered).toBeGreaterThan(0);
  await expect(one.getByRole('heading', { level: 1 })).toHaveText(words.edit.title);
  await expect(one.locator('#place')).toHaveValue('Aula Utama');
  const answered = one.waitForResponse((response) => response.url().includes('/ubah.data') && response.ok());
  await one.unroute('**/ubah.data*');
  await answered;
  await expect(one.locator('#place')).toHaveValue('Aula Utama');
  await one.getByRole('button', { name: words.edit.save }).click();
  await expect(one.getByText(words.edit.saved.data)).toBeVisible();
  await expect(one.locator('#host')).toHaveValue('Dinas Kominfo');
  await expect(one.locator('#place')).toHaveValue('Aula Utama');
});

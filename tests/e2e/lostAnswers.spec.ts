/** Nothing that was typed is lost, and nothing that was saved is saved over unseen: drafts, lost replies, two tabs. */
import type { Page, Request } from '@playwright/test';
import { networkTo } from './network';
import { agencyPath, expect, person, signIn, test, text } from './fixtures';
import { unsentWords } from '~/assessment/unsentWords';

const words = text.assessment;
const AGENCY = '63.10';
const OPERATOR = 'operator.6310';
const HEAD = 'kepala.6310';
const saves = '**/simpan';

const level = (page: Page, value: string) => page.locator(`input[name="level"][value="${value}"]`);
const justification = (page: Page) => page.getByLabel(words.justification, { exact: true });
const inCharge = (page: Page) => page.getByLabel(words.personInCharge, { exact: true });

async function expectState(page: Page, state: string): Promise<void> {
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', state);
}

/** Until the page says that the device has it, the last letters may still be on their way there. */
async function closeKept(page: Page): Promise<void> {
  await expect(page.getByText(words.saveState.onDevice)).toBeVisible();
  await page.close();
}

/** Saves a level and a text as another laptop. */
async function answerElsewhere(page: Page, path: string, chosen: string, words: string): Promise<void> {
  await page.goto(path);
  await level(page, chosen).check();
  await justification(page).fill(words);
  await expectState(page, 'saved');
}

/** What the server has, read in a browser without drafts. */
async function expectStored(page: Page, path: string, chosen: string, words: string, who: string) {
  await page.goto(path);
  await expect(level(page, chosen)).toBeChecked();
  await expect(justification(page)).toHaveValue(words);
  await expect(inCharge(page)).toHaveValue(who);
}

test('what was typed offline goes beside what another has saved since; only the same field is asked about', async ({
  browser,
  product,
}) => {
  const path = agencyPath(AGENCY, 'isi/41');
  const network = await networkTo(product);
  const second = await person(browser, product, OPERATOR, { baseURL: network.origin });
  const first = await person(browser, product, HEAD);
  await second.page.goto(path);
  await expectState(second.page, 'idle');
  network.cut();
  await inCharge(second.page).fill('Bagian Organisasi');
  await justification(second.page).fill('Ditulis tanpa jaringan.');
  await expectState(second.page, 'offline');
  await closeKept(second.page);

  await answerElsewhere(first.page, path, '4', 'Ditetapkan dengan peraturan.');

  network.mend();
  const again = await second.context.newPage();
  await again.goto(path);
  const question = again.getByTestId('question-justification');
  await expect(question).toContainText('Ditetapkan dengan peraturan.');
  await expect(level(again, '4')).toBeChecked();
  await expectStored(first.page, path, '4', 'Ditetapkan dengan peraturan.', 'Bagian Organisasi');

  // The question stays while nobody has answered it.
  await again.reload();
  await expect(question).toBeVisible();
  await expect(justification(again)).toHaveValue('Ditulis tanpa jaringan.');
  await expectStored(first.page, path, '4', 'Ditetapkan dengan peraturan.', 'Bagian Organisasi');

  await question.getByRole('button', { name: words.useMine }).click();
  await expectState(again, 'saved');
  await expectStored(first.page, path, '4', 'Ditulis tanpa jaringan.', 'Bagian Organisasi');
  await first.context.close();
  await second.context.close();
  await network.stop();
});

test('a draft comes back whole: another level than the saved one, a box that is no longer ticked', async ({
  browser,
  product,
}) => {
  const path = agencyPath(AGENCY, 'isi/37');
  const network = await networkTo(product);
  const writer = await person(browser, product, OPERATOR, { baseURL: network.origin });
  const discuss = (page: Page) => page.getByLabel(words.discuss, { exact: true });
  await writer.page.goto(path);
  await level(writer.page, '3').check();
  await discuss(writer.page).check();
  await justification(writer.page).fill('Dasar.');
  await expectState(writer.page, 'saved');
  await writer.page.reload();
  await expectState(writer.page, 'idle');
  network.cut();
  await level(writer.page, '5').check();
  await discuss(writer.page).uncheck();
  await expectState(writer.page, 'offline');
  await closeKept(writer.page);

  network.mend();
  const again = await writer.context.newPage();
  await again.goto(path);
  await expectState(again, 'saved');
  await expect(level(again, '5')).toBeChecked();
  await expect(discuss(again)).not.toBeChecked();
  await inCharge(again).fill('Sesudahnya');
  await expectState(again, 'saved');
  const reader = await person(browser, product, HEAD);
  await expectStored(reader.page, path, '5', 'Dasar.', 'Sesudahnya');
  await expect(discuss(reader.page)).not.toBeChecked();
  await reader.context.close();
  await writer.context.close();
  await network.stop();
});

test('the answer to a save is lost and the person types on: no conflict with oneself, stored once', async ({
  page,
  browser,
  product,
}) => {
  const path = agencyPath(AGENCY, 'isi/43');
  await signIn(page, OPERATOR);
  await page.goto(path);
  await page.route(saves, async (route) => {
    // It arrives; only its answer gets lost.
    await route.fetch();
    await route.abort();
  });
  await justification(page).fill('Sampai');
  await expectState(page, 'offline');
  await page.unrouteAll({ behavior: 'wait' });
  await justification(page).pressSequentially(' di server.');
  await level(page, '2').check();
  await expectState(page, 'saved');
  await expect(page.getByTestId(/^question-/)).toHaveCount(0);
  await expect(justification(page)).toHaveValue('Sampai di server.');

  const other = await person(browser, product, OPERATOR);
  await expectStored(other.page, path, '2', 'Sampai di server.', '');
  await other.context.close();
});

test('the answer to a save is lost and the tab is closed: the next visit goes on where it was', async ({
  page,
  context,
}) => {
  const path = agencyPath(AGENCY, 'isi/44');
  await signIn(page, OPERATOR);
  await page.goto(path);
  await page.route(saves, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await justification(page).fill('Sampai');
  await expectState(page, 'offline');
  await page.route(saves, (route) => route.abort());
  await justification(page).pressSequentially(' di server.');
  await expectState(page, 'offline');
  await closeKept(page);

  const again = await context.newPage();
  await again.goto(path);
  await expectState(again, 'saved');
  await expect(again.getByTestId(/^question-/)).toHaveCount(0);
  await again.reload();
  await expect(justification(again)).toHaveValue('Sampai di server.');
});

test('a request that nobody answers is given up and sent again', async ({ page }) => {
  const path = agencyPath(AGENCY, 'isi/38');
  await page.clock.install();
  await signIn(page, OPERATOR);
  await page.goto(path);
  const names: string[] = [];
  const nameOf = (body: string | null) => /name="changeId"\s+(\w+)/.exec(body ?? '')?.[1] ?? '';
  const isSave = (request: Request) => request.method() === 'POST' && request.url().endsWith('/simpan');
  await page.route(saves, (route) => {
    if (!isSave(route.request()) || names.length > 0) return route.continue();
    names.push(nameOf(route.request().postData()));
  });
  const asked = page.waitForRequest(isSave);
  await justification(page).fill('Dikirim dua kali.');
  await asked;
  const repeated = page.waitForRequest(isSave);
  await page.clock.fastForward(20_000);
  await page.clock.fastForward(5_000);
  names.push(nameOf((await repeated).postData()));
  await expectState(page, 'saved');
  expect(names[0]).not.toBe('');
  expect(names[1]).toBe(names[0]);
});

test('two tabs of one person: what is saved in one appears in the other, and what is typed later goes on from there', async ({
  page,
  context,
}) => {
  const path = agencyPath(AGENCY, 'isi/39');
  await signIn(page, OPERATOR);
  const other = await context.newPage();
  await page.goto(path);
  await other.goto(path);
  await expectState(other, 'idle');
  await justification(page).fill('Dari tab pertama.');
  await expectState(page, 'saved');
  await expect(justification(other)).toHaveValue('Dari tab pertama.', { timeout: 20_000 });
  await justification(other).fill('Dari tab kedua.');
  await expectState(other, 'saved');
  await expect(other.getByTestId(/^question-/)).toHaveCount(0);
  await page.reload();
  await expect(justification(page)).toHaveValue('Dari tab kedua.');
});

test('one bad link holds back nothing else, and is still there after a reload', async ({ page }) => {
  const path = agencyPath(AGENCY, 'isi/42');
  await signIn(page, OPERATOR);
  await page.goto(path);
  await expectState(page, 'idle');
  const link = page.getByLabel(words.evidenceUrl({ no: '1' }), { exact: true });
  await link.fill('htt');
  // It is judged once it is left, not while it is being typed.
  await expect(page.getByText(words.errors.url)).toHaveCount(0);
  await level(page, '3').check();
  await justification(page).fill('Tersimpan juga.');
  await expect(page.getByText(words.errors.url).first()).toBeVisible();
  await expectState(page, 'invalid');
  const reader = await page.context().newPage();
  await reader.goto(agencyPath(AGENCY, 'riwayat?indikator=42'));
  await expect(reader.getByText('Tersimpan juga.')).toBeVisible();
  await page.reload();
  await expect(link).toHaveValue('htt');
  await expect(page.getByText(words.errors.url).first()).toBeVisible();
  await page.getByRole('button', { name: words.saveNext }).click();
  await expect(link).toBeFocused();
  await link.fill('contoh.go.id/sk');
  await page.getByRole('button', { name: words.saveNext }).click();
  await page.waitForURL('**/isi/43');
  await page.goto(path);
  await expect(link).toHaveValue('https://contoh.go.id/sk');
});

test('what waits is counted on every page and sent from there; submitting and signing out ask first', async ({
  page,
  context,
}) => {
  await signIn(page, OPERATOR);
  await page.goto(agencyPath(AGENCY, 'isi/35'));
  await expectState(page, 'idle');
  await page.route(saves, (route) => route.abort());
  await page.getByLabel(words.note, { exact: true }).fill('Belum sampai.');
  await expectState(page, 'offline');
  await page.goto(agencyPath(AGENCY, 'status'));
  const unsent = page.getByTestId('unsent');
  await expect(unsent.getByRole('link', { name: unsentWords.id.indicator({ no: '35' }) })).toBeVisible();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.getByRole('button', { name: words.workflow.submit }).click();
  await page.goto('/');
  await expect(unsent).toBeVisible();
  await page.locator('summary').last().click();
  await page.getByRole('button', { name: text.ui.signOut }).click();
  await expect.poll(() => asked).toEqual([unsentWords.id.submit, unsentWords.id.signOut]);
  await page.unroute(saves);
  await unsent.getByRole('button', { name: unsentWords.id.send }).click();
  await expect(unsent).toHaveCount(0);
  const reader = await context.newPage();
  await reader.goto(agencyPath(AGENCY, 'isi/35'));
  await expect(reader.getByLabel(words.note, { exact: true })).toHaveValue('Belum sampai.');
});

test('undoing after a link was removed reaches no other link, and the keyboard stays where it was', async ({
  page,
}) => {
  const path = agencyPath(AGENCY, 'isi/38');
  await signIn(page, OPERATOR);
  await page.goto(path);
  await expectState(page, 'idle');
  const link = (no: string) => page.getByLabel(words.evidenceUrl({ no }), { exact: true });
  await link('1').pressSequentially('https://a.contoh.go.id');
  await page.getByRole('button', { name: words.addEvidence }).click();
  await link('2').pressSequentially('https://b.contoh.go.id');
  await page.getByRole('button', { name: words.removeEvidence({ no: '1' }) }).press('Enter');
  await expect(page.getByRole('button', { name: words.removeEvidence({ no: '1' }) })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(link('1')).toHaveValue('https://b.contoh.go.id');
  await expectState(page, 'saved');
  await page.reload();
  await expect(link('1')).toHaveValue('https://b.contoh.go.id');
});

test.describe('a post without scripts', () => {
  test('merges other fields, and is still a question about the same field once scripts run', async ({
    browser,
    product,
  }) => {
    const path = agencyPath(AGENCY, 'isi/47');
    const first = await person(browser, product, HEAD);
    const second = await person(browser, product, OPERATOR);
    // Its scripts never come: the plain form posts.
    await second.page.route('**/assets/*.js', (route) => route.abort());
    await second.page.goto(path);
    await answerElsewhere(first.page, path, '5', 'Lebih baru.');
    await second.page.unroute('**/assets/*.js');
    await inCharge(second.page).fill('Dinas Kominfo');
    await second.page.getByRole('button', { name: words.saveStay, exact: true }).last().click();
    await expect(second.page.getByTestId(/^question-/)).toHaveCount(0);
    await expectStored(first.page, path, '5', 'Lebih baru.', 'Dinas Kominfo');

    await second.page.route('**/assets/*.js', (route) => route.abort());
    await second.page.goto(path);
    await answerElsewhere(first.page, path, '4', 'Lebih baru lagi.');
    await second.page.unroute('**/assets/*.js');
    await justification(second.page).fill('Tanpa skrip.');
    await second.page.getByRole('button', { name: words.saveStay, exact: true }).last().click();
    const question = second.page.getByTestId('question-justification');
    await expect(question).toContainText('Lebih baru lagi.');
    await expectState(second.page, 'asked');
    await second.page.getByLabel(words.note, { exact: true }).fill('Diketik sesudahnya.');
    await expect(level(second.page, '4')).toBeChecked();
    await expect(justification(second.page)).toHaveValue('Tanpa skrip.');
    await question.getByRole('button', { name: words.useTheirs }).click();
    await expect(justification(second.page)).toHaveValue('Lebih baru lagi.');
    await expectState(second.page, 'saved');
    await expectStored(first.page, path, '4', 'Lebih baru lagi.', 'Dinas Kominfo');
    await first.context.close();
    await second.context.close();
  });
});

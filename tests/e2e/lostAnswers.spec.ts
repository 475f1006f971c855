/** Nothing that was typed is lost, and nothing that was saved is saved over unseen: drafts, lost replies, two tabs. */
import type { Page } from '@playwright/test';
import { agencyPath, expect, person, signIn, test, text } from './fixtures';

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

test('a draft meets what another has saved since: shown, not saved over, and only its own change is in question', async ({
  browser,
  product,
}) => {
  const path = agencyPath(AGENCY, 'isi/41');
  const second = await person(browser, product, OPERATOR);
  const first = await person(browser, product, HEAD);
  await second.page.goto(path);
  await expectState(second.page, 'idle');
  await second.context.setOffline(true);
  await inCharge(second.page).fill('Bagian Organisasi');
  await expectState(second.page, 'offline');
  await second.page.close();

  await answerElsewhere(first.page, path, '4', 'Ditetapkan dengan peraturan.');

  await second.context.setOffline(false);
  const again = await second.context.newPage();
  await again.goto(path);
  await expect(again.getByRole('heading', { name: words.conflictTitle })).toBeVisible();
  await expect(again.getByText(words.draftRestored)).toBeVisible();
  await expectStored(first.page, path, '4', 'Ditetapkan dengan peraturan.', '');

  // The question stays while nobody has answered it.
  await again.reload();
  await expect(again.getByRole('heading', { name: words.conflictTitle })).toBeVisible();
  await expect(inCharge(again)).toHaveValue('Bagian Organisasi');
  await expectStored(first.page, path, '4', 'Ditetapkan dengan peraturan.', '');

  await expect(again.locator('#level-0')).toBeChecked();
  await again.getByRole('button', { name: words.useMine }).click();
  await expectState(again, 'saved');
  await expect(level(again, '4')).toBeChecked();
  await expectStored(first.page, path, '4', 'Ditetapkan dengan peraturan.', 'Bagian Organisasi');
  await first.context.close();
  await second.context.close();
});

test('a draft comes back whole: another level than the saved one, a box that is no longer ticked', async ({
  browser,
  product,
}) => {
  const path = agencyPath(AGENCY, 'isi/37');
  const writer = await person(browser, product, OPERATOR);
  const discuss = (page: Page) => page.getByLabel(words.discuss, { exact: true });
  await writer.page.goto(path);
  await level(writer.page, '3').check();
  await discuss(writer.page).check();
  await justification(writer.page).fill('Dasar.');
  await expectState(writer.page, 'saved');
  await writer.page.reload();
  await expectState(writer.page, 'idle');
  await writer.context.setOffline(true);
  await level(writer.page, '5').check();
  await discuss(writer.page).uncheck();
  await expectState(writer.page, 'offline');
  await writer.page.close();

  await writer.context.setOffline(false);
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
});

test('a draft of an earlier release never replaces what is saved without asking', async ({
  browser,
  product,
}) => {
  const path = agencyPath(AGENCY, 'isi/42');
  const first = await person(browser, product, HEAD);
  const second = await person(browser, product, OPERATOR);
  // Where drafts of this page lie, by the page's own word.
  await second.page.goto(path);
  await second.context.setOffline(true);
  await inCharge(second.page).fill('Lama');
  await expectState(second.page, 'offline');
  const name = await second.page.evaluate(
    () => /^rakerda-draf:[^:]+:[^:]+:\d+/.exec(Object.keys(localStorage)[0] ?? '')?.[0] ?? '',
  );
  await second.page.close();
  await second.context.setOffline(false);
  await answerElsewhere(first.page, path, '3', 'Sudah ada keputusan.');

  const again = await second.context.newPage();
  await again.goto('/');
  await again.evaluate((key) => {
    localStorage.clear();
    const old = {
      level: '',
      justification: '',
      note: '',
      personInCharge: 'Lama',
      discuss: false,
      evidence: [],
    };
    localStorage.setItem(key, JSON.stringify(old));
  }, name);
  await again.goto(path);
  await expect(again.getByRole('heading', { name: words.conflictTitle })).toBeVisible();
  await expectStored(first.page, path, '3', 'Sudah ada keputusan.', '');
  await again.getByRole('button', { name: words.useTheirs }).click();
  await expect(level(again, '3')).toBeChecked();
  await expect(inCharge(again)).toHaveValue('');
  await again.reload();
  await expectState(again, 'idle');
  await first.context.close();
  await second.context.close();
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
  await page.unroute(saves);
  await justification(page).pressSequentially(' di server.');
  await level(page, '2').check();
  await expectState(page, 'saved');
  await expect(page.getByRole('heading', { name: words.ownConflictTitle })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: words.conflictTitle })).toHaveCount(0);
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
  await page.close();

  const again = await context.newPage();
  await again.goto(path);
  await expectState(again, 'saved');
  await expect(again.getByRole('heading', { name: words.ownConflictTitle })).toHaveCount(0);
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
  await page.route(
    saves,
    (route) => {
      names.push(nameOf(route.request().postData()));
    },
    { times: 1 },
  );
  const asked = page.waitForRequest(saves);
  await justification(page).fill('Dikirim dua kali.');
  await asked;
  const repeated = page.waitForRequest(saves);
  await page.clock.fastForward(20_000);
  await page.clock.fastForward(5_000);
  names.push(nameOf((await repeated).postData()));
  await expectState(page, 'saved');
  expect(names[0]).not.toBe('');
  expect(names[1]).toBe(names[0]);
});

test('two tabs of one person: told that it was themselves, and both texts are there to choose from', async ({
  page,
  context,
}) => {
  const path = agencyPath(AGENCY, 'isi/39');
  await signIn(page, OPERATOR);
  const other = await context.newPage();
  await page.goto(path);
  await other.goto(path);
  await justification(page).fill('Dari tab pertama.');
  await expectState(page, 'saved');
  await justification(other).fill('Dari tab kedua.');
  await expect(other.getByRole('heading', { name: words.ownConflictTitle })).toBeVisible();
  await expect(other.getByText(words.conflictTitle)).toHaveCount(0);
  await expect(other.getByText('Dari tab pertama.')).toBeVisible();
  await expect(justification(other)).toHaveValue('Dari tab kedua.');
  await other.getByRole('button', { name: words.useHere }).click();
  await expectState(other, 'saved');
  await page.reload();
  await expect(justification(page)).toHaveValue('Dari tab kedua.');
});

test.describe('a post without scripts', () => {
  test('that met a newer answer is still a question once scripts run', async ({ browser, product }) => {
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
    await expect(second.page.getByRole('heading', { name: words.conflictTitle })).toBeVisible();
    await expectState(second.page, 'conflict');
    await second.page.getByLabel(words.note, { exact: true }).fill('Diketik sesudahnya.');
    await expectStored(first.page, path, '5', 'Lebih baru.', '');
    await expect(inCharge(second.page)).toHaveValue('Dinas Kominfo');
    await second.page.getByRole('button', { name: words.useTheirs }).click();
    await expect(level(second.page, '5')).toBeChecked();
    await first.context.close();
    await second.context.close();
  });
});

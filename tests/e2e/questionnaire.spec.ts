import type { Browser, Page } from '@playwright/test';
import { openHandle } from '#db/handle';
import { reviewWords } from '~/assessment/reviewWords';
import { toLocal } from '~/i18n/zonedTime';
import { agencyPath, expect, INDICATORS, openParts, person, RAKERDA, signIn, test, text } from './fixtures';
import { chooseByArrows, pressEnterOn } from './keyboard';

test.describe.configure({ timeout: 900_000 });

/** All five levels occur. */
const levelOf = (no: number) => String(1 + ((no * 7) % 5));

/** Leaves it to the agency which service it means. */
const NAMED = 45;

const words = text.assessment;

test('an operator answers all 47 indicators with the keyboard alone, the head approves, nothing changes afterwards', async ({
  page,
  browser,
  product,
}) => {
  await signIn(page, 'operator.6301');
  await page.goto(agencyPath('63.01', 'isi/1'));
  for (let no = 1; no <= INDICATORS; no += 1) {
    await expect(
      page.getByText(words.indicatorOf({ no: String(no), total: String(INDICATORS) })).first(),
    ).toBeVisible();
    if (no === NAMED) {
      await page.getByLabel(words.service, { exact: true }).fill('Pendaftaran puskesmas daring');
      await page.getByRole('heading', { level: 1 }).click();
    }
    await page.keyboard.press(levelOf(no));
    await expect(page.locator(`input[name="level"][value="${levelOf(no)}"]`)).toBeChecked();
    await page.keyboard.press('n');
    if (no < INDICATORS) await page.waitForURL((url) => url.pathname.endsWith(`/isi/${no + 1}`));
  }
  await submitByKeyboard(page, '63.01');
  await approve(browser, product, '63.01');
  await expectFrozen(page, '63.01');
  await expectService(page, '63.01', 'Pendaftaran puskesmas daring');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('an operator answers all 47 indicators with Tab, arrows, space and Enter, the head approves', async ({
    page,
    browser,
    product,
  }) => {
    await signIn(page, 'operator.6305');
    await page.goto(agencyPath('63.05', 'isi/1'));
    for (let no = 1; no <= INDICATORS; no += 1) {
      await expect(
        page.getByText(words.indicatorOf({ no: String(no), total: String(INDICATORS) })).first(),
      ).toBeVisible();
      if (no === NAMED) await page.getByLabel(words.service, { exact: true }).fill('Layanan tanpa skrip');
      await chooseByArrows(page, page.locator('input[name="level"]'), levelOf(no));
      await pressEnterOn(page, page.getByRole('button', { name: words.saveNext }));
      await page.waitForURL((url) => !url.pathname.endsWith(`/isi/${no}`));
    }
    await submitByKeyboard(page, '63.05');
    await approve(browser, product, '63.05', { javaScriptEnabled: false });
    await expectFrozen(page, '63.05');
    await expectService(page, '63.05', 'Layanan tanpa skrip');
  });
});

test('what was saved is said by the clocks of the Rakerda, wherever the reader stands', async ({
  browser,
  freshProduct,
}) => {
  const sqlite = openHandle(freshProduct.databaseFile);
  sqlite.prepare('UPDATE rakerda SET time_zone = ? WHERE id = ?').run('Asia/Jakarta', RAKERDA);
  sqlite.close();
  const { page } = await person(browser, freshProduct, 'operator.6301', { timezoneId: 'America/New_York' });
  await page.goto(agencyPath('63.01', 'isi/1'));
  await page.keyboard.press('3');
  const state = page.getByTestId('save-state');
  await expect(state).toHaveAttribute('data-state', 'saved');
  const shown = await state.innerText();
  const earlier = Date.now() - 60_000;
  const clocks = [Date.now(), earlier].map((at) => toLocal(at, 'Asia/Jakarta').time.replace(':', '.'));
  expect(clocks.map((time) => `${time} WIB`)).toContain(/\d\d\.\d\d .*$/.exec(shown)?.[0]);
});

/** Every level that was chosen is stored; then the assessment goes to the head. */
async function submitByKeyboard(page: Page, agency: string): Promise<void> {
  await page.goto(agencyPath(agency, 'isi'));
  await expect(
    page.getByText(text.ui.answeredOf({ answered: String(INDICATORS), total: String(INDICATORS) })).first(),
  ).toBeVisible();
  for (const no of [1, 13, 30, INDICATORS]) {
    await page.goto(agencyPath(agency, `isi/${no}`));
    await expect(page.locator(`input[name="level"][value="${levelOf(no)}"]`)).toBeChecked();
  }
  await page.goto(agencyPath(agency, 'status'));
  await pressEnterOn(page, page.getByRole('button', { name: words.workflow.submit }));
  await expect(page.getByText(words.workflow.done.submitted)).toBeVisible();
}

async function approve(
  browser: Browser,
  product: Parameters<typeof person>[1],
  agency: string,
  options: Parameters<typeof person>[3] = {},
): Promise<void> {
  const head = await person(browser, product, `kepala.${agency.replace('.', '')}`, options);
  await head.page.goto(agencyPath(agency, 'status'));
  await head.page.getByRole('button', { name: words.workflow.approve }).click();
  // Nothing but levels was filled in: what is missing is named, and asked about once.
  await head.page.getByRole('button', { name: reviewWords.id.approveAnyway }).click();
  await expect(head.page.getByText(words.workflow.done.approved)).toBeVisible();
  await head.context.close();
}

/** The name that the agency gave its service stands wherever the answer is read. */
async function expectService(page: Page, agency: string, name: string): Promise<void> {
  for (const place of [`isi/${NAMED}`, 'telaah', '', `riwayat?indikator=${NAMED}`]) {
    await page.goto(agencyPath(agency, place));
    if (place === 'telaah') await openParts(page);
    await expect(page.getByText(name).first(), place).toBeVisible();
  }
}

/** The form is gone, and a post that goes around it is refused. */
async function expectFrozen(page: Page, agency: string): Promise<void> {
  const path = agencyPath(agency, 'isi/13');
  await page.goto(path);
  await expect(page.getByText(words.readOnlyApproved).first()).toBeVisible();
  await expect(page.getByRole('button', { name: words.saveNext })).toHaveCount(0);
  const before = await page.locator('main').innerText();
  const response = await page.request.post(`${path}/simpan`, {
    headers: { Origin: new URL(page.url()).origin },
    form: {
      version: '1',
      level: levelOf(14),
      justification: 'Diubah dari luar',
      note: '',
      personInCharge: '',
      service: '',
    },
  });
  expect(response.status()).toBe(409);
  expect(await response.json()).toEqual({ kind: 'locked' });
  await page.reload();
  expect(await page.locator('main').innerText()).toBe(before);
}

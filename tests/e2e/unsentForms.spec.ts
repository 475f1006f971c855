/** What is typed into a plain form stays until the server has it: dead network, busy database, Back, reload, closed tab. */
import { openHandle } from '#db/handle';
import type { Locator, Page } from '@playwright/test';
import { accountWords } from '~/accounts/accountWords';
import { untilScriptsRun } from './slowScripts';
import { agencyPath, enter, expect, person, RAKERDA, signIn, test, text } from './fixtures';

const words = text.ui.kept;
const rakerda = `/rakerda/${RAKERDA}`;
const NOTES = `${rakerda}/catatan`;

interface FormUnderTest {
  readonly name: string;
  readonly path: string;
  /** Where the form is behind a link of that page. */
  readonly link?: string;
  readonly as: string;
  readonly field: string;
  readonly typed: string;
  /** What else has to be filled in before the form goes out. */
  readonly others?: readonly (readonly [field: string, value: string])[];
}

const FORMS: readonly FormUnderTest[] = [
  { name: 'note', path: NOTES, as: 'fasilitator', field: '#body', typed: 'Perlu pusat data bersama.' },
  {
    name: 'edited note',
    path: `${NOTES}/demo-catatan-1`,
    as: 'fasilitator',
    field: '#body',
    typed: 'Ditulis kembali.',
  },
  {
    name: 'commitment',
    path: `${rakerda}/komitmen?buat=63.01`,
    as: 'operator.6301',
    field: '#what',
    typed: 'Menetapkan arsitektur SPBE.',
  },
  {
    name: 'agenda item',
    path: `${rakerda}/agenda`,
    as: 'fasilitator',
    field: '#tambah-title',
    typed: 'Sidang pleno tambahan',
  },
  {
    name: 'message',
    path: `${rakerda}/pantau?buka=63.01`,
    as: 'fasilitator',
    field: '#isi-pesan',
    typed: 'Mohon lengkapi indikator 12.',
  },
  { name: 'details', path: `${rakerda}/ubah`, as: 'fasilitator', field: '#place', typed: 'Banjarbaru, aula' },
  {
    name: 'return',
    path: agencyPath('63.03', 'status'),
    as: 'kepala.6303',
    field: '#return-note',
    typed: 'Mohon periksa kembali domain layanan.',
  },
  {
    name: 'review with notes',
    path: agencyPath('63.07', 'telaah'),
    as: 'kepala.6307',
    field: '#note-3',
    typed: 'Bukti untuk indikator ini belum ada.',
  },
  {
    name: 'reopening',
    path: agencyPath('63.04', 'status'),
    as: 'fasilitator',
    field: '#reopen-note',
    typed: 'Dibuka kembali atas permintaan dinas.',
  },
  {
    name: 'new account',
    path: '/akun/baru',
    as: 'admin',
    field: '#name',
    typed: 'Rahmad Hidayat',
    others: [
      ['#role', 'administrator'],
      ['#username', 'rahmad.hidayat'],
    ],
  },
  {
    name: 'account',
    path: '/akun?cari=fasilitator',
    link: 'main a[href^="/akun/"]:not([href="/akun/baru"])',
    as: 'admin',
    field: '#name',
    typed: 'Fasilitator Kalsel',
  },
];

const formOf = (page: Page, field: string): Locator =>
  page.locator('form').filter({ has: page.locator(field) });

/** Opens what hides the form, and types. */
async function typeInto(
  page: Page,
  { field, typed, others = [] }: Pick<FormUnderTest, 'field' | 'typed' | 'others'>,
): Promise<void> {
  await untilScriptsRun(page);
  const place = page.locator(field);
  await expect(place).toBeAttached();
  await place.evaluate((element) => {
    element.closest('details')?.setAttribute('open', '');
  });
  for (const [other, value] of others) {
    const isChoice = await page.locator(other).evaluate((element) => element instanceof HTMLSelectElement);
    await (isChoice ? page.locator(other).selectOption(value) : page.locator(other).fill(value));
  }
  await place.fill(typed);
}

async function send(page: Page, field: string): Promise<void> {
  await formOf(page, field)
    .locator('button[type="submit"]:not([aria-hidden]):not([value="plan"])')
    .first()
    .click();
}

for (const form of FORMS) {
  test(`${form.name}: a post that nobody answers leaves the page and the text where they are`, async ({
    page,
    context,
    product,
  }) => {
    await enter(page, product, form.as);
    await page.goto(form.path);
    await untilScriptsRun(page);
    if (form.link !== undefined) await page.locator(form.link).first().click();
    await expect(page.locator(form.field)).toBeAttached();
    await context.setOffline(true);
    await typeInto(page, form);
    await send(page, form.field);
    const unsent = formOf(page, form.field).getByText(words.unsent);
    await expect(unsent).toBeVisible();
    await expect(page.locator(form.field)).toHaveValue(form.typed);
    await context.setOffline(false);
    await page.reload();
    await expect(formOf(page, form.field).getByText(words.restored)).toBeAttached();
    await expect(page.locator(form.field)).toHaveValue(form.typed);
  });
}

test('a locked database is said beside the button, and the same press succeeds once it is free', async ({
  page,
  product,
}) => {
  const elsewhere = openHandle(product.databaseFile);
  await signIn(page, 'fasilitator');
  await page.goto(NOTES);
  await typeInto(page, { field: '#body', typed: 'Ditulis saat basis data terkunci.' });
  elsewhere.exec('begin immediate');
  await send(page, '#body');
  await expect(page.getByText(words.unsent)).toBeVisible();
  await expect(page.locator('#body')).toHaveValue('Ditulis saat basis data terkunci.');
  elsewhere.exec('rollback');
  await page.getByRole('button', { name: words.again }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'saat basis data terkunci' })).toHaveCount(1);
  await expect(page.locator('#body')).toHaveValue('');
  await expect(page.getByText(words.unsent)).toHaveCount(0);
  await page.reload();
  await expect(page.locator('#body')).toHaveValue('');
  elsewhere.close();
});

test('an answer that gets lost on its way: sent again, the note is there once', async ({ page }) => {
  await signIn(page, 'fasilitator');
  await page.goto(NOTES);
  await typeInto(page, { field: '#body', typed: 'Jawaban server hilang di jalan.' });
  await page.route('**/catatan.data*', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch();
    await route.abort();
  });
  await send(page, '#body');
  await expect(page.getByText(words.unsent)).toBeVisible();
  await page.unroute('**/catatan.data*');
  // Even on a page that was loaded anew meanwhile, with new keys.
  await page.reload();
  await expect(page.getByText(words.restored)).toBeVisible();
  await send(page, '#body');
  await expect(page.locator('#body')).toHaveValue('');
  await expect(page.getByRole('listitem').filter({ hasText: 'hilang di jalan' })).toHaveCount(1);
});

test('typed and never sent: there after Back, after a reload and in a new tab, until it is thrown away', async ({
  page,
  context,
}) => {
  await signIn(page, 'fasilitator');
  await page.goto(NOTES);
  const form = { field: '#body', typed: 'Baru setengah ditulis' };
  await typeInto(page, form);
  await page.getByRole('link', { name: text.ui.home, exact: true }).first().click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.goBack();
  await expect(page.locator('#body')).toHaveValue(form.typed);
  await page.reload();
  await expect(page.locator('#body')).toHaveValue(form.typed);
  await page.close();
  const again = await context.newPage();
  await again.goto(NOTES);
  await expect(again.getByText(words.restored)).toBeVisible();
  await expect(again.locator('#body')).toHaveValue(form.typed);
  await again.getByRole('button', { name: words.discard }).click();
  await expect(again.locator('#body')).toHaveValue('');
  await again.reload();
  await expect(again.locator('#body')).toHaveValue('');
});

test('the device shows nobody what another account typed, and holds nothing after signing out', async ({
  browser,
  product,
}) => {
  const one = await person(browser, product, 'fasilitator');
  await one.page.goto(NOTES);
  await typeInto(one.page, { field: '#body', typed: 'Hanya untuk saya' });
  const held = () => one.page.evaluate(() => JSON.stringify(localStorage));
  expect(await held()).toContain('Hanya untuk saya');
  await one.page
    .locator('form[action="/keluar"]')
    .first()
    .evaluate((form) => {
      form.closest('details')?.setAttribute('open', '');
    });
  await one.page.locator('form[action="/keluar"] button').first().click();
  await one.page.waitForURL((url) => url.pathname === '/masuk');
  expect(await held()).not.toContain('Hanya untuk saya');
  await one.context.close();
});

test('an account that was made leaves nothing of its form on the device', async ({ page, product }) => {
  await enter(page, product, 'admin');
  await page.goto('/akun/baru');
  const form: FormUnderTest = {
    name: 'new account',
    path: '/akun/baru',
    as: 'admin',
    field: '#name',
    typed: 'Siti Aminah',
    others: [
      ['#role', 'administrator'],
      ['#username', 'siti.aminah'],
    ],
  };
  await typeInto(page, form);
  await send(page, form.field);
  await expect(page.getByText(accountWords.id.initial.createdFor({ name: form.typed }))).toBeVisible();
  await page.goto('/akun/baru');
  await untilScriptsRun(page);
  await expect(page.locator(form.field)).toHaveValue('');
  await expect(page.getByText(words.restored)).toHaveCount(0);
});

test('joining without an answer: the name stays on the page, and the device keeps neither it nor the code', async ({
  browser,
  product,
}) => {
  const facilitator = await person(browser, product, 'fasilitator');
  await facilitator.page.goto(`${rakerda}/kartu`);
  const issue = facilitator.page.locator('button[name="intent"][value="issue"]');
  await issue.click();
  await expect(issue).toHaveCount(0);
  await facilitator.page.goto(`${rakerda}/kartu/cetak?peran=operator`);
  const code = (await facilitator.page.locator('.font-mono').first().innerText()).trim();
  await facilitator.context.close();
  const context = await browser.newContext({ baseURL: product.origin });
  const page = await context.newPage();
  await page.goto(`/gabung?kode=${encodeURIComponent(code)}`);
  await untilScriptsRun(page);
  await page.locator('#name').fill('Hj. Noor Laila');
  await context.setOffline(true);
  await send(page, '#name');
  await expect(page.getByText(words.unsent)).toBeVisible();
  await expect(page.locator('#name')).toHaveValue('Hj. Noor Laila');
  const held = await page.evaluate(() => JSON.stringify(localStorage));
  expect(held).not.toContain('Noor Laila');
  expect(held).not.toContain(code.replace(/\W/g, ''));
  await context.setOffline(false);
  await page.getByRole('button', { name: words.again }).click();
  await page.waitForURL((url) => url.pathname !== '/gabung');
  await context.close();
});

/** Setting up a Rakerda, with scripts and without: its time zone, its targets, and who takes part and leaves again. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { openHandle } from '#db/handle';
import { pngOf } from '#tests/house/pictures';
import { cardWords } from '~/hall/cards/cardWords';
import { manageWords } from '~/hall/overview/manageWords';
import { projectorWords } from '~/hall/projector/projectorWords';
import { armsWords } from '~/hall/setUp/armsWords';
import { setUpWords } from '~/rakerda/setUpWords';
import { topicTargetWords } from '~/rakerda/topicTargetWords';
import { ADMIN_PASSWORD, type Product, startProduct } from '../product';
import { instrumentFile } from '../house/instruments';
import { expect, test as base } from './fixtures';

const words = setUpWords.id;
const { manage } = manageWords.id;
const arms = armsWords.id;

const PASSWORD = 'pengurus-yang-sudah-diganti-1945';
const WHOLE = 'spbe-2020';
const OTHER = 'uji';
const TOPIC = 'lapor-sp4n';

/** A product that knows one more instrument, and whose administrator has a password of their own. */
const test = base.extend<object, { product: Product }>({
  product: [
    async ({ browser }, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'rakerda-'));
      const first = await startProduct({ folder });
      const page = await browser.newPage({ baseURL: first.origin });
      await signIn(page, ADMIN_PASSWORD);
      await page.locator('input[name="current"]').fill(ADMIN_PASSWORD);
      await page.locator('input[name="next"]').fill(PASSWORD);
      await page.locator('input[name="repeat"]').fill(PASSWORD);
      await page.locator('input[name="repeat"]').press('Enter');
      await page.waitForURL((url) => url.pathname !== '/kata-sandi');
      await page.close();
      await first.kill();
      const sqlite = openHandle(join(folder, 'rakerda.sqlite'));
      const file = instrumentFile([[[40, 20], [15]], [[25]]], { code: OTHER });
      sqlite
        .prepare(
          "insert into instrument (code, version, body, sha256, added_at) values (?, '1.0.0', ?, '', ?)",
        )
        .run(OTHER, JSON.stringify(file), new Date().toISOString());
      sqlite.close();
      const product = await startProduct({ folder });
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

async function signIn(page: Page, password: string): Promise<void> {
  await page.goto('/masuk');
  await page.locator('input[name="username"]').fill('admin');
  await page.locator('input[name="password"]').fill(password);
  await page.locator('input[name="password"]').press('Enter');
  await page.waitForURL((url) => url.pathname !== '/masuk');
}

async function fillIn(page: Page, name: string): Promise<void> {
  for (const [field, value] of Object.entries({
    name,
    year: '2026',
    startsOn: '2026-05-08',
    endsOn: '2026-05-08',
    place: 'Aula',
    host: 'Diskominfo',
  })) {
    await page.locator(`#${field}`).fill(value);
  }
}

const submit = (page: Page) => page.getByRole('button', { name: words.form.submit }).click();
const isCreated = (url: URL) => url.pathname.startsWith('/rakerda/') && !url.pathname.endsWith('/baru');
const target = (page: Page, code: string) => page.locator(`[name="targets.${code}"]`);
const isTicked = (page: Page, code: string) => page.locator(`input[value^="${code}@"]`);

test('the zone follows the province until another is chosen, and each instrument ticked has a target', async ({
  page,
}) => {
  await signIn(page, PASSWORD);
  await page.goto('/rakerda/baru');
  await fillIn(page, 'Rakerda Papua');
  const zone = page.locator('#timeZone');
  const shown = zone.locator('option:checked');
  await page.locator('#provinceCode').selectOption('33');
  await expect(shown).toContainText('WIB');
  await page.locator('#provinceCode').selectOption('91');
  await expect(shown).toContainText('WIT (');
  await zone.selectOption('Asia/Makassar');
  await page.locator('#provinceCode').selectOption('33');
  await expect(shown).toContainText('WITA');
  await zone.selectOption('');
  await page.locator('#provinceCode').selectOption('91');

  const boxes = page.locator('input[name="instruments"]');
  await expect(boxes).toHaveCount(3);
  for (const code of [WHOLE, OTHER]) await isTicked(page, code).check();
  await target(page, WHOLE).fill('3,20');
  await target(page, OTHER).fill('tiga');
  const reach = page.locator(`[name="topicTargets.${TOPIC}"]`);
  await expect(reach).toHaveCount(0);
  await page.locator(`input[name="topics"][value^="${TOPIC}@"]`).check();
  await page.locator(`[name="topicMeasures.${TOPIC}"]`).selectOption('on-time-share');
  await reach.fill('95.5');
  await submit(page);
  await expect(page.locator(`[id="targets.${OTHER}-error"]`)).toBeVisible();
  await expect(page.locator(`[id="topicTargets.${TOPIC}-error"]`)).toContainText(
    topicTargetWords.id.errors.comma,
  );
  await reach.fill('95,5');
  // Of what is not asked, nothing stands in the way; ticked again, it is still there.
  await isTicked(page, OTHER).uncheck();
  await expect(target(page, OTHER)).toHaveCount(0);
  await isTicked(page, OTHER).check();
  await expect(target(page, OTHER)).toHaveValue('tiga');
  await target(page, OTHER).fill('4,00');
  await submit(page);
  await page.waitForURL(isCreated);

  const { pathname } = new URL(page.url());
  await expect(page.locator('main')).toContainText('WIT (UTC+9)');
  for (const [code, figure] of [
    [WHOLE, '3,20'],
    [OTHER, '4,00'],
  ] as const) {
    await page.goto(`${pathname}?instrumen=${code}`);
    await expect(page.locator('tbody tr').first()).toContainText(figure);
  }
  await page.goto(`${pathname}/topik/${TOPIC}`);
  const told = topicTargetWords.id.atLeast({ figure: '95,50%' });
  await expect(page.locator('main')).toContainText(told);
  await page.goto(`${pathname}?instrumen=${OTHER}`);
  const agency = await page.locator('tbody th a').first().getAttribute('href');
  const code = agency?.split('/').at(-1) ?? '';
  await page.getByText(manage.targetsChange).click();
  await page.locator(`[name="target.${OTHER}.${code}"]`).fill('4,50');
  await page.getByRole('button', { name: manage.targetsSave }).click();
  await expect(page.getByText(manage.saved.target)).toBeVisible();
  await page.goto(`${pathname}/${OTHER}/${code}`);
  await expect(page.locator('main')).toContainText('4,50');
  await page.goto(`${pathname}/${WHOLE}/${code}`);
  await expect(page.locator('main')).toContainText('3,20');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the zone is that of the province, and of what is not ticked no target is asked', async ({ page }) => {
    await signIn(page, PASSWORD);
    for (const [name, zone, said] of [
      ['Rakerda Jateng', '', 'WIB (UTC+7)'],
      ['Rakerda Jateng di Ambon', 'Asia/Jayapura', 'WIT (UTC+9)'],
    ] as const) {
      await page.goto('/rakerda/baru');
      await fillIn(page, name);
      await page.locator('#timeZone').selectOption(zone);
      await page.locator('#provinceCode').selectOption('33');
      await isTicked(page, OTHER).uncheck();
      await isTicked(page, WHOLE).check();
      await target(page, OTHER).fill('tiga');
      await target(page, WHOLE).fill('9');
      await submit(page);
      await expect(page.locator(`[id="targets.${WHOLE}-error"]`)).toBeVisible();
      await expect(target(page, OTHER)).toHaveValue('tiga');
      await expect(page.locator('#timeZone')).toHaveValue(zone);
      await target(page, WHOLE).fill('2,60');
      await submit(page);
      await page.waitForURL(isCreated);
      await expect(page.locator('main')).toContainText(said);
      await expect(page.locator('tbody tr').first()).toContainText('2,60');
    }
  });
});

/** How wide a picture is in itself, once it is there. */
const widthOf = (picture: Locator) =>
  picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0));

/** Looks for agencies on the page that is open. */
async function search(page: Page, typed: string, hasScripts: boolean): Promise<void> {
  await page.locator('#cari').fill(typed);
  const isNew = page.locator('#cari-instansi');
  if (await isNew.isVisible()) await isNew.click();
  else if (!hasScripts) await page.getByRole('button', { name: 'Cari', exact: true }).click();
}

for (const hasScripts of [true, false]) {
  test.describe(hasScripts ? 'with scripts' : 'without any', () => {
    test.use({ javaScriptEnabled: hasScripts });

    test('agencies of other provinces and of the centre take part, and one leaves before it has answered', async ({
      page,
      context,
      browser,
    }) => {
      await signIn(page, PASSWORD);
      await page.goto('/rakerda/baru');
      await fillIn(page, hasScripts ? 'Rakerda Gabungan' : 'Rakerda Gabungan Dua');
      await page.locator('#provinceCode').selectOption('63');
      await search(page, 'bps', hasScripts);
      await page.locator('#extra-P\\.050').check();
      await search(page, 'kota palangka', hasScripts);
      await page.locator('#extra-62\\.71').check();
      // What was ticked before stays, and so does everything else.
      await expect(page.locator('#extra-P\\.050')).toBeChecked();
      await expect(page.locator('#provinceCode')).toHaveValue('63');
      await submit(page);
      await page.waitForURL(isCreated);
      const { pathname } = new URL(page.url());
      await expect(page.locator('tbody').first().locator('tr')).toHaveCount(16);
      await expect(page.locator('tbody').first()).toContainText('Badan Pusat Statistik');

      const hall = await context.newPage();
      await hall.goto(pathname);
      const other = hall.locator('tbody').first().getByText('Kementerian Kesehatan');
      await page.goto(`${pathname}/ubah`);
      await search(page, 'kemenkes', hasScripts);
      // Without scripts it is another page, and it opens where the agencies are.
      expect(new URL(page.url()).hash).toBe(hasScripts ? '' : '#instansi');
      await page.getByLabel(/^Kementerian Kesehatan/).check();
      await page.getByRole('button', { name: words.edit.agenciesAdd }).click();
      await expect(page.getByText(words.edit.saved.instansi)).toBeVisible();
      if (!hasScripts) await hall.reload();
      // An open page learns it.
      await expect(other).toBeVisible();

      await page.goto(`${pathname}/kartu`);
      await page.locator('button[value="issue"]').first().click();
      await expect(page.getByText(cardWords.id.list.allIssued)).toBeVisible();
      await page.goto(`${pathname}/ubah`);
      await page.getByRole('button', { name: 'Keluarkan Kementerian Kesehatan' }).click();
      await expect(page.getByText(words.edit.goesAlong.cards({ count: '2' }))).toBeVisible();
      await page.getByRole('button', { name: words.edit.confirm({ name: 'Kementerian Kesehatan' }) }).click();
      await expect(page.getByText(words.edit.saved.keluar)).toBeVisible();
      if (!hasScripts) await hall.reload();
      await expect(other).toHaveCount(0);
      await expect(hall.locator('tbody').first().locator('tr')).toHaveCount(16);

      await page.goto(`${pathname}/ubah`);
      const send = async (name: string, buffer: Buffer) => {
        await page.locator('#lambang-berkas').setInputFiles({ name, mimeType: 'image/png', buffer });
        await page.getByRole('button', { name: arms.set, exact: true }).click();
      };
      await send('lambang.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
      await expect(page.locator('#lambang-berkas-error')).toContainText(arms.says.svg);
      await send('lambang.png', pngOf({ width: 120, height: 150 }));
      await expect(page.getByText(arms.says.set)).toBeVisible();
      await expect.poll(() => widthOf(page.getByAltText(arms.now))).toBe(120);
      await page.goto(`${pathname}/kendali`);
      const { remote, scenes } = projectorWords.id;
      await page.getByRole('button', { name: scenes.closing, exact: true }).click();
      await expect(page.getByText(remote.chosen({ scene: scenes.closing }))).toBeVisible();
      const link = await page.locator('a[href*="/layar/"]').first().getAttribute('href');
      // Whoever holds the link of the screen needs no account.
      const screen = await browser.newPage({ baseURL: new URL(page.url()).origin, javaScriptEnabled: true });
      await screen.goto(link ?? '');
      await expect.poll(() => widthOf(screen.locator('[data-arms]'))).toBe(120);
      await page.goto(`${pathname}/ubah`);
      await page.getByRole('button', { name: arms.remove }).click();
      await expect(page.getByText(arms.says.removed)).toBeVisible();
      // Open all the time, it has the letters again.
      await expect(screen.locator('[data-arms]')).toHaveCount(0);
      await screen.close();
    });
  });
}

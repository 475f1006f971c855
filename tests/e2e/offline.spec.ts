/** Filling in without a connection on plain http: the open tab has all pages of the assessment, and loses nothing. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { openHandle } from '#db/handle';
import { z } from 'zod';
import { offlineWords } from '~/assessment/offline/offlineWords';
import { assessmentTabWords } from '~/rakerda/assessmentTabWords';
import { CHROMIUM_ARGS, chromiumPath } from '../chromium';
import { type Product, startProduct } from '../product';
import { agencyPath, expect, person, signIn, test, text } from './fixtures';
import { type Network, networkTo } from './network';

const words = text.assessment;
const tabs = assessmentTabWords.id;
const AGENCY = '63.10';

const level = (page: Page, value: string) => page.locator(`input[name="level"][value="${value}"]`);
const tab = (page: Page, name: Exclude<keyof typeof tabs, 'label'>) =>
  page.getByRole('navigation', { name: tabs.label }).getByRole('link', { name: tabs[name], exact: true });
const row = (page: Page, no: number) =>
  page.locator(`main li a[href="${agencyPath(AGENCY, `isi/${String(no)}`)}"]`);

test('after one visit list, indicators, result and planner are moved through without a network', async ({
  browser,
  product,
}) => {
  const network = await networkTo(product);
  const { page, context } = await person(browser, product, 'operator.6310', { baseURL: network.origin });
  const list = agencyPath(AGENCY, 'isi');
  await page.goto(list);
  await expect(page.getByText(offlineWords.id.ready)).toBeVisible();
  await page.evaluate(() => {
    document.documentElement.dataset.uji = 'sama';
  });
  network.cut();

  await row(page, 12).click();
  await page.waitForURL(`**${list}/12`);
  await expect(page.getByTestId('offline')).toContainText(offlineWords.id.doNotClose);
  await expect(page.getByTestId('offline')).toContainText(offlineWords.id.pages);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await level(page, '4').check();
  await page.getByLabel(words.justification, { exact: true }).fill('Ditulis tanpa jaringan.');
  await page.getByRole('button', { name: words.saveNext }).click();
  await page.waitForURL(`**${list}/13`);
  await page.getByRole('link', { name: words.previous }).click();
  await page.waitForURL(`**${list}/12`);
  await expect(level(page, '4')).toBeChecked();
  await expect(page.getByLabel(words.justification, { exact: true })).toHaveValue('Ditulis tanpa jaringan.');

  await tab(page, 'fill').click();
  await page.waitForURL(`**${list}`);
  await expect(row(page, 12)).toContainText(words.unsent);
  await expect(row(page, 12)).toContainText(/Terpadu/);
  await tab(page, 'result').click();
  await page.waitForURL(`**${agencyPath(AGENCY)}`);
  await page
    .locator(`a[href^="${agencyPath(AGENCY, 'rencana')}"]`)
    .first()
    .click();
  await page.waitForURL(`**${agencyPath(AGENCY, 'rencana')}`);
  await page.goBack();
  await page.goBack();
  await page.waitForURL(`**${list}`);

  // What only the server can answer does nothing, and says so.
  await tab(page, 'status').click();
  await expect(page.getByTestId('offline')).toContainText(offlineWords.id.needsServer);
  expect(new URL(page.url()).pathname).toBe(list);

  network.mend();
  await expect(page.getByText(offlineWords.id.doNotClose)).toHaveCount(0);
  await expect(row(page, 12)).not.toContainText(words.unsent);
  await tab(page, 'status').click();
  await page.waitForURL(`**${agencyPath(AGENCY, 'status')}`);
  // It was the same document all the time.
  expect(await page.evaluate(() => document.documentElement.dataset.uji)).toBe('sama');
  await context.close();
  await network.stop();
});

const NUMBERS = Array.from({ length: 20 }, (_, place) => place + 1);
const inCharge = (no: number) => `Bidang nomor ${String(no)}`;

/** A browser with a disk of its own, which is still there after it was closed and started again. */
function browserOn(disk: string, network: Network): Promise<BrowserContext> {
  return chromium.launchPersistentContext(disk, {
    executablePath: chromiumPath(),
    args: CHROMIUM_ARGS,
    baseURL: network.origin,
    locale: 'id-ID',
    viewport: { width: 360, height: 740 },
  });
}

/** Answers twenty indicators without a network, moving by the page's own links, and closes the tab and the browser. */
async function answerWithout(network: Network, disk: string): Promise<void> {
  const context = await browserOn(disk, network);
  const [page = await context.newPage()] = context.pages();
  await signIn(page, 'operator.6310');
  await page.goto(agencyPath(AGENCY, 'isi'));
  await expect(page.getByText(offlineWords.id.ready)).toBeVisible();
  network.cut();
  await row(page, 1).click();
  for (const no of NUMBERS) {
    await page.waitForURL(`**/isi/${String(no)}`);
    await page.locator('input[name="level"]:not(:checked)').first().check();
    await page.getByLabel(words.personInCharge, { exact: true }).fill(inCharge(no));
    await page.getByRole('button', { name: words.saveNext }).click();
  }
  await page.waitForURL('**/isi/21');
  await expect(page.getByTestId('unsent')).toContainText('20');
  await page.close();
  await context.close();
}

const eventSchema = z.array(
  z.object({
    no: z.int(),
    username: z.string(),
    payload: z.string().transform((json) => savedSchema.parse(JSON.parse(json))),
  }),
);
const savedSchema = z.object({
  changes: z.record(z.string(), z.unknown()),
  device: z.object({ id: z.string(), seq: z.int() }).optional(),
});

/** What was saved of the assessment through pages with scripts, in the order of the record. */
function savesIn(product: Product) {
  const sqlite = openHandle(product.databaseFile, { readonly: true });
  try {
    const rows = sqlite
      .prepare(
        `select e.indicator_no as no, a.username, e.payload from event e join account a on a.id = e.actor_id
          where e.type = 'answer.saved' and e.agency_code = ? and e.payload like '%"device"%' order by e.seq`,
      )
      .all(AGENCY);
    return eventSchema.parse(rows).flatMap(({ no, username, payload: { changes, device } }) =>
      Object.keys(changes).map((field) => ({
        no,
        username,
        field,
        device: device?.id,
        seq: device?.seq ?? 0,
      })),
    );
  } finally {
    sqlite.close();
  }
}

/** All twenty arrived, each field once, in the order in which they were typed. */
function expectAllOnce(product: Product, own: (save: ReturnType<typeof savesIn>[number]) => boolean): void {
  const saves = savesIn(product).filter(own);
  expect(saves.map(({ no, field }) => `${String(no)} ${field}`)).toEqual(
    NUMBERS.flatMap((no) => [`${String(no)} level`, `${String(no)} personInCharge`]),
  );
  expect(new Set(saves.map(({ device }) => device)).size).toBe(1);
  const order = saves.map(({ seq }) => seq);
  expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
}

test('twenty answers typed without a network arrive once and in order after the browser was restarted, merged with what others saved', async ({
  browser,
  freshProduct: product,
}) => {
  const disk = await mkdtemp(join(tmpdir(), 'rakerda-disk-'));
  const network = await networkTo(product);
  const head = await person(browser, product, 'kepala.6310');
  const second = await person(browser, product, 'operator.6310');
  await answerWithout(network, disk);

  const write = async (page: Page, no: number, label: string, said: string) => {
    await page.goto(agencyPath(AGENCY, `isi/${String(no)}`));
    await page.getByLabel(label, { exact: true }).fill(said);
    await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
  };
  await write(second.page, 3, words.justification, 'Dari operator kedua.');
  await write(second.page, 20, words.justification, 'Juga dari operator kedua.');
  await write(head.page, 7, words.note, 'Dari kepala.');
  const before = savesIn(product).length;
  const [elsewhere] = savesIn(product);

  network.mend();
  const context = await browserOn(disk, network);
  const [page = await context.newPage()] = context.pages();
  await page.goto('/');
  await expect(page.getByTestId('unsent')).toHaveCount(0);
  await expect.poll(() => savesIn(product).length).toBe(before + 40);
  expectAllOnce(
    product,
    ({ username, device }) => username === 'operator.6310' && device !== elsewhere?.device,
  );

  const shown = async (no: number, label: string, said: string) => {
    await head.page.goto(agencyPath(AGENCY, `isi/${String(no)}`));
    await expect(head.page.getByLabel(label, { exact: true })).toHaveValue(said);
    await expect(head.page.getByLabel(words.personInCharge, { exact: true })).toHaveValue(inCharge(no));
  };
  await shown(3, words.justification, 'Dari operator kedua.');
  await shown(20, words.justification, 'Juga dari operator kedua.');
  await shown(7, words.note, 'Dari kepala.');
  for (const opened of [context, head.context, second.context]) await opened.close();
  await network.stop();
  await rm(disk, { recursive: true, force: true });
});

test('the server is killed while they arrive and started again: still all twenty, once and in order', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rakerda-killed-'));
  const disk = await mkdtemp(join(tmpdir(), 'rakerda-disk-'));
  let product = await startProduct({ folder });
  // Whoever answers at the time: the server comes back at another port.
  const network = await networkTo({
    get origin() {
      return product.origin;
    },
  });
  try {
    await answerWithout(network, disk);
    network.mend();
    const context = await browserOn(disk, network);
    let sent = 0;
    await context.route('**/simpan', async (route) => {
      sent += 1;
      if (sent !== 9) return route.continue();
      // It arrives; what the server says to it does not.
      await route.fetch();
      await product.kill();
      await route.abort();
    });
    const [page = await context.newPage()] = context.pages();
    await page.goto('/');
    await expect.poll(() => sent).toBeGreaterThan(9);
    expect(savesIn(product)).toHaveLength(9);
    product = await startProduct({ folder });
    // A page that is drawn anew says for a moment that nothing waits: the record says when all are there.
    await expect.poll(() => savesIn(product).length, { timeout: 120_000 }).toBe(2 * NUMBERS.length);
    await expect(page.getByTestId('unsent')).toHaveCount(0);
    expectAllOnce(product, () => true);
    await context.close();
  } finally {
    await network.stop();
    await product.kill();
    await rm(folder, { recursive: true, force: true });
    await rm(disk, { recursive: true, force: true });
  }
});

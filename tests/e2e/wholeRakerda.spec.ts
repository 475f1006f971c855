/**
 * A whole Rakerda, from an empty house to its Berita Acara: set up from a province, thirteen agencies that join by their
 * cards in browsers of their own, answers, the projector that follows the remote, hidden names, a vote, commitments,
 * closing, and the document that anybody can check.
 */
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { setUpWords } from '~/rakerda/setUpWords';
import { dayOf } from '~/i18n/zonedTime';
import { parseScreen } from '~/hall/projector/scene';
import { ADMIN_PASSWORD, startProduct } from '../product';
import { complaints, expect, INSTRUMENT, test, text } from './fixtures';
import { untilScriptsRun } from './slowScripts';

const PASSWORD = `${ADMIN_PASSWORD}-baru`;
const REGENCIES = 13;
/** Saved level of the first indicator, by the order of the agencies: all differ enough for a ranking. */
const levelOf = (place: number) => 1 + (place % 5);

interface Agency {
  readonly code: string;
  readonly name: string;
  /** What every list of the hall calls it. */
  readonly shortName: string;
  readonly page: Page;
}

test('a whole Rakerda in the hall', async ({ browser }, testInfo) => {
  test.setTimeout(900_000);
  const product = await startProduct({ env: { DEMO: '0' } });
  const contexts: BrowserContext[] = [];
  const open = async (options: Parameters<Browser['newContext']>[0] = {}) => {
    const context = await browser.newContext({ baseURL: product.origin, ...options });
    contexts.push(context);
    return context.newPage();
  };
  try {
    const facilitator = await open();
    const heard = complaints(facilitator);
    const id = await setUpRakerda(facilitator);
    const rakerda = `/rakerda/${id}`;

    const codes = await issueCards(facilitator, rakerda);
    const agencies: Agency[] = [];
    for (const [place, card] of codes.operators.entries()) {
      const page = await open({ viewport: { width: 390, height: 780 }, isMobile: true });
      const code = await join(page, card.code, `Operator ${String(place + 1)}`);
      agencies.push({ code, name: card.name, shortName: card.name.replace(/^Kabupaten /, ''), page });
    }
    await test.step('the monitor sees thirteen agencies connected', async () => {
      await facilitator.goto(`${rakerda}/pantau`);
      await expect(facilitator.locator('tbody tr').first()).toBeVisible();
      for (const agency of agencies) {
        await expect(
          facilitator.getByRole('row').filter({ hasText: agency.shortName }).first(),
        ).toBeVisible();
      }
      await expect(facilitator.locator('main')).toContainText(`${REGENCIES} dari ${REGENCIES}`);
    });

    // The remote on a phone, the projector on a laptop that nobody signs in to.
    const remote = await facilitator.context().newPage();
    await remote.setViewportSize({ width: 360, height: 780 });
    await remote.goto(`${rakerda}/kendali`);
    const link = await remote.locator('a[href*="/layar/"]').first().getAttribute('href');
    const hall = await open({ viewport: { width: 1920, height: 1080 } });
    const heardInHall = complaints(hall);
    await hall.goto(new URL(link ?? '', product.origin).pathname);
    const press = async (intent: string, to: string) => {
      await remote
        .locator(
          `form:has(input[name="intent"][value="${intent}"]):has(input[name="to"][value="${to}"]) button`,
        )
        .first()
        .click();
    };
    const shows = async (scene: string) => {
      await press('scene', scene);
      await expect(hall.locator(`[data-scene="${scene}"]`)).toBeVisible();
    };

    await test.step('answers arrive on the projector by themselves', async () => {
      await shows('join');
      await expect(hall.locator('[data-scene="join"]')).toContainText(`${REGENCIES} dari ${REGENCIES}`);
      await shows('progress');
      for (const [place, agency] of agencies.entries()) await answer(agency, id, 1, levelOf(place));
      await expect(hall.locator('[data-scene="progress"]')).toContainText('1/47');
      for (const agency of agencies) await expect(hall.getByText(agency.shortName).first()).toBeVisible();
    });

    await test.step('names are hidden, revealed one by one, and shown', async () => {
      await shows('ranking');
      const [first, second] = agencies;
      if (!first || !second) throw new Error('no agencies');
      await first.page.goto(`${rakerda}/ikuti`);
      await second.page.goto(`${rakerda}/ikuti`);
      await press('names', 'hidden');
      await expect(hall.getByText(first.shortName)).toHaveCount(0);
      const scene = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');
      for (const agency of agencies) expect(await scene(hall)).not.toContain(agency.shortName);
      // Nor in the data behind the screen.
      const data = await (await hall.request.get(`${new URL(hall.url()).pathname}/adegan`)).text();
      for (const agency of agencies) expect(data).not.toContain(agency.shortName);
      await expect(first.page.locator('main')).toContainText(first.shortName);
      await expect(first.page.locator('main')).not.toContainText(second.shortName);
      await expect(second.page.locator('main')).not.toContainText(first.shortName);
      await press('reveal', 'next');
      const shown = () =>
        Promise.all(agencies.map((agency) => hall.getByText(agency.shortName, { exact: true }).count()));
      await expect.poll(async () => (await shown()).filter((count) => count > 0).length).toBe(1);
      await press('reveal', 'next');
      await expect.poll(async () => (await shown()).filter((count) => count > 0).length).toBe(2);
      await press('reveal', 'all');
      await expect.poll(async () => (await shown()).filter((count) => count > 0).length).toBe(REGENCIES);
      await press('names', 'shown');
    });

    await test.step('frozen, the hall keeps its picture; blank, it sees nothing', async () => {
      await press('freeze', 'on');
      await expect(
        remote.locator('form:has(input[name="intent"][value="freeze"]) input[name="to"]'),
      ).toHaveValue('off');
      await press('scene', 'heatMap');
      await expect(remote.locator('#balik')).toBeVisible();
      await expect(hall.locator('[data-scene="ranking"]')).toBeVisible();
      await press('freeze', 'off');
      await expect(hall.locator('[data-scene="heatMap"]')).toBeVisible();
      await press('blank', 'on');
      await expect(hall.locator('[data-scene]')).toHaveCount(0);
      await press('blank', 'off');
      await expect(hall.locator('[data-scene="heatMap"]')).toBeVisible();
    });
    for (const scene of ['welcome', 'radar', 'indicator', 'movement', 'road'] as const) await shows(scene);

    await test.step('one agency submits and its head approves', async () => {
      const [first] = agencies;
      const card = codes.heads[0];
      if (!first || !card) throw new Error('no agencies');
      const status = `${rakerda}/${INSTRUMENT}/${first.code}/status`;
      await first.page.goto(status);
      await first.page.locator('input[name="unansweredConfirmed"]').check();
      await first.page.locator('form:has(input[name="step"][value="submit"]) button').last().click();
      await expect(first.page.getByText(text.assessment.workflow.done.submitted)).toBeVisible();
      const head = await open({ viewport: { width: 390, height: 780 } });
      await join(head, card.code, 'Kepala Dinas');
      await head.goto(status);
      const approve = head.locator('form:has(input[name="step"][value="approve"]) button').last();
      await approve.click();
      // Not everything was answered: named, and asked about once.
      await expect(head.locator('input[name="gapsConfirmed"]')).toHaveCount(1);
      await approve.click();
      await expect(head.getByText(text.assessment.workflow.done.approved)).toBeVisible();
    });

    await test.step('the plenary: everybody votes once, nobody sees before the reveal', async () => {
      await goToStage(facilitator, rakerda, 'plenary');
      const voters = agencies.slice(0, REGENCIES);
      const claimant = voters[3];
      if (!claimant) throw new Error('no agencies');
      const waiting = voters[0];
      await waiting?.page.goto(`${rakerda}/ikuti`);
      await facilitator.goto(`${rakerda}/suara`);
      await facilitator.locator('#indicator').selectOption({ index: 1 });
      await facilitator.locator('#agency').selectOption(claimant.code);
      // In this hall the agency under discussion votes too.
      await facilitator.locator('[name="includesSubject"]').first().check();
      await facilitator.locator('button[name="intent"][value="open"]').click();
      await facilitator.waitForURL(/\/suara\/[^/]+$/);
      const vote = new URL(facilitator.url()).pathname;
      await expect(hall.locator('[data-scene="vote"]')).toBeVisible();
      // Without a reload the phone that follows the screen is asked.
      await waiting?.page.locator(`a[href="${vote}"]`).first().click();
      for (const [place, { page }] of voters.entries()) {
        if (place > 0) await page.goto(vote);
        if (place === 0) await expectBallotInReach(page);
        await page
          .locator('input[name="level"]')
          .nth(place % 3)
          .check();
        await page.locator('button[name="intent"][value="cast"]').click();
        await page.waitForURL(/pesan=masuk/);
      }
      await expect(hall.locator('[data-scene="vote"]')).toContainText(String(REGENCIES));
      // The same card once more, from the same phone: another choice, and still one ballot.
      const again = await voters[0]?.page.request.post(vote, {
        form: { intent: 'cast', level: '5' },
        headers: { origin: product.origin },
      });
      expect(again?.status()).toBeLessThan(500);
      expect(await voteOnScreen(hall)).toMatchObject({
        voted: REGENCIES,
        tally: null,
        median: null,
        claimed: null,
        agreed: null,
      });
      await facilitator.locator('button[name="intent"][value="closeAndReveal"]').click();
      await facilitator.locator('select[name="level"]').selectOption('2');
      await facilitator.locator('[name="reason"]').fill('Bukti belum menunjukkan reviu berkala.');
      await facilitator.locator('button[name="intent"][value="agree"]').click();
      await expect(hall.locator('[data-scene="vote"]')).toContainText(
        'Bukti belum menunjukkan reviu berkala.',
      );
      const after = await voteOnScreen(hall);
      expect(after?.tally?.map(({ votes }) => votes)).toEqual([4, 4, 4, 0, 1]);
      expect(after?.median).toBe(200);
      expect(after?.claimed).toBe(levelOf(3));
      // The claim itself is untouched.
      await claimant.page.goto(`${rakerda}/${INSTRUMENT}/${claimant.code}`);
      await expect(claimant.page.locator('#disepakati')).toBeVisible();
      await claimant.page.goto(`${rakerda}/${INSTRUMENT}/${claimant.code}/isi/1`);
      await expect(claimant.page.locator(`input[name="level"][value="${levelOf(3)}"]`)).toBeChecked();
    });

    await test.step('notes, recommendations and commitments are captured and stand on the board', async () => {
      await facilitator.goto(`${rakerda}/catatan`);
      await facilitator.locator('input[name="kind"][value="recommendation"]').check();
      await facilitator.locator('textarea[name="body"]').fill('Provinsi mendampingi audit TIK tahun depan.');
      await facilitator.locator('textarea[name="body"]').press('Control+Enter');
      await expect(
        facilitator.locator('main li, main article').filter({ hasText: 'audit TIK' }).first(),
      ).toBeVisible();
      await shows('commitments');
      const [first, second] = agencies;
      if (!first || !second) throw new Error('no agencies');
      await commit(facilitator, rakerda, first.code, 'Menetapkan kebijakan internal arsitektur SPBE', 3);
      await commit(second.page, rakerda, second.code, 'Menyusun peta rencana SPBE', 4);
      const board = hall.locator('[data-scene="commitments"]');
      await expect(board).toContainText('Menetapkan kebijakan internal arsitektur SPBE');
      await expect(board).toContainText('Menyusun peta rencana SPBE');
      const calendar = await second.page.request.get(`${rakerda}/komitmen.ics`);
      expect(await calendar.text()).toContain('BEGIN:VEVENT');
    });

    const berita = await test.step('closing, and the Berita Acara', async () => {
      await shows('closing');
      await goToStage(facilitator, rakerda, 'closed');
      const refused = await facilitator.request.post(`${rakerda}/catatan`, {
        form: {
          intent: 'add',
          key: crypto.randomUUID(),
          kind: 'note',
          body: 'Terlambat.',
          agendaItemId: '',
          agencyCode: '',
          indicator: '',
        },
        headers: { origin: product.origin },
      });
      expect(refused.status()).toBeGreaterThanOrEqual(400);
      await facilitator.goto(`${rakerda}/berita-acara`);
      await facilitator.locator('form:has(input[value="make"]) button').click();
      const pdf = facilitator.locator('a[href$="/1.pdf"]').first();
      await expect(pdf).toBeVisible({ timeout: 60_000 });
      await expect(hall.locator('[data-scene="closing"]')).toContainText('001/BA/');
      const file = await (await facilitator.request.get(`${rakerda}/berita-acara/1.pdf`)).body();
      expect(file.subarray(0, 5).toString()).toBe('%PDF-');
      const word = await (await facilitator.request.get(`${rakerda}/berita-acara/1.docx`)).body();
      expect(word.subarray(0, 2).toString()).toBe('PK');
      const check = await facilitator.locator('a[href*="/periksa/"]').first().getAttribute('href');
      return { file, check: new URL(check ?? '', product.origin).pathname };
    });

    await test.step('anybody checks the document without signing in', async () => {
      const stranger = await open({ viewport: { width: 390, height: 780 } });
      await stranger.goto(berita.check);
      await expect(stranger.locator('main')).toContainText('001/BA/');
      const upload = async (bytes: Buffer) => {
        await stranger
          .locator('input[type="file"]')
          .setInputFiles({ name: 'berita-acara.pdf', mimeType: 'application/pdf', buffer: bytes });
        await stranger.locator('form:has(input[type="file"]) button').last().click();
      };
      await upload(berita.file);
      await expect(stranger.locator('main')).toContainText(/asli dan tidak berubah/i);
      const changed = Buffer.from(berita.file);
      changed[changed.length - 200] = (changed[changed.length - 200] ?? 0) ^ 1;
      await upload(changed);
      await expect(stranger.locator('main')).toContainText(/bukan salinan/i);
    });

    expect(heardInHall, 'messages of the projector’s browser').toEqual([]);
    // A page that is asked for anew while its answer is still being read gives that answer up, and the browser says so.
    const expected = (message: string) => message.includes('422') || message.startsWith('AbortError: signal');
    expect(
      heard.filter((message) => !expected(message)),
      'messages of the facilitator’s browser',
    ).toEqual([]);
    expect(product.output(), 'errors in the server’s log').not.toContain('"level":50');
  } finally {
    for (const context of contexts) await context.close();
    await testInfo.attach('server', { body: product.output() });
    await product.stop();
  }
});

async function setUpRakerda(page: Page): Promise<string> {
  await page.goto('/masuk');
  await page.locator('input[name="username"]').fill('admin');
  await page.locator('input[name="password"]').fill(ADMIN_PASSWORD);
  await page.locator('input[name="password"]').press('Enter');
  await page.waitForURL('**/kata-sandi');
  await page.locator('input[name="current"]').fill(ADMIN_PASSWORD);
  await page.locator('input[name="next"]').fill(PASSWORD);
  await page.locator('input[name="repeat"]').fill(PASSWORD);
  await page.locator('input[name="repeat"]').press('Enter');
  await page.waitForURL((url) => url.pathname !== '/kata-sandi');
  await page.goto('/rakerda/baru');
  const today = dayOf(Date.now(), 'Asia/Makassar');
  await page.locator('#name').fill('Rakerda Kominfo Kalimantan Selatan');
  await page.locator('#year').fill(today.slice(0, 4));
  await page.locator('#startsOn').fill(today);
  await page.locator('#endsOn').fill(today);
  await page.locator('#place').fill('Aula Idham Chalid');
  await page.locator('#host').fill('Diskominfo Provinsi Kalimantan Selatan');
  await page.locator('#provinceCode').selectOption('63');
  await page.locator('#includeProvince').uncheck();
  await page.getByRole('button', { name: setUpWords.id.form.submit }).click();
  await page.waitForURL((url) => url.pathname.startsWith('/rakerda/') && !url.pathname.endsWith('/baru'));
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

/** The vote in the data behind the hall's screen. */
async function voteOnScreen(hall: Page) {
  const answer = await hall.request.get(`${new URL(hall.url()).pathname}/adegan`);
  const content = parseScreen(await answer.json())?.picture.content;
  return content?.scene === 'vote' ? content.vote : null;
}

interface CardCode {
  readonly name: string;
  readonly code: string;
}

/** Issues all cards and reads them off the printed sheet, as the people in the hall do. */
async function issueCards(page: Page, rakerda: string) {
  await page.goto(`${rakerda}/kartu`);
  await page.locator('button[name="intent"][value="issue"]').click();
  await expect(page.locator('button[name="intent"][value="issue"]')).toHaveCount(0);
  const read = async (role: string): Promise<readonly CardCode[]> => {
    await page.goto(`${rakerda}/kartu/cetak?peran=${role}`);
    const cards = await page.locator('li').all();
    return Promise.all(
      cards.map(async (card) => ({
        name: await card.locator('h2').innerText(),
        code: await card.locator('.font-mono').innerText(),
      })),
    );
  };
  const cards = { operators: await read('operator'), heads: await read('head') };
  expect(cards.operators).toHaveLength(REGENCIES);
  expect(cards.heads).toHaveLength(REGENCIES);
  return cards;
}

/** Types the code, says a name, and gives the code of the agency that the person now works for. */
async function join(page: Page, code: string, name: string): Promise<string> {
  await page.goto('/gabung');
  await page.locator('#kode').fill(code.toLowerCase());
  await page.locator('#kode').press('Enter');
  await page.locator('#name').fill(name);
  await page.locator('form:has(#name) button').click();
  await page.waitForURL((url) => url.pathname !== '/gabung');
  return /\/(63\.\d\d)\//.exec(page.url())?.[1] ?? '';
}

/** A phone that opens a vote shows every level and the button that sends, without a scroll. */
async function expectBallotInReach(page: Page): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  for (const part of [
    page.locator('label:has(> input[name="level"])').first(),
    page.locator('label:has(> input[name="level"])').last(),
    page.locator('button[name="intent"][value="cast"]'),
  ]) {
    await expect(part).toBeInViewport({ ratio: 1 });
    expect((await part.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  if (size) await page.setViewportSize(size);
}

async function answer(agency: Agency, id: string, indicator: number, level: number): Promise<void> {
  const { page } = agency;
  await page.goto(`/rakerda/${id}/${INSTRUMENT}/${agency.code}/isi/${indicator}`);
  // A level tapped earlier is entered again once the scripts run; here it is looked at in the moment of the tap.
  await untilScriptsRun(page);
  await page.locator(`label[for="level-${level}"]`).click();
  await expect(page.locator(`input[name="level"][value="${level}"]`)).toBeChecked();
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
}

async function goToStage(page: Page, rakerda: string, to: 'plenary' | 'closed'): Promise<void> {
  await page.goto(rakerda);
  await page.locator(`form:has(input[name="to"][value="${to}"]) button`).click();
  await page.locator('form:has(input[name="confirmed"]) button').click();
  await page.waitForURL(/pesan=tahap/);
  await expect(page.getByText(text.ui.rakerdaState[to]).first()).toBeVisible();
}

async function commit(
  page: Page,
  rakerda: string,
  agency: string,
  what: string,
  level: number,
): Promise<void> {
  await page.goto(`${rakerda}/komitmen?buat=${agency}`);
  await page.locator('#what').fill(what);
  await page.locator('#who').fill('Kepala Dinas Kominfo');
  await page.locator('#measure').fill('Dokumen ditetapkan');
  await page.locator('#dueOn').fill('2030-06-30');
  await page.locator('details:has([name="level.2"]) summary').click();
  await page.locator('[name="level.2"]').selectOption(String(level));
  await page.locator('form:has(#what) button[name="intent"][value="add"]').last().click();
  await expect(page.locator('main')).toContainText(what);
  await expect(page.locator('#what')).toHaveCount(0);
}

/**
 * The server dies in the middle of the plenary and is started again: nothing that it had is lost, and nobody in the
 * hall touches a screen. A server of its own on a port of its own, because screens come back to the address they know.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { openHandle } from '#db/handle';
import { assessmentWords } from '~/assessment/assessmentWords';
import { followWords } from '~/hall/projector/followWords';
import { projectorWords } from '~/hall/projector/projectorWords';
import { type Product, startProduct } from '../product';
import { signedIn } from '../visitor';
import { complaints, person } from './fixtures';

const words = projectorWords.id;

const RAKERDA = '/rakerda/demo-kalsel-2025';
const ANSWER = `${RAKERDA}/spbe-2020/63.01/isi/13`;
/** Voted before the server died, each another level. */
const VOTERS = ['operator.6302', 'kepala.6302', 'kepala.6303', 'operator.6372', 'penelaah'];
const TYPED_BEFORE = 'Diketik tepat sebelum server mati.';
const TYPED_AWAY = 'Diketik selagi server tidak ada.';
const COMMITMENT = 'Menetapkan kebijakan audit TIK sebelum akhir tahun';
const NOTE = 'Seluruh daerah memakai templat kebijakan yang sama';
/** Coming back may take as long as the longest pause between two tries. */
const BACK = { timeout: 120_000 };

test('killing the server in mid-plenary and starting it again loses nothing and needs no click on any screen', async ({
  browser,
}) => {
  test.setTimeout(900_000);
  const folder = await mkdtemp(join(tmpdir(), 'rakerda-restart-'));
  const env = { PORT: String(await freePort()) };
  const start = () => startProduct({ folder, env });
  let product = await start();
  try {
    // A plenary: names hidden, one revealed, a vote that some have cast, a promise and a note just written down.
    const phone = { viewport: { width: 360, height: 740 } };
    const facilitator = await person(browser, product, 'fasilitator', phone);
    const remote = facilitator.page;
    await remote.goto(RAKERDA);
    await post(remote, RAKERDA, { intent: 'stage', from: 'filling', to: 'plenary', confirmed: 'ya' });
    await remote.goto(`${RAKERDA}/kendali`);
    const link = await remote.locator('a[href*="/layar/"]').first().getAttribute('href');
    const hall = await (await browser.newContext({ baseURL: product.origin })).newPage();
    await hall.goto(link ?? '');
    await remote.getByRole('button', { name: words.scenes.ranking, exact: true }).click();
    await remote.getByRole('button', { name: words.remote.hideNames }).click();
    await remote.getByRole('button', { name: /^Buka berikutnya/ }).click();
    await expect(hall.locator('[data-scene="ranking"]')).toBeVisible();
    await expect.poll(() => namesOn(hall)).toHaveLength(1);
    await expect(remote.getByText(words.remote.stillHidden({ count: '13' }))).toBeVisible();

    const voteId = await openVote(remote);
    for (const [place, username] of VOTERS.entries()) {
      await castVote(product, username, voteId, 1 + place, 'masuk');
    }
    await writeDown(remote);

    const voted = (await person(browser, product, 'operator.6302', phone)).page;
    const notVoted = (await person(browser, product, 'operator.6303', phone)).page;
    const monitor = (await person(browser, product, 'penghubung')).page;
    const operator = (await person(browser, product, 'operator.6301')).page;
    await voted.goto(`${RAKERDA}/ikuti`);
    await notVoted.goto(`${RAKERDA}/ikuti`);
    await monitor.goto(`${RAKERDA}/pantau`);
    await operator.goto(ANSWER);
    const screens = { remote, hall, voted, notVoted, monitor, operator };
    const errors = Object.entries(screens).map(([name, page]) => ({ name, heard: complaints(page) }));
    const marked = [remote, voted, notVoted, monitor];
    for (const page of marked) await expectLive(page, 'open');
    await expect(voted.getByText(followWords.id.hasVoted)).toBeVisible();
    await expect(notVoted.getByRole('link', { name: followWords.id.castVote })).toBeVisible();
    // Who loads a page again has clicked, or had something clicked for them.
    for (const page of Object.values(screens)) await mark(page);

    const explanation = operator.getByLabel(assessmentWords.id.justification, { exact: true });
    const saveState = operator.getByTestId('save-state');
    await explanation.fill(TYPED_BEFORE);
    // The three agencies are counted before anything is compared with them.
    await expect.poll(() => connectedOn(monitor)).toBe('3 dari 14');
    const before = {
      hall: await hall.locator('main').innerText(),
      voted: await voted.locator('main').innerText(),
      monitor: await connectedOn(monitor),
      stored: stateOf(product, voteId),
    };
    expect(before.stored.ballots).toBe(VOTERS.length);

    await product.kill();

    // Every screen keeps its last picture, and says that it is the last one.
    await expect(hall.getByText(words.screen.lost)).toBeVisible();
    await expect(remote.getByText(words.remote.lost)).toBeVisible();
    for (const page of marked) await expectLive(page, 'lost');
    expect(await hall.locator('main').innerText()).toBe(before.hall);
    await expect(voted.getByText(followWords.id.hasVoted)).toBeVisible();
    await expect(notVoted.getByRole('link', { name: followWords.id.castVote })).toBeVisible();
    expect(await namesOn(voted)).toEqual(['63.02', ...(await namesOn(hall))].sort());

    // People go on: the facilitator presses a button, the operator types.
    await remote.getByRole('button', { name: /^Buka berikutnya/ }).click();
    await expect(remote.getByText(words.remote.waiting)).toBeVisible();
    await explanation.fill(`${TYPED_BEFORE} ${TYPED_AWAY}`);
    await expect(saveState).toHaveAttribute('data-state', 'offline');
    expect(await namesOn(hall)).toHaveLength(1);

    product = await start();

    // Nobody does anything from here on.
    for (const page of marked) await expectLive(page, 'open', BACK);
    await expect(hall.getByText(words.screen.lost)).toHaveCount(0, BACK);
    await expect.poll(() => namesOn(hall), BACK).toHaveLength(2);
    const shown = await namesOn(hall);
    await expect.poll(() => namesOn(voted), BACK).toEqual(['63.02', ...shown].sort());
    await expect.poll(() => namesOn(notVoted), BACK).toEqual(['63.03', ...shown].sort());
    await expect(remote.getByText(words.remote.stillHidden({ count: '12' }))).toBeVisible();
    await expect(remote.getByText(words.remote.lost)).toHaveCount(0);
    await expect(hall.locator('[data-scene="ranking"]')).toBeVisible();
    await expect(voted.getByText(followWords.id.hasVoted)).toBeVisible();
    await expect(notVoted.getByRole('link', { name: followWords.id.castVote })).toBeVisible();
    await expect(saveState).toHaveAttribute('data-state', 'saved', BACK);
    await expect.poll(() => connectedOn(monitor), BACK).toBe(before.monitor);
    for (const [name, page] of Object.entries(screens)) {
      expect(await page.evaluate(() => document.documentElement.dataset.uji), name).toBe('sama');
    }
    // That the server was not there, or not yet ready, is all that the consoles may say.
    for (const { name, heard } of errors) {
      expect(
        heard.filter((said) => !said.includes('net::ERR_') && !said.includes('status of 503')),
        name,
      ).toEqual([]);
    }

    const after = stateOf(product, voteId);
    expect(after).toEqual({
      ...before.stored,
      // The button pressed while the server was away, once.
      revealed: shown.length,
      version: before.stored.version + 1,
      justification: `${TYPED_BEFORE} ${TYPED_AWAY}`,
    });
    expect(after).toMatchObject({ integrity: 'ok', scene: 'ranking', namesHidden: 1, promises: 1, notes: 1 });

    // The vote goes on where it stood: who votes again changes the ballot, who has not yet voted does.
    await castVote(product, 'operator.6302', voteId, 5, 'diubah');
    await notVoted.getByRole('link', { name: followWords.id.castVote }).click();
    await notVoted.locator('input[name="level"][value="3"]').check();
    await notVoted.locator('button[value="cast"]').click();
    await notVoted.waitForURL((url) => url.searchParams.get('pesan') === 'masuk');
    expect(stateOf(product, voteId).tally).toEqual([0, 1, 2, 1, 2]);
  } finally {
    await product.kill();
    await rm(folder, { recursive: true, force: true });
  }
});

/** A port that nobody listens on, for a server that comes back to it. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}

/** Posts a form of the product as the signed-in person; where it leads. */
async function post(page: Page, path: string, form: Record<string, string>): Promise<string> {
  const { origin } = new URL(page.url());
  const answer = await page.request.post(path, { form, headers: { origin }, maxRedirects: 0 });
  expect(answer.status(), `${path} ${JSON.stringify(form)}`).toBe(302);
  return answer.headers().location ?? '';
}

async function openVote(facilitator: Page): Promise<string> {
  const vote = { intent: 'open', indicator: 'spbe-2020:13', agency: '63.71' };
  const location = await post(facilitator, `${RAKERDA}/suara`, vote);
  return new URL(location, facilitator.url()).pathname.split('/').at(-1) ?? '';
}

async function castVote(product: Product, username: string, voteId: string, level: number, said: string) {
  const visitor = await signedIn(product, username);
  const answer = await visitor.post(`${RAKERDA}/suara/${voteId}`, { intent: 'cast', level: String(level) });
  expect(answer.location, username).toContain(`pesan=${said}`);
}

async function writeDown(facilitator: Page): Promise<void> {
  await post(facilitator, `${RAKERDA}/komitmen`, {
    intent: 'add',
    key: randomUUID(),
    agencyCode: '63.71',
    what: COMMITMENT,
    who: 'Kepala Dinas Kominfo',
    dueOn: '2099-12-15',
    measure: 'Peraturan wali kota diundangkan',
    agendaItemId: '',
    instrumentCode: 'spbe-2020',
  });
  await post(facilitator, `${RAKERDA}/catatan`, {
    intent: 'add',
    key: randomUUID(),
    kind: 'recommendation',
    body: NOTE,
    agendaItemId: '',
    agencyCode: '',
    indicator: 'spbe-2020:13',
  });
}

async function expectLive(page: Page, state: 'open' | 'lost', options = {}): Promise<void> {
  await expect(page.locator('[data-live]').first()).toHaveAttribute('data-live', state, options);
}

/** Leaves a mark that does not outlive the page. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.uji = 'sama';
  });
}

/** Codes of the agencies that a screen names. */
async function namesOn(page: Page): Promise<string[]> {
  const keys = await page
    .locator('[data-flip]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-flip') ?? ''));
  return keys.filter((key) => /^\d/.test(key)).sort();
}

/** What the monitor says about connected agencies: its first tile. */
function connectedOn(monitor: Page): Promise<string> {
  return monitor.locator('main dl dd').first().innerText();
}

interface Stored {
  readonly scene: string;
  readonly namesHidden: number;
  readonly revealed: number;
  readonly version: number;
  readonly voteState: string;
  readonly ballots: number;
  readonly voters: number;
  readonly promises: number;
  readonly notes: number;
  readonly justification: string;
}

/** What the database holds of all this, read past the server. */
function stateOf(product: Product, voteId: string) {
  const sqlite = openHandle(product.databaseFile, { readonly: true });
  try {
    const stored = sqlite
      .prepare<[Record<'vote' | 'promise' | 'note', string>], Stored>(
        `select p.scene, p.names_hidden as namesHidden, json_array_length(p.revealed) as revealed, p.version,
           (select state from vote where id = @vote) as voteState,
           (select count(*) from vote_ballot where vote_id = @vote) as ballots,
           (select count(*) from vote_voter where vote_id = @vote) as voters,
           (select count(*) from commitment where rakerda_id = p.rakerda_id and what = @promise) as promises,
           (select count(*) from note where rakerda_id = p.rakerda_id and body = @note) as notes,
           (select a.justification from answer a join assessment s on s.id = a.assessment_id
              where s.rakerda_id = p.rakerda_id and s.agency_code = '63.01' and a.indicator_no = 13) as justification
         from projector p where p.rakerda_id = 'demo-kalsel-2025'`,
      )
      .get({ vote: voteId, promise: COMMITMENT, note: NOTE });
    if (!stored) throw new Error('No projector');
    const tally = sqlite
      .prepare<[string], { votes: number }>(
        `select (select count(*) from vote_ballot b where b.vote_id = t.vote_id and b.level = t.level) as votes
         from vote_tally t where t.vote_id = ? order by t.level`,
      )
      .all(voteId)
      .map(({ votes }) => votes);
    const integrity: unknown = sqlite.pragma('integrity_check', { simple: true });
    return { ...stored, tally, integrity };
  } finally {
    sqlite.close();
  }
}

/** What must not get out, by any way that is not a page: streams, files, data behind pages, foreign origins. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DEMO_PASSWORD, type Product, startProduct } from '../product';
import { answerFields, answerPath } from '../saving';
import { signedIn, Visitor } from '../visitor';

const RAKERDA = '/rakerda/demo-kalsel-2025';
const BASE = `${RAKERDA}/spbe-2020`;
/** Only to be found in the draft of 63.01. */
const SECRET = 'kalimat-rahasia-dari-konsep-6301';

let product: Product | undefined;
let operator: Visitor;
let foreign: Visitor;
let facilitator: Visitor;

beforeAll(async () => {
  product = await startProduct();
  operator = await signedIn(product, 'operator.6301');
  foreign = await signedIn(product, 'operator.6302');
  facilitator = await signedIn(product, 'fasilitator');
  const saved = await save(operator, 40, 5, SECRET);
  expect(saved.status).toBe(200);
  await useRemote();
}, 300_000);

afterAll(() => product?.stop());

function save(visitor: Visitor, indicator: number, level: number, justification: string, version = 0) {
  return visitor.post(
    answerPath('demo-kalsel-2025', '63.01', indicator),
    answerFields({ version, level, justification }),
  );
}

let timesUsed = 0;

/** Turns the hall's screen to another scene, of which everybody in the Rakerda is told. */
async function useRemote(): Promise<void> {
  const to = timesUsed % 2 === 0 ? 'ranking' : 'progress';
  timesUsed += 1;
  const answer = await facilitator.post(`${RAKERDA}/kendali`, new URLSearchParams({ intent: 'scene', to }));
  expect(answer.status).toBeLessThan(400);
}

/** Listens to the live stream while something happens, and gives what came. */
async function overheard(
  visitor: Visitor,
  happening: () => Promise<unknown>,
  since?: number,
): Promise<string> {
  const leave = new AbortController();
  const response = await fetch(`${visitor.origin}${RAKERDA}/langsung`, {
    headers: {
      Cookie: visitor.cookieHeader(),
      Accept: 'text/event-stream',
      ...(since !== undefined && { 'Last-Event-ID': String(since) }),
    },
    signal: leave.signal,
  });
  expect(response.headers.get('Content-Type')).toContain('text/event-stream');
  const reader = response.body?.getReader();
  if (!reader) throw new Error('The stream has no body');
  let heard = '';
  const listening = (async () => {
    const decoder = new TextDecoder();
    for (;;) {
      // Leaving ends the reading with an error: that is how this ends.
      const part = await reader.read().catch(() => null);
      if (!part || part.done) return;
      heard += decoder.decode(part.value, { stream: true });
    }
  })();
  await happening();
  // What comes, comes in the order of the record: once a reader hears of the remote, nothing else is on its way.
  await useRemote();
  // The first of the past is its being opened.
  const awaited = since === undefined ? 1 : 1 + timesUsed;
  await vi.waitFor(() => expect(heard.split('event: projector')).toHaveLength(awaited + 1), {
    timeout: 50_000,
  });
  leave.abort();
  await listening;
  return heard;
}

describe('the live stream', () => {
  it('carries the draft level of an agency to the facilitator, and never its texts', async () => {
    const heard = await overheard(facilitator, () => save(operator, 41, 4, SECRET));
    expect(heard).toContain('event: level');
    expect(heard).toContain('63.01');
    expect(heard).not.toContain(SECRET);
  });

  it('carries nothing of that draft to the operator of another agency', async () => {
    const heard = await overheard(foreign, () => save(operator, 42, 4, SECRET));
    expect(heard).not.toContain('63.01');
    expect(heard).not.toContain('event: level');
  });

  it('carries nothing of it to them either when they resume from the very beginning', async () => {
    const heard = await overheard(foreign, () => Promise.resolve(), 0);
    expect(heard, 'approvals are for everybody who takes part').toContain('63.04');
    expect(heard).not.toMatch(/"agency":"63\.01"/);
    expect(heard).not.toContain(SECRET);
  });
});

describe('what another agency can fetch', () => {
  const own = `${BASE}/63.01`;
  it.each([
    `${own}.data`,
    `${own}/isi.data`,
    `${own}/isi/40.data`,
    `${own}/riwayat.data`,
    `${own}/status.data`,
    `${own}/rencana.data`,
    `${own}/hasil.pdf`,
    `${own}/isi/40`,
    `${own}/riwayat`,
    `${BASE}/banding.data?instansi=63.01,63.02`,
    `${BASE}/banding?instansi=63.01,63.02`,
    `${BASE}/banding?semua=1`,
    `${BASE}/banding.csv?tabel=peta&instansi=63.01`,
    `${RAKERDA}.data`,
    RAKERDA,
  ])('%s holds neither the text nor the levels of a foreign draft', async (path) => {
    const answer = await foreign.get(path);
    expect(answer.text()).not.toContain(SECRET);
    if (path.startsWith(own)) expect([403, 404]).toContain(answer.status);
  });

  it('the heat map file of a foreign draft has no row with levels', async () => {
    const answer = await foreign.get(`${BASE}/banding.csv?tabel=peta&semua=1`);
    expect(answer.status).toBe(200);
    const theirs = await facilitator.get(`${BASE}/banding.csv?tabel=peta&semua=1`);
    expect(theirs.text()).toContain('Tanah Laut');
    expect(answer.text()).not.toContain('Tanah Laut');
  });

  it('an assessment cannot be reached through the Rakerda of somebody else', async () => {
    for (const path of ['/rakerda/demo-kalsel-2024/spbe-2020/63.01/isi', `${RAKERDA}/lain/63.01/isi`]) {
      expect([403, 404]).toContain((await foreign.get(path)).status);
    }
  });

  it('cannot be written to either, whatever the form says', async () => {
    const answer = await foreign.post(
      answerPath('demo-kalsel-2025', '63.01', 43),
      new URLSearchParams({
        version: '0',
        level: '1',
        justification: '',
        note: '',
        personInCharge: '',
        service: '',
        instansi: '63.02',
        agency: '63.02',
      }),
    );
    expect(answer.status).toBe(403);
    const seen = await operator.get(`${BASE}/63.01/isi/43`);
    expect(seen.text()).not.toMatch(/name="level"[^>]*checked=""[^>]*value="1"/);
  });
});

describe('where a post comes from', () => {
  it.each([
    ['without an origin', {}],
    ['from a foreign origin', { Origin: 'https://jahat.example' }],
    ['from an origin that hides itself', { Origin: 'null' }],
    ['from the same host by another scheme', { Origin: 'https://127.0.0.1' }],
  ])('%s: refused, and nothing is changed', async (_name, headers) => {
    const path = answerPath('demo-kalsel-2025', '63.01', 44);
    const answer = await operator.post(
      path,
      answerFields({ version: 0, level: 5, justification: 'dari luar' }),
      headers,
    );
    expect(answer.status).toBe(403);
    expect((await operator.get(`${BASE}/63.01/isi/44`)).text()).not.toContain('dari luar');
    for (const other of [
      '/masuk',
      '/keluar',
      '/preferensi',
      '/kata-sandi',
      '/akun/baru',
      '/rakerda/baru',
      RAKERDA,
    ]) {
      expect((await operator.post(other, {}, headers)).status).toBe(403);
    }
    // Still signed in: the refused sign-out did nothing.
    expect((await operator.get('/kata-sandi')).status).toBe(200);
  });
});

describe('what every answer carries', () => {
  it('keeps scripts, frames and caches in their place', async () => {
    const answer = await operator.get(`${BASE}/63.01/isi/13`);
    const policy = answer.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/);
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(answer.headers.get('Referrer-Policy')).toBe('same-origin');
    expect(answer.headers.get('Cache-Control')).toContain('no-store');
    expect(answer.text()).not.toMatch(/<[^>]+\sstyle="/);
  });

  it('names the scripts of its language, and none of them holds a word of the other', async () => {
    const said = { id: 'Langsung ke isi', en: 'Skip to content' };
    const chosen = await new Visitor(operator.origin).post('/preferensi', { bahasa: 'en' });
    const cookies = { id: '', en: chosen.headers.getSetCookie().join('; ') };
    for (const language of ['id', 'en'] as const) {
      const page = await fetch(`${operator.origin}/masuk`, { headers: { Cookie: cookies[language] } });
      const names = new Set((await page.text()).match(/\/assets\/[\w.-]+\.js/g));
      expect([...names].filter((name) => name.endsWith(`.${language}.js`)).length).toBeGreaterThan(3);
      const scripts = await Promise.all(
        [...names].map(async (name) => (await fetch(operator.origin + name)).text()),
      );
      expect(scripts.some((script) => script.includes(said[language]))).toBe(true);
      const other = language === 'id' ? 'en' : 'id';
      expect(scripts.some((script) => script.includes(said[other]))).toBe(false);
    }
  });

  it('keeps the sign-in cookie from scripts and from other sites, and gives none for a wrong password', async () => {
    const visitor = new Visitor(operator.origin);
    const right = await visitor.post('/masuk', { username: 'penelaah', password: DEMO_PASSWORD });
    expect(right.headers.getSetCookie().join('\n')).toMatch(/^masuk=[^;]+;.*HttpOnly.*SameSite=Lax/i);
    const wrong = await visitor.post('/masuk', { username: 'penelaah', password: 'salah-sama-sekali' });
    expect(wrong.status).toBe(422);
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });
});

/**
 * Words without a gap, as people really use them – an e-mail address as a name, a link in the agenda, an agency's name
 * typed with underscores – in every column of words, and every page on narrow phones: none may scroll sideways. And no
 * ordinary word may be torn apart to reach that.
 */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { openHandle } from '#db/handle';
import { z } from 'zod';
import { SCENES } from '~/hall/projector/projectorState';
import type { Product } from '../product';
import { wordColumns } from '../storedText';
import { signedIn } from '../visitor';
import { agencyPath, enter, expect, INSTRUMENT, RAKERDA, test } from './fixtures';
import { PAGES } from './pages';

/** The narrowest last: there words are torn first. */
const WIDTHS = [390, 360, 320];

/** Marks that no person reads. */
const NOT_READ = ['known_browser.hash', 'sign_in_failures.rule', 'vote.ballot', 'vote_ballot.voter'];
const MOMENT = 'vote.withdrawn_at';
const LINK =
  'https://drive.google.com/file/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_AbCdEfGhIjKlMnOpQrSt/view?usp=drive_link';
const ADDRESS = 'kepala_bidang_aplikasi_informatika.dan_persandian@diskominfo.hulusungaitengahkab.go.id';
const NAME = 'Dinas_Komunikasi_Informatika_Statistik_dan_Persandian_Kabupaten_Hulu_Sungai_Tengah';

function wordFor(column: string): string {
  if (/(^|\.)(url|title|body|what|measure|justification|return_note|agreed_reason)$/.test(column))
    return LINK;
  if (/(speaker|who|person_in_charge|attendance\.name|account\.name|key)$/.test(column)) return ADDRESS;
  return NAME;
}

/** Writes over every word that the demo holds, frozen ones too, and adds what the demo has none of. */
async function fillWithLongWords(product: Product): Promise<void> {
  const sqlite = openHandle(product.databaseFile);
  try {
    sqlite.pragma('busy_timeout = 10000');
    const rules = z
      .array(z.object({ name: z.string(), sql: z.string() }))
      .parse(sqlite.prepare(`select name, sql from sqlite_master where type = 'trigger'`).all());
    sqlite.transaction(() => {
      for (const { name } of rules) sqlite.exec(`drop trigger "${name}"`);
      for (const { table, column } of wordColumns(sqlite)) {
        const full = `${table}.${column}`;
        if (NOT_READ.includes(full) || full === MOMENT) continue;
        sqlite.prepare(`update "${table}" set "${column}" = ? || '_' || rowid`).run(wordFor(full));
      }
      sqlite.prepare(`update account set username = ? where username = 'operator.6310'`).run(ADDRESS);
      for (const { sql } of rules) sqlite.exec(sql);
    })();
  } finally {
    sqlite.close();
  }
  const rakerda = `/rakerda/${RAKERDA}`;
  const posts: readonly (readonly [as: string, path: string, fields: Record<string, string>])[] = [
    [
      'fasilitator',
      `${rakerda}/pantau`,
      { intent: 'message', draft: randomUUID(), agency: '63.01', body: LINK },
    ],
    [
      'fasilitator',
      `${rakerda}/kehadiran`,
      { intent: 'add', agency: '', institution: NAME, name: ADDRESS, position: NAME },
    ],
    [
      'operator.6301',
      `${rakerda}/topik/kim/63.01/register/groups`,
      {
        intent: 'add',
        'new.name': NAME,
        'new.decree': ADDRESS,
        'new.channels': LINK,
        'new.active': 'active',
      },
    ],
    [
      'operator.6301',
      `${agencyPath('63.01', 'isi/13')}/simpan`,
      { version: '0', level: '2', justification: LINK, note: LINK, personInCharge: ADDRESS },
    ],
  ];
  for (const [as, path, fields] of posts) {
    const answer = await (await signedIn(product, as)).post(path, fields);
    expect(answer.status, `${path}: ${answer.text().slice(0, 300)}`).toBeLessThan(409);
  }
}

/** The element that makes the page scroll sideways, with its right edge; nothing where it does not. */
function sticksOut(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { scrollWidth } = document.scrollingElement ?? document.documentElement;
    if (scrollWidth <= window.innerWidth) return '';
    const widest = [...document.body.querySelectorAll('*')].findLast(
      (element) => Math.round(element.getBoundingClientRect().right) >= scrollWidth,
    );
    return `${scrollWidth - window.innerWidth} px: ${widest?.outerHTML.slice(0, 300) ?? '?'}`;
  });
}

/** Ordinary words of which a part stands on another line; of the longest, a narrow column has to break some. */
function tornWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const torn: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || parent.closest('script, style, noscript, svg, .sr-only')) continue;
      if (!parent.checkVisibility()) continue;
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(
        /(?<![^\s(])[\p{L}\d]{2,14}(?![^\s,.)])/gu,
      )) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)));
        if (lines.size > 1) torn.push(`${word}: ${parent.outerHTML.slice(0, 160)}`);
      }
    }
    return torn;
  });
}

/** How a page breaks out on any of the phones. */
async function wrongOn(page: Page, what: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 780 });
    // Charts follow a change of width in their own time.
    const isInside = expect.poll(() => sticksOut(page), { timeout: 2000 }).toBe('');
    await isInside.catch(async () => wrong.push(`${what}, ${width}: ${await sticksOut(page)}`));
  }
  return wrong;
}

test('no page with long words scrolls sideways on a narrow phone', async ({ browser, freshProduct }) => {
  await fillWithLongWords(freshProduct);
  const people = new Map<string | null, Page>();
  for (const { as } of PAGES) {
    if (people.has(as)) continue;
    const context = await browser.newContext({ baseURL: freshProduct.origin });
    const page = await context.newPage();
    await enter(page, freshProduct, as);
    people.set(as, page);
  }
  const wrong: string[] = [];
  for (const under of PAGES) {
    const page = people.get(under.as);
    if (!page) throw new Error(under.name);
    await page.goto(under.path);
    await expect(page.locator('h1')).toHaveCount(1);
    wrong.push(...(await wrongOn(page, under.name)));
    wrong.push(...(await tornWords(page)).map((word) => `${under.name}, torn: ${word}`));
  }
  expect(wrong).toEqual([]);
});

test('no scene with long words scrolls the phone that follows it, nor the remote', async ({
  browser,
  freshProduct,
}) => {
  await fillWithLongWords(freshProduct);
  const facilitator = await signedIn(freshProduct, 'fasilitator');
  const remote = `/rakerda/${RAKERDA}/kendali`;
  const pages: Page[] = [];
  for (const as of ['fasilitator', 'operator.6301']) {
    const context = await browser.newContext({ baseURL: freshProduct.origin });
    const page = await context.newPage();
    await enter(page, freshProduct, as);
    pages.push(page);
  }
  const wrong: string[] = [];
  for (const scene of SCENES) {
    const answer = await facilitator.post(remote, { intent: 'scene', to: scene, instrument: INSTRUMENT });
    expect(answer.status).toBe(302);
    for (const [place, page] of pages.entries()) {
      await page.goto(place === 0 ? remote : `/rakerda/${RAKERDA}/ikuti`);
      await expect(page.locator('h1').first()).toBeVisible();
      wrong.push(...(await wrongOn(page, `${scene} ${place === 0 ? 'on the remote' : 'followed'}`)));
    }
  }
  expect(wrong).toEqual([]);
});

/**
 * Text as office programs and chat apps bring it, posted to the running product: through every form of the table of
 * access, one field at a time, and through forms that are filled in so far that what they say is kept. Afterwards no text
 * in the database may hold a hidden sign, and every column of words must have been written to: a new form or a new column
 * that is forgotten shows up here.
 */
import { randomUUID } from 'node:crypto';
import { openHandle, type Sqlite } from '#db/handle';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isHoldable } from '../hostileText';
import { ADMIN_PASSWORD, type Product, startProduct } from '../product';
import { storedTexts, wordColumns } from '../storedText';
import { type Answer, type Fields, signedIn, Visitor } from '../visitor';
import { gather, type Who } from './people';
import { BASE, RAKERDA } from './row';
import { TABLE } from './table';

/** Cleaned, it says "kotor". */
const DIRT = `ko\u00adtor\v\ufffe\u0007\u200e\u202e${' '.repeat(300)}\u2028x`;
const dirty = (text: string) => `${text} ${DIRT}`;

const fieldsSchema = z.record(z.string(), z.string());

/** No form writes these: names come with the product's list of agencies, the rest are choices, times and marks of the product's own. */
const NO_FORM = [
  'account.initial_until',
  'agency.name',
  'known_browser.hash',
  // Comes with the product, from what a ministry published.
  'published_result.domain_hundredths',
  'published_result.predicate',
  'published_result.regulation',
  'published_result.source',
  'published_result.note',
  'sign_in.proven_at',
  'sign_in_failures.rule',
  'sign_in_failures.key',
  'vote.ballot',
  'vote.withdrawn_at',
  'vote_ballot.voter',
];

let product: Product | undefined;
let people: Readonly<Record<Who, Visitor>>;
let sqlite: Sqlite;

beforeAll(async () => {
  product = await startProduct();
  people = await gather(product);
  sqlite = openHandle(product.databaseFile);
  sqlite.pragma('busy_timeout = 10000');
}, 300_000);

afterAll(async () => {
  sqlite.close();
  await product?.stop();
});

const setState = (state: string) =>
  sqlite.prepare('update rakerda set state = ? where id = ?').run(state, RAKERDA.split('/').at(-1));

/** The newest id of a table's rows. */
function newest(table: 'commitment' | 'note' | 'agenda_item' | 'attendance' | 'vote'): string {
  return z
    .string()
    .parse(sqlite.prepare(`select id from ${table} order by rowid desc limit 1`).pluck().get());
}

/** Posts a form that must be taken. */
async function taken(who: Who | Visitor, path: string, fields: Fields): Promise<Answer> {
  const visitor = typeof who === 'string' ? people[who] : who;
  const answer = await visitor.post(path, fields);
  expect(
    [200, 302],
    `${path} ${JSON.stringify(fields).slice(0, 100)}: ${answer.text().slice(0, 300)}`,
  ).toContain(answer.status);
  return answer;
}

describe('forms that are taken', () => {
  it('of an answer and of the workflow', async () => {
    const answer = {
      version: '0',
      level: '3',
      justification: dirty('Alasan'),
      note: dirty('Catatan'),
      personInCharge: dirty('Budi'),
      service: dirty('SIMPUS'),
      'evidence.0.url': 'https://contoh.example/ko\u00adtor\u200e',
      'evidence.0.caption': dirty('Bukti'),
    };
    await taken('operator', `${BASE}/63.01/isi/45/simpan`, answer);
    await taken('operator', `${BASE}/63.01/status`, { step: 'submit', unansweredConfirmed: 'on' });
    await taken('head', `${BASE}/63.01/status`, { step: 'return', note: dirty('Mohon dilengkapi') });
  }, 60_000);

  it('of Rakerda and accounts', async () => {
    const rakerda = { place: dirty('Aula'), host: dirty('Diskominfo'), timeZone: 'Asia/Makassar' };
    const days = { year: '2027', startsOn: '2027-05-08', endsOn: '2027-05-10' };
    const { location } = await taken('administrator', '/rakerda/baru', {
      ...rakerda,
      ...days,
      name: dirty('Rakerda baru'),
      instruments: 'spbe-2020@1.1.0',
      provinceCode: '63',
      scope: 'all',
      target: '',
      state: 'filling',
      agenda: 'none',
      formKey: randomUUID(),
    });
    const path = location?.split('?')[0] ?? '';
    expect(path).toMatch(/^\/rakerda\/rakerda-baru-ko/);
    const seen = fieldsSchema.parse(
      sqlite.prepare('select name, place, host from rakerda where id = ?').get(path.split('/').at(-1)),
    );
    await taken('administrator', `${path}/ubah`, {
      ...rakerda,
      ...days,
      ...Object.fromEntries(
        Object.entries({ ...days, ...seen }).map(([field, value]) => [`seen.${field}`, value]),
      ),
      'seen.timeZone': 'Asia/Makassar',
      'seen.previousId': '',
      previousId: '',
      intent: 'details',
      name: dirty('Rakerda lain'),
      provinceCode: '63',
      instruments: 'spbe-2020@1.1.0',
    });
    const account = { username: '\u200epenelaah.dua', name: dirty('Penelaah'), role: 'reviewer' };
    await taken('administrator', '/akun/baru', account);
    const id = sqlite.prepare(`select id from account where username = 'penelaah.dua'`).pluck().get();
    await taken('administrator', `/akun/${String(id)}`, { intent: 'rename', name: dirty('Penelaah Dua') });
    await new Visitor(people.head.origin).post('/masuk', { username: dirty('siapa'), password: 'x' });
  }, 60_000);

  it('of the meeting', async () => {
    setState('plenary');
    const group = { intent: 'add', 'new.name': dirty('KIM'), 'new.district': '', 'new.active': 'active' };
    setState('filling');
    await taken('operator', `${RAKERDA}/topik/kim/63.01/register/groups`, group);
    const version = z
      .int()
      .parse(
        sqlite
          .prepare(
            `select max(version) from topic_sheet where instrument_code = 'kim' and agency_code = '63.01'`,
          )
          .pluck()
          .get(),
      );
    const step = { version: String(version), unansweredConfirmed: 'on' };
    const review = `${RAKERDA}/topik/kim/63.01/telaah`;
    await taken('operator', review, { ...step, step: 'submit' });
    const back = { version: String(version), step: 'return', note: dirty('Mohon dilengkapi') };
    await taken('head', review, back);
    setState('plenary');
    const item = { date: '2025-12-09', start: '16:00', end: '16:30', topic: 'general' };
    const said = { title: dirty('Acara'), speaker: dirty('Kadis') };
    await taken('facilitator', `${RAKERDA}/agenda`, { intent: 'add', id: randomUUID(), ...item, ...said });
    const change = { intent: 'change', id: newest('agenda_item'), version: '1', ...item };
    await taken('facilitator', `${RAKERDA}/agenda`, {
      ...change,
      title: dirty('Acara lain'),
      speaker: said.speaker,
    });

    const guest = {
      agency: '',
      institution: dirty('Lembaga'),
      name: dirty('Tamu'),
      position: dirty('Kepala'),
    };
    await taken('facilitator', `${RAKERDA}/kehadiran`, { intent: 'add', ...guest });
    await taken('facilitator', `${RAKERDA}/kartu`, { intent: 'issue' });
    const sheet = (await people.facilitator.get(`${RAKERDA}/kartu/cetak`)).text();
    const [, code = ''] = />([0-9A-Z]{4}-[0-9A-Z]{4})</.exec(sheet) ?? [];
    const pasted = `\u200e${code.replace('-', '\u2212')}\u200b\u00ad`;
    const newcomer = new Visitor(people.head.origin);
    await taken(newcomer, '/gabung', { kode: pasted, name: dirty('Peserta'), position: dirty('Kabid') });

    const message = { intent: 'message', draft: randomUUID(), agency: '63.01' };
    await taken('facilitator', `${RAKERDA}/pantau`, { ...message, body: dirty('Pesan') });

    const note = { kind: 'note', agendaItemId: '', agencyCode: '', indicator: '' };
    await taken('facilitator', `${RAKERDA}/catatan`, {
      ...note,
      intent: 'add',
      key: randomUUID(),
      body: dirty('Satu'),
    });
    const notePath = `${RAKERDA}/catatan/${newest('note')}`;
    await taken('facilitator', notePath, { ...note, intent: 'change', version: '1', body: dirty('Dua') });

    const promise = { dueOn: '2099-01-31', agendaItemId: '', instrumentCode: 'spbe-2020' };
    const words = { what: dirty('Apa'), who: dirty('Siapa'), measure: dirty('Ukuran') };
    const added = { intent: 'add', key: randomUUID(), agencyCode: '63.01', ...promise, ...words };
    await taken('facilitator', `${RAKERDA}/komitmen`, added);
    const path = `${RAKERDA}/komitmen/${newest('commitment')}`;
    await taken('facilitator', path, {
      ...promise,
      ...words,
      intent: 'change',
      version: '1',
      what: dirty('Apa lagi'),
    });
    await taken('facilitator', path, {
      intent: 'status',
      version: '2',
      status: 'dropped',
      note: dirty('Batal'),
    });

    const open = { intent: 'open', indicator: 'spbe-2020:13', agency: '63.02' };
    await taken('facilitator', `${RAKERDA}/suara`, open);
    const vote = `${RAKERDA}/suara/${newest('vote')}`;
    await taken('facilitator', vote, { intent: 'closeAndReveal' });
    await taken('facilitator', vote, { intent: 'agree', level: '3', reason: dirty('Alasan'), seen: '' });
  }, 60_000);

  it('have written to every column of words', () => {
    const written = new Set<string>();
    for (const { table, column, text } of storedTexts(sqlite)) {
      if (text.includes('kotor')) written.add(`${table}.${column}`);
    }
    const columns = wordColumns(sqlite).map(({ table, column }) => `${table}.${column}`);
    expect(columns.filter((one) => !written.has(one) && !NO_FORM.includes(one))).toEqual([]);
  });
});

it('no form breaks on hostile text in any of its fields', async () => {
  const wrong: string[] = [];
  for (const { route, path, fields = {}, may, method } of TABLE) {
    const [who] = may.filter((one) => one !== 'anonymous' && one !== 'newcomer');
    // A sign-in too many would close the door, and a sign-out ends the visit.
    if (method !== 'POST' || !who || /sign-(in|out)|password/.test(route)) continue;
    for (const field of Object.keys(fields)) {
      // Each form as a new one: sent twice, the same one is taken once.
      const posted: Record<string, string> = {};
      for (const [name, value] of Object.entries(fields)) {
        posted[name] = /^[0-9a-f-]{36}$/.test(value) ? randomUUID() : value;
      }
      posted[field] = dirty(fields[field] ?? '');
      const answer = await people[who].post(path, posted);
      if (answer.status >= 500) wrong.push(`${path} ${field}: ${answer.status}`);
    }
  }
  expect(wrong).toEqual([]);
}, 300_000);

it('nothing that was stored holds a hidden sign', () => {
  const found = [...storedTexts(sqlite)].filter(({ text }) => !isHoldable(text));
  const places = found.map(
    ({ table, column, text }) => `${table}.${column}: ${JSON.stringify(text.slice(0, 80))}`,
  );
  expect([...new Set(places)]).toEqual([]);
});

it('the files of that Rakerda are made, and open', async () => {
  const made = await people.facilitator.post(`${RAKERDA}/berita-acara`, { intent: 'make', id: randomUUID() });
  expect(made.status, made.text().slice(0, 500)).toBe(302);
  for (const file of ['1.pdf', '1.docx']) {
    expect((await people.facilitator.get(`${RAKERDA}/berita-acara/${file}`)).status).toBe(200);
  }
  for (const file of ['skor.xlsx', 'skor.csv', 'skor.json']) {
    expect((await people.liaison.get(`${BASE}/rilis/${file}`)).status).toBe(200);
  }
}, 60_000);

it('a user name is read through what a chat app puts around it', async () => {
  if (!product) throw new Error('no product');
  await expect(signedIn(product, '\u200eadmin\u200b', `${ADMIN_PASSWORD}-baru`)).resolves.toBeInstanceOf(
    Visitor,
  );
});

/**
 * Turns the demo Rakerda into a meeting in full swing, so that its screens have something to show. Everything goes
 * through the forms that people use. Names and sentences are invented, and say so.
 */
import { randomUUID } from 'node:crypto';
import { addDays, dayOf } from '~/i18n/zonedTime';
import type { Product } from '../product';
import { type Answer, type Fields, signedIn, Visitor } from '../visitor';
import type { Camera } from './camera';

export const RAKERDA = '/rakerda/demo-kalsel-2025';

export interface Meeting {
  readonly facilitator: Visitor;
  /** Address of the hall's screen. */
  readonly link: string;
  /** Revealed and agreed. */
  readonly decided: string;
  /** Still open; half of the hall has voted. */
  readonly open: string;
}

const FIRST = ['Ahmad', 'Siti', 'Rahman', 'Nur', 'Muhammad', 'Hj. Aulia', 'Budi', 'Dewi', 'Fahrul', 'Lina'];
const LAST = ['Contoh', 'Teladan', 'Misal'];
/** Levels of the decided vote, one per participant. */
const BALLOTS = [3, 2, 3, 3, 4, 2, 3, 3, 2, 4, 3, 3, 2, 3, 3, 4, 3, 2, 3, 3];

/** Prepares it all. Takes a few seconds: every participant signs in with a card. */
export async function prepareMeeting(product: Product, camera: Camera): Promise<Meeting> {
  await moveToToday(camera);
  const facilitator = await signedIn(product, 'fasilitator');
  await done(facilitator, RAKERDA, { intent: 'stage', from: 'filling', to: 'plenary', confirmed: 'ya' });
  const participants = await joinByCards(product, facilitator);
  const decided = await openVote(facilitator, 13, '63.72');
  await castVotes(participants, decided, BALLOTS);
  await done(facilitator, `${RAKERDA}/suara/${decided}`, { intent: 'closeAndReveal' });
  await done(facilitator, `${RAKERDA}/suara/${decided}`, {
    intent: 'agree',
    level: '3',
    reason: 'Seluruh rencana sudah dikonsultasikan; pengendalian oleh satu unit belum terbukti (contoh).',
    seen: '',
  });
  await promise(facilitator);
  await recommend(facilitator);
  const open = await openVote(facilitator, 21, '63.03');
  await castVotes(participants.slice(0, 12), open, BALLOTS);
  const remote = await facilitator.get(`${RAKERDA}/kendali`);
  const [link = ''] = /\/layar\/[\w.~-]+/.exec(remote.text()) ?? [];
  return { facilitator, link, decided, open };
}

/** What a button of the remote does, pressed on the screen as it stands. */
export async function command({ facilitator }: Meeting, form: Fields): Promise<void> {
  const remote = (await facilitator.get(`${RAKERDA}/kendali`)).text();
  const [, seen = ''] = /data-version="(\d+)"/.exec(remote) ?? [];
  await done(facilitator, `${RAKERDA}/kendali`, { ...form, seen });
}

/** The open vote ends, so that the meeting can be closed. */
export async function endVote(meeting: Meeting): Promise<void> {
  await done(meeting.facilitator, `${RAKERDA}/suara/${meeting.open}`, { intent: 'closeAndReveal' });
  await done(meeting.facilitator, `${RAKERDA}/suara/${meeting.open}`, {
    intent: 'agree',
    level: '3',
    reason: 'Sesuai data dukung yang ditayangkan (contoh).',
    seen: '',
  });
}

/** Makes the Berita Acara with the button of its page, and gives its code. */
export async function makeMinutes(camera: Camera, meeting: Meeting): Promise<string> {
  const page = await camera.enter({ as: 'fasilitator' });
  await page.goto(`${RAKERDA}/berita-acara`);
  await page.locator('form:has(input[name="id"]) button').click();
  await page.waitForURL((url) => url.searchParams.has('dibuat'));
  await page.context().close();
  const made = await meeting.facilitator.get(`${RAKERDA}/berita-acara`);
  const [, code = ''] = /\/periksa\/([A-Z0-9]+)/.exec(made.text()) ?? [];
  return code;
}

/** The last day of the meeting is today: the agenda moves along. */
async function moveToToday(camera: Camera): Promise<void> {
  const page = await camera.enter({ as: 'fasilitator' });
  await page.goto(`${RAKERDA}/ubah`);
  await page.locator('input[name="name"]').fill('Rakerda SPBE Kalimantan Selatan (contoh)');
  await page.locator('input[name="startsOn"]').fill(dayFromNow(-2));
  await page.locator('input[name="endsOn"]').fill(dayFromNow(0));
  await page.locator('input[name="moveAgenda"]').check();
  await page.locator('button[value="details"]').click();
  await page.waitForURL((url) => url.searchParams.has('pesan') || url.pathname === RAKERDA);
  await page.context().close();
}

function dayFromNow(days: number): string {
  return addDays(dayOf(Date.now(), 'Asia/Makassar'), days);
}

async function joinByCards(product: Product, facilitator: Visitor): Promise<readonly Visitor[]> {
  await done(facilitator, `${RAKERDA}/kartu`, { intent: 'issue' });
  const sheet = (await facilitator.get(`${RAKERDA}/kartu/cetak`)).text();
  const codes = [...sheet.matchAll(/>([0-9A-Z]{4}-[0-9A-Z]{4})</g)].map(([, code = '']) => code);
  if (codes.length < BALLOTS.length) throw new Error(`Only ${String(codes.length)} cards on the sheets`);
  const joined: Visitor[] = [];
  for (const [place, kode] of codes.slice(0, BALLOTS.length).entries()) {
    const guest = new Visitor(product.origin);
    const name = `${FIRST[place % FIRST.length] ?? ''} ${LAST[place % LAST.length] ?? ''}`;
    await done(guest, '/gabung', {
      kode,
      name,
      position: place % 2 === 0 ? 'Kepala Dinas' : 'Pranata Komputer',
    });
    joined.push(guest);
  }
  return joined;
}

async function openVote(facilitator: Visitor, no: number, agency: string): Promise<string> {
  // Everybody who came in with a card votes, the agency under discussion too.
  const vote = { intent: 'open', indicator: `spbe-2020:${String(no)}`, agency, includesSubject: 'on' };
  const { location } = await done(facilitator, `${RAKERDA}/suara`, vote);
  return new URL(location ?? '', facilitator.origin).pathname.split('/').at(-1) ?? '';
}

async function castVotes(people: readonly Visitor[], vote: string, levels: readonly number[]): Promise<void> {
  for (const [place, person] of people.entries()) {
    const level = String(levels[place % levels.length]);
    await done(person, `${RAKERDA}/suara/${vote}`, { intent: 'cast', level });
  }
}

const PROMISES: readonly (readonly [agency: string, what: string, who: string, rises: Fields])[] = [
  [
    '63.02',
    'Menetapkan kebijakan internal manajemen data SPBE (contoh)',
    'Diskominfo dan Bappeda',
    { 4: '3' },
  ],
  ['63.03', 'Mengintegrasikan layanan perizinan ke satu portal (contoh)', 'DPMPTSP', { 41: '4' }],
  ['63.05', 'Melaksanakan audit aplikasi oleh auditor bersertifikat (contoh)', 'Inspektorat', { 30: '3' }],
  [
    '63.08',
    'Membentuk tim koordinasi SPBE dengan keputusan bupati (contoh)',
    'Sekretaris Daerah',
    { 10: '3' },
  ],
  ['63.71', 'Mereviu peta rencana SPBE setiap tahun (contoh)', 'Bappeda', { 2: '5' }],
];

async function promise(facilitator: Visitor): Promise<void> {
  for (const [place, [agencyCode, what, who, rises]] of PROMISES.entries()) {
    const levels = Object.fromEntries(Object.entries(rises).map(([no, level]) => [`level.${no}`, level]));
    await done(facilitator, `${RAKERDA}/komitmen`, {
      intent: 'add',
      key: randomUUID(),
      agencyCode,
      what,
      who,
      dueOn: dayFromNow(60 + 45 * place),
      measure: 'Dokumen ditandatangani dan diunggah sebagai data dukung',
      agendaItemId: '',
      instrumentCode: 'spbe-2020',
      ...levels,
    });
  }
}

async function recommend(facilitator: Visitor): Promise<void> {
  for (const body of [
    'Provinsi menyediakan templat kebijakan internal yang dapat dipakai semua kabupaten dan kota (contoh).',
    'Audit TIK dilaksanakan bersama-sama, bergiliran antardaerah (contoh).',
  ]) {
    await done(facilitator, `${RAKERDA}/catatan`, {
      intent: 'add',
      key: randomUUID(),
      kind: 'recommendation',
      body,
      agendaItemId: '',
      agencyCode: '',
      indicator: '',
    });
  }
}

/** Posts a form, and complains where it was not taken. */
async function done(visitor: Visitor, path: string, form: Fields): Promise<Answer> {
  const answer = await visitor.post(path, form);
  if (answer.status !== 302) {
    throw new Error(`${path} ${JSON.stringify(form)} answered ${String(answer.status)}`);
  }
  return answer;
}

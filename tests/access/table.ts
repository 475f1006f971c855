/**
 * The table of who may reach what: every route, every method, every intent. It is written out by hand and asks no code of
 * the product, so that a mistake in the policy cannot agree with itself. Rows of one room stand in `rows/`.
 */
import type { Fields } from '../visitor';
import { rows as agenda } from './rows/agenda';
import { rows as cards } from './rows/cards';
import { rows as guide } from './rows/guide';
import { rows as commitments } from './rows/commitments';
import { rows as minutes } from './rows/minutes';
import { rows as monitor } from './rows/monitor';
import { rows as projector } from './rows/projector';
import { rows as table } from './rows/table';
import { rows as topics } from './rows/topics';
import { rows as votes } from './rows/votes';
import { rows as workshop } from './rows/workshop';
import {
  AGENCY,
  BASE,
  EVERYBODY,
  get,
  IN_RAKERDA,
  MANAGERS,
  post,
  RAKERDA,
  READERS,
  type Row,
  SIGNED_IN,
} from './row';

/** A draft of the agency that `head` and `operator` belong to. */
const OWN = `${BASE}/63.01`;
/** Approved, and nobody's own here. */
const APPROVED = `${BASE}/63.04`;

const ANSWER: Fields = {
  version: '0',
  level: '3',
  justification: 'Uji akses.',
  note: '',
  personInCharge: '',
  service: '',
};

/** In this order: what changes something stands behind what reads it. */
export const TABLE: readonly Row[] = [
  get(
    'home',
    '/',
    EVERYBODY.filter((who) => who !== 'newcomer'),
  ),
  get('sign-in', '/masuk', EVERYBODY),
  get('sign-out', '/keluar', EVERYBODY, { gets: 302 }),
  get('preferences', '/preferensi', EVERYBODY, { gets: 302 }),
  get('password', '/kata-sandi', [...SIGNED_IN, 'newcomer']),
  get('accounts', '/akun', ['administrator']),
  get('account-new', '/akun/baru', ['administrator']),
  get('account', '/akun/tidak-ada', ['administrator'], { gets: 404 }),
  get('device', '/perangkat', SIGNED_IN),
  get('published', '/hasil-resmi?provinsi=63', SIGNED_IN, { holds: /Banjarbaru/ }),
  get('published-csv', '/hasil-resmi.csv', SIGNED_IN, { holds: /^\ufeffKode;Instansi/ }),
  get('audit', '/jejak', ['administrator']),
  get('rakerda-new', '/rakerda/baru', ['administrator', 'outsider']),
  get('rakerda', RAKERDA, IN_RAKERDA),
  get('rakerda', '/rakerda/tidak-ada', SIGNED_IN, { gets: 404 }),
  get('live', `${RAKERDA}/langsung`, IN_RAKERDA),
  get('live', '/rakerda/tidak-ada/langsung', SIGNED_IN, { gets: 404 }),
  get('live-since', `${RAKERDA}/langsung/kabar?sejak=0`, IN_RAKERDA),
  get('live-since', '/rakerda/tidak-ada/langsung/kabar', SIGNED_IN, { gets: 404 }),
  get('comparison', `${BASE}/banding`, IN_RAKERDA),
  get('comparison', `${RAKERDA}/tidak-ada/banding`, IN_RAKERDA, { gets: 404 }),
  get('comparison-csv', `${BASE}/banding.csv?tabel=peringkat`, IN_RAKERDA),
  get('release', `${BASE}/rilis`, ['administrator', 'facilitator', 'liaison']),
  get('release-file', `${BASE}/rilis/skor.csv`, ['administrator', 'facilitator', 'liaison']),
  get('release-file', `${BASE}/rilis/skor.json`, ['administrator', 'facilitator', 'liaison']),
  get('release-file', `${BASE}/rilis/skor.xlsx`, ['administrator', 'facilitator', 'liaison'], {
    holds: /^PK/,
  }),
  get('release-file', `${BASE}/rilis/rahasia.txt`, ['administrator', 'facilitator', 'liaison'], {
    gets: 404,
  }),
  get('result', OWN, [...READERS, ...AGENCY]),
  get('result', APPROVED, IN_RAKERDA),
  get('result', `${BASE}/99.99`, SIGNED_IN, { gets: 404 }),
  get('planner', `${OWN}/rencana`, [...READERS, ...AGENCY]),
  get('planner', `${APPROVED}/rencana`, IN_RAKERDA),
  get('result-pdf', `${OWN}/hasil.pdf`, [...READERS, ...AGENCY], { holds: /^%PDF-/ }),
  get('result-pdf', `${APPROVED}/hasil.pdf`, IN_RAKERDA, { holds: /^%PDF-/ }),
  get('questionnaire', `${OWN}/isi`, [...READERS, ...AGENCY]),
  get('questionnaire', `${APPROVED}/isi`, READERS),
  get('offline-kit', `${OWN}/bekal`, [...READERS, ...AGENCY]),
  get('offline-kit', `${APPROVED}/bekal`, READERS),
  get('indicator', `${OWN}/isi/13`, [...READERS, ...AGENCY]),
  get('indicator', `${APPROVED}/isi/13`, READERS),
  get('take-over', `${OWN}/ambil-alih`, AGENCY),
  get('take-over', `${APPROVED}/ambil-alih`, []),
  get('answers-template', `${OWN}/isian.xlsx`, AGENCY, { holds: /^PK/ }),
  get('answers-template', `${APPROVED}/isian.xlsx`, []),
  get('answers-import', `${OWN}/impor`, AGENCY),
  get('answers-import', `${APPROVED}/impor`, []),
  get('answers-import-file', `${OWN}/impor/berkas`, AGENCY),
  get('review', `${OWN}/telaah`, [...READERS, ...AGENCY]),
  get('review', `${APPROVED}/telaah?saring=kurang`, READERS),
  get('review-pdf', `${OWN}/telaah.pdf`, [...READERS, ...AGENCY], { holds: /^%PDF-/ }),
  get('review-pdf', `${APPROVED}/telaah.pdf?saring=belum`, READERS, { holds: /^%PDF-/ }),
  get('workflow', `${OWN}/status`, [...READERS, ...AGENCY]),
  get('questionnaire-print', `${OWN}/isi/cetak`, [...READERS, ...AGENCY]),
  get('history', `${OWN}/riwayat`, [...READERS, ...AGENCY]),
  get('history', `${APPROVED}/riwayat`, READERS),
  get('not-found', '/tidak/ada/di/sini', EVERYBODY, { gets: 404 }),

  get('save-answer', `${OWN}/isi/13/simpan`, [...READERS, ...AGENCY]),
  get('save-answer', `${APPROVED}/isi/13/simpan`, READERS),

  post('save-answer', `${OWN}/isi/13/simpan`, ANSWER, AGENCY, { gets: 200, anonymous: 401, newcomer: 401 }),
  post('save-answer', `${APPROVED}/isi/13/simpan`, ANSWER, [], { anonymous: 401, newcomer: 401 }),
  // The page's own form, sent without scripts, goes back to the page.
  post('indicator', `${OWN}/isi/14`, { ...ANSWER, intent: 'stay' }, AGENCY),
  post('indicator', `${OWN}/isi/14`, { ...ANSWER, intent: 'next' }, AGENCY),
  post('indicator', `${OWN}/isi/14`, { ...ANSWER, aside: 'note' }, AGENCY),
  post('indicator', `${APPROVED}/isi/14`, ANSWER, []),

  // Nothing here is complete enough to be taken: whoever gets through is told what is missing (422) or too late (409).
  post('workflow', `${OWN}/status`, { step: 'submit' }, AGENCY, { gets: 422 }),
  post('workflow', `${OWN}/status`, { step: 'approve' }, ['head'], { gets: 409 }),
  post('workflow', `${OWN}/status`, { step: 'return', note: 'Mohon dilengkapi.' }, ['head'], { gets: 409 }),
  post(
    'workflow',
    `${OWN}/status`,
    { step: 'reopen', note: 'Mohon dibuka.' },
    ['administrator', 'facilitator'],
    {
      gets: 409,
    },
  ),
  post('workflow', `${OWN}/status`, { step: 'takeBack' }, ['head'], { gets: 409 }),
  post('workflow', `${OWN}/status`, { decision: 'leave', late: '0', seenVersion: '0' }, MANAGERS, {
    gets: 409,
  }),
  post('workflow', `${OWN}/status`, { decision: 'accept', late: '0', seenVersion: '0' }, MANAGERS, {
    gets: 409,
  }),
  post('workflow', `${APPROVED}/status`, { step: 'takeBack' }, []),
  // No file comes with it.
  post('answers-import-file', `${OWN}/impor/berkas`, { what: 'answers' }, AGENCY, { gets: 422 }),
  post('answers-import-file', `${APPROVED}/impor/berkas`, { what: 'answers' }, []),
  post('answers-import', `${OWN}/impor`, { intent: 'take', 'version.99': '0', 'level.99': '3' }, AGENCY),
  post('answers-import', `${OWN}/impor`, { intent: 'take', 'version.1': '0', 'level.1': '9' }, AGENCY, {
    gets: 400,
  }),
  post('answers-import', `${OWN}/impor`, { intent: 'tidak-ada' }, AGENCY, { gets: 400 }),
  post('answers-import', `${APPROVED}/impor`, { intent: 'take', 'version.1': '0', 'level.1': '3' }, []),
  post('take-over', `${OWN}/ambil-alih`, { intent: 'take', no: '99' }, AGENCY, { gets: 200 }),
  post('take-over', `${OWN}/ambil-alih`, { intent: 'tidak-ada' }, AGENCY, { gets: 400 }),
  post('take-over', `${APPROVED}/ambil-alih`, { intent: 'take', no: '1' }, []),
  post('history', `${OWN}/riwayat`, { restore: '13.note.1', 'version.13': '0' }, AGENCY, { gets: 409 }),
  post('history', `${OWN}/riwayat`, { restore: 'apa saja' }, AGENCY, { gets: 400 }),
  post('history', `${APPROVED}/riwayat`, { restore: '13.note.1', 'version.13': '0' }, []),
  post('review', `${OWN}/telaah`, { note: 'Mohon dilengkapi.' }, ['head'], { gets: 409 }),
  post('review', `${APPROVED}/telaah`, { note: 'Mohon dilengkapi.' }, []),
  post('workflow', `${APPROVED}/status`, { step: 'submit' }, []),
  post('workflow', `${APPROVED}/status`, { step: 'approve' }, []),
  post('workflow', `${APPROVED}/status`, { step: 'return', note: 'Mohon dilengkapi.' }, []),
  post('rakerda', RAKERDA, { intent: 'stage', from: 'closed', to: 'preparation' }, MANAGERS, { gets: 400 }),
  post('rakerda', RAKERDA, { intent: 'targetAll', instrument: 'spbe-2020', all: 'bukan angka' }, MANAGERS, {
    gets: 422,
  }),
  post(
    'rakerda',
    RAKERDA,
    { intent: 'targets', 'before.spbe-2020.63.01': '', 'target.spbe-2020.63.01': 'x' },
    MANAGERS,
    {
      gets: 422,
    },
  ),
  post('rakerda', RAKERDA, { intent: 'memberAdd', account: 'tidak-ada' }, MANAGERS, { gets: 422 }),
  post('rakerda', RAKERDA, { intent: 'memberRemove', account: 'tidak-ada' }, MANAGERS),
  post('rakerda', RAKERDA, { intent: 'tidak-ada' }, MANAGERS, { gets: 400 }),
  post('rakerda-new', '/rakerda/baru', { name: '' }, ['administrator', 'outsider'], { gets: 422 }),
  post('account-new', '/akun/baru', { username: '' }, ['administrator'], { gets: 422 }),
  post('account-new', '/akun/baru', { intent: 'agencies', rakerda: 'tidak-ada' }, ['administrator'], {
    gets: 422,
  }),
  post('account', '/akun/tidak-ada', { intent: 'resetPassword' }, ['administrator'], { gets: 404 }),
  post('account', '/akun/tidak-ada', { intent: 'disable' }, ['administrator'], { gets: 404 }),
  post('account', '/akun/tidak-ada', { intent: 'rename', name: 'Lain' }, ['administrator'], { gets: 404 }),
  post('account', '/akun/tidak-ada', { intent: 'endSignIn', signIn: 'x' }, ['administrator'], { gets: 404 }),
  post('password', '/kata-sandi', { current: 'x', next: 'y', repeat: 'z' }, [...SIGNED_IN, 'newcomer'], {
    gets: 422,
  }),
  ...agenda,
  ...cards,
  ...guide,
  ...monitor,
  ...projector,
  ...votes,
  ...commitments,
  ...minutes,
  ...table,
  ...topics,
  ...workshop,
  post('preferences', '/preferensi', { tema: 'dark' }, EVERYBODY),
  post('sign-in', '/masuk', { username: '', password: '' }, EVERYBODY, { gets: 422 }),
  // Last: it ends everybody's visit.
  post('sign-out', '/keluar', {}, EVERYBODY),
];

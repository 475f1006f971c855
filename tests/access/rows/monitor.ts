import { AGENCY, get, IN_RAKERDA, MANAGERS, post, RAKERDA, READERS, type Row, SIGNED_IN } from '../row';

const MONITOR = `${RAKERDA}/pantau`;
const MESSAGES = `${RAKERDA}/pesan`;
/** The same form from everybody: each of those who may sends one message to 63.01. */
const DRAFT = '0f8c2f6e-6a57-4d0c-9f5e-3b1f0a2d7c11';
const WORDS = { intent: 'message', draft: DRAFT, agency: '63.01', body: 'Uji akses.' };

export const rows: readonly Row[] = [
  get('monitor', MONITOR, READERS),
  get('monitor', `${MONITOR}?instrumen=tidak-ada`, READERS, { gets: 404 }),
  get('monitor', '/rakerda/tidak-ada/pantau', SIGNED_IN, { gets: 404 }),
  get('messages', MESSAGES, IN_RAKERDA),
  get('messages', '/rakerda/tidak-ada/pesan', SIGNED_IN, { gets: 404 }),
  post('monitor', MONITOR, WORDS, MANAGERS),
  post('monitor', MONITOR, { ...WORDS, body: ' ' }, MANAGERS, { gets: 422 }),
  post('monitor', MONITOR, { ...WORDS, agency: '99.99' }, MANAGERS, { gets: 422 }),
  post('monitor', MONITOR, { ...WORDS, intent: 'messageStuck', agency: '', body: ' ' }, MANAGERS, {
    gets: 422,
  }),
  post('monitor', MONITOR, { intent: 'tidak-ada' }, MANAGERS, { gets: 400 }),
  // Read by the agency it went to and by nobody for it.
  post('messages', MESSAGES, { kembali: RAKERDA }, AGENCY, {
    found: async ({ head }) => ({ id: /"id":"([^"]+)"/.exec((await head.get(MESSAGES)).text())?.[1] ?? '' }),
  }),
  post('messages', MESSAGES, { id: 'tidak-ada' }, IN_RAKERDA, { gets: 404 }),
];

/** Notes, recommendations and commitments. */
import { randomUUID } from 'node:crypto';
import { AGENCY, get, IN_RAKERDA, MANAGERS, post, RAKERDA, type Row, SIGNED_IN } from '../row';

const NOTES = `${RAKERDA}/catatan`;
const NOTE = `${NOTES}/demo-catatan-1`;
const BOARD = `${RAKERDA}/komitmen`;
/** Of 63.01, this year's and last year's. */
const OWN = `${BOARD}/demo-komitmen-2025-1`;
const LAST_YEARS = `${BOARD}/demo-komitmen-2024-1`;
/** Of an agency that nobody here belongs to. */
const FOREIGN = `${BOARD}/demo-komitmen-2025-2`;

const note = (more: Record<string, string>) => ({
  kind: 'note',
  body: 'Uji akses.',
  agendaItemId: '',
  agencyCode: '',
  indicator: '',
  ...more,
});
const promise = (more: Record<string, string>) => ({
  what: 'Uji akses.',
  who: 'Penguji',
  dueOn: '2099-01-31',
  measure: 'Lulus',
  agendaItemId: '',
  instrumentCode: 'spbe-2020',
  ...more,
});
const WRITERS = [...MANAGERS, 'reviewer'] as const;
const OF_6301 = [...MANAGERS, ...AGENCY] as const;

export const rows: readonly Row[] = [
  get('notes', NOTES, IN_RAKERDA),
  get('notes', '/rakerda/tidak-ada/catatan', SIGNED_IN, { gets: 404 }),
  get('note', NOTE, IN_RAKERDA),
  get('note', `${NOTES}/tidak-ada`, IN_RAKERDA, { gets: 404 }),
  get('commitments', BOARD, IN_RAKERDA),
  get('commitments', '/rakerda/tidak-ada/komitmen', SIGNED_IN, { gets: 404 }),
  get('commitment', OWN, IN_RAKERDA),
  get('commitment', LAST_YEARS, IN_RAKERDA),
  get('commitment', `${BOARD}/tidak-ada`, IN_RAKERDA, { gets: 404 }),
  get('commitments-calendar', `${BOARD}.ics`, IN_RAKERDA, { holds: /^BEGIN:VCALENDAR/ }),
  post('notes', NOTES, note({ intent: 'add', key: randomUUID() }), WRITERS),
  post('notes', NOTES, note({ intent: 'add', key: randomUUID(), body: '' }), WRITERS, { gets: 422 }),
  post('note', NOTE, note({ intent: 'change', version: '0' }), WRITERS, { gets: 422 }),
  post('note', NOTE, note({ intent: 'remove', version: '0' }), WRITERS, { gets: 422 }),
  post('commitments', BOARD, promise({ intent: 'add', key: randomUUID(), agencyCode: '63.01' }), OF_6301),
  post(
    'commitments',
    BOARD,
    promise({ intent: 'preview', key: randomUUID(), agencyCode: '63.01' }),
    OF_6301,
    {
      gets: 200,
    },
  ),
  post('commitments', BOARD, promise({ intent: 'plan', key: randomUUID(), agencyCode: '63.01' }), OF_6301, {
    gets: 200,
  }),
  post('commitments', BOARD, promise({ intent: 'add', key: randomUUID(), agencyCode: '63.04' }), MANAGERS),
  post('commitment', OWN, promise({ intent: 'change', version: '0' }), OF_6301, { gets: 422 }),
  post('commitment', OWN, promise({ intent: 'preview', version: '1' }), OF_6301, { gets: 200 }),
  post('commitment', OWN, promise({ intent: 'plan', version: '1' }), OF_6301, { gets: 200 }),
  post('commitment', OWN, { intent: 'status', version: '1', status: 'dropped', note: '' }, OF_6301, {
    gets: 422,
  }),
  post('commitment', OWN, { intent: 'status', version: '1', status: 'planned', note: '' }, OF_6301),
  post('commitment', OWN, { intent: 'remove', version: '0' }, OF_6301, { gets: 422 }),
  post('commitment', FOREIGN, { intent: 'status', version: '1', status: 'underway', note: '' }, MANAGERS),
  post(
    'commitment',
    LAST_YEARS,
    { intent: 'status', version: '1', status: 'done', note: 'Diundangkan Mei 2025.' },
    OF_6301,
  ),
];

import { get, IN_RAKERDA, MANAGERS, post, RAKERDA, type Row, SIGNED_IN } from '../row';

const ITEM = {
  date: '2025-12-09',
  start: '16:00',
  end: '16:30',
  topic: 'general',
  title: 'Uji akses',
  speaker: '',
};

export const rows: readonly Row[] = [
  get('agenda', `${RAKERDA}/agenda`, IN_RAKERDA),
  get('agenda', '/rakerda/tidak-ada/agenda', SIGNED_IN, { gets: 404 }),
  get('rakerda-edit', `${RAKERDA}/ubah`, MANAGERS),
  get('rakerda-edit', `${RAKERDA}/ubah?cari=BPS&hal=2`, MANAGERS, { holds: /Badan Pusat Statistik/ }),
  get('rakerda-edit', '/rakerda/tidak-ada/ubah', SIGNED_IN, { gets: 404 }),
  get('rakerda-arms', `${RAKERDA}/ubah/lambang`, MANAGERS, { gets: 302 }),
  get('rakerda-arms', '/rakerda/tidak-ada/ubah/lambang', SIGNED_IN, { gets: 404 }),
  // The demo shows letters: whoever may read it finds no arms.
  get('arms', `${RAKERDA}/lambang/ditebak-saja`, IN_RAKERDA, { gets: 404 }),
  get('arms', '/rakerda/tidak-ada/lambang/ditebak-saja', SIGNED_IN, { gets: 404 }),

  // The same id each time: sent twice, it is one item.
  post(
    'agenda',
    `${RAKERDA}/agenda`,
    { intent: 'add', id: '11111111-1111-4111-8111-111111111111', ...ITEM },
    MANAGERS,
  ),
  post(
    'agenda',
    `${RAKERDA}/agenda`,
    { intent: 'add', id: '22222222-2222-4222-8222-222222222222', ...ITEM, date: '2025-12-24' },
    MANAGERS,
    { gets: 422 },
  ),
  post(
    'agenda',
    `${RAKERDA}/agenda`,
    { intent: 'change', id: 'tidak-ada', version: '1', ...ITEM },
    MANAGERS,
    {
      gets: 422,
    },
  ),
  post('agenda', `${RAKERDA}/agenda`, { intent: 'remove', id: 'tidak-ada', version: '1' }, MANAGERS),
  post('agenda', `${RAKERDA}/agenda`, { intent: 'tidak-ada' }, MANAGERS, { gets: 400 }),
  post('rakerda-edit', `${RAKERDA}/ubah`, { intent: 'details', name: '' }, MANAGERS, { gets: 422 }),
  post('rakerda-edit', `${RAKERDA}/ubah`, { intent: 'agencies' }, MANAGERS, { gets: 422 }),
  post('rakerda-edit', `${RAKERDA}/ubah`, { intent: 'agenciesFound', found: 'tidak-ada' }, MANAGERS, {
    gets: 422,
  }),
  // Asks before it does it.
  post('rakerda-edit', `${RAKERDA}/ubah`, { intent: 'removeAgency', agencyCode: '63.02' }, MANAGERS, {
    gets: 422,
  }),
  post('rakerda-edit', `${RAKERDA}/ubah`, { intent: 'removeAgency', agencyCode: 'tidak-ada' }, MANAGERS, {
    gets: 400,
  }),
  post('rakerda-edit', `${RAKERDA}/ubah`, { intent: 'removeArms' }, MANAGERS),
  post('rakerda-edit', `${RAKERDA}/ubah`, { intent: 'tidak-ada' }, MANAGERS, { gets: 400 }),
  // Without a picture: the page says so.
  post('rakerda-arms', `${RAKERDA}/ubah/lambang`, {}, MANAGERS),
];

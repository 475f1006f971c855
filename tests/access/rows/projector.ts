import { EVERYBODY, get, IN_RAKERDA, MANAGERS, post, RAKERDA, type Row, SIGNED_IN } from '../row';

const REMOTE = `${RAKERDA}/kendali`;

/** Every button of the remote, in an order that leaves the screen as it was found. */
const ORDERS = [
  { intent: 'scene', to: 'ranking' },
  { intent: 'instrument', to: 'spbe-2020' },
  { intent: 'indicator', to: '3' },
  { intent: 'agencies', agency: '63.01' },
  { intent: 'vote', to: '' },
  { intent: 'commitments', to: 'this' },
  { intent: 'focusOn', to: '63.01' },
  { intent: 'focus', to: 'off' },
  { intent: 'language', to: 'en' },
  { intent: 'language', to: '' },
  { intent: 'page', to: 'auto' },
  { intent: 'names', to: 'hidden' },
  { intent: 'reveal', to: 'all' },
  { intent: 'hideName', to: '63.01' },
  { intent: 'names', to: 'shown' },
  { intent: 'freeze', to: 'on' },
  { intent: 'freeze', to: 'off' },
  { intent: 'blank', to: 'on' },
  { intent: 'blank', to: 'off' },
  { intent: 'link', seen: '0' },
  { intent: 'scene', to: 'welcome' },
] as const;

const NO_LINK = { gets: 404, anonymous: 404, newcomer: 404 } as const;

export const rows: readonly Row[] = [
  get('remote', REMOTE, MANAGERS),
  get('remote', '/rakerda/tidak-ada/kendali', SIGNED_IN, { gets: 404 }),
  get('remote-scene', `${REMOTE}/adegan`, MANAGERS),
  get('follow', `${RAKERDA}/ikuti`, IN_RAKERDA),
  get('follow', '/rakerda/tidak-ada/ikuti', SIGNED_IN, { gets: 404 }),
  get('follow-scene', `${RAKERDA}/ikuti/adegan`, IN_RAKERDA),
  // Whoever guesses is told nothing; with the right link all of these are public.
  get('projector', '/layar/ditebak-saja', EVERYBODY, NO_LINK),
  get('projector-scene', '/layar/ditebak-saja/adegan', EVERYBODY, NO_LINK),
  get('projector-arms', '/layar/ditebak-saja/lambang/ditebak-saja', EVERYBODY, NO_LINK),
  get('projector-live', '/layar/ditebak-saja/langsung', EVERYBODY, NO_LINK),
  get('projector-live-since', '/layar/ditebak-saja/langsung/kabar', EVERYBODY, NO_LINK),

  ...ORDERS.map((fields) => post('remote', REMOTE, fields, MANAGERS)),
  ...ORDERS.map((fields) => post('remote-scene', `${REMOTE}/adegan`, fields, MANAGERS, { gets: 200 })),
  post('remote', REMOTE, { intent: 'bukan-tombol' }, MANAGERS, { gets: 400 }),
  post('remote-scene', `${REMOTE}/adegan`, { intent: 'bukan-tombol' }, MANAGERS, { gets: 400 }),
];

/** The guides: for everybody, most of all for those who cannot sign in. */
import { EVERYBODY, get, type Row } from '../row';

export const rows: readonly Row[] = [
  get(
    'guide',
    '/bantuan',
    EVERYBODY.filter((who) => who !== 'anonymous'),
    { gets: 302, anonymous: 200 },
  ),
  get('guide', '/bantuan/operator', EVERYBODY),
  get('guide', '/bantuan/bukan-peran', EVERYBODY, { gets: 404 }),
];

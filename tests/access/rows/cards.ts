/** Access cards, joining with their codes, and the list of attendance. */
import { EVERYBODY, get, IN_RAKERDA, MANAGERS, post, RAKERDA, type Row } from '../row';

const CARDS = `${RAKERDA}/kartu`;
const ATTENDANCE = `${RAKERDA}/kehadiran`;
const PERSON = { name: 'Tamu Uji', position: '', agency: '', institution: 'Lembaga Uji' };

export const rows: readonly Row[] = [
  get('cards', CARDS, MANAGERS),
  get('cards-print', `${CARDS}/cetak`, MANAGERS),
  get('cards-print', `${CARDS}/cetak?instansi=63.01&peran=operator`, MANAGERS),
  get('attendance', ATTENDANCE, IN_RAKERDA),
  // The code is what opens the door; who knocks does not matter.
  get('join', '/gabung', EVERYBODY),
  get('join', '/gabung?kode=bukan-kode', EVERYBODY, { gets: 422 }),
  get('join', '/gabung?kode=22222222', EVERYBODY, { gets: 422 }),
  post('join', '/gabung', { kode: '', name: 'Orang Luar' }, EVERYBODY, { gets: 422 }),
  post('join', '/gabung', { kode: '2222-2222', name: 'Orang Luar' }, EVERYBODY, { gets: 422 }),
  post('cards', CARDS, { intent: 'issue' }, MANAGERS),
  post('cards', CARDS, { intent: 'reissue', card: 'tidak-ada', issuedAt: '' }, MANAGERS, { gets: 400 }),
  post('cards', CARDS, { intent: 'revoke', card: 'tidak-ada' }, MANAGERS, { gets: 400 }),
  post('cards', CARDS, { intent: 'tidak-ada' }, MANAGERS, { gets: 400 }),
  post('attendance', ATTENDANCE, { intent: 'add', ...PERSON }, MANAGERS),
  post('attendance', ATTENDANCE, { intent: 'add', ...PERSON, name: '' }, MANAGERS, { gets: 422 }),
  post('attendance', ATTENDANCE, { intent: 'change', id: 'tidak-ada', ...PERSON }, MANAGERS, { gets: 422 }),
  post('attendance', ATTENDANCE, { intent: 'remove', id: 'tidak-ada' }, MANAGERS),
  post('attendance', ATTENDANCE, { intent: 'tidak-ada' }, MANAGERS, { gets: 400 }),
];

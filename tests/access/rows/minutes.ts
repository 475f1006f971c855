import { EVERYBODY, get, IN_RAKERDA, MANAGERS, post, RAKERDA, type Row } from '../row';

const PAGE = `${RAKERDA}/berita-acara`;

export const rows: readonly Row[] = [
  get('minutes', PAGE, IN_RAKERDA),
  // Past the door stands the check of the form: whoever may make one is told that this is none of its forms.
  post('minutes', PAGE, { intent: 'make', id: 'bukan-uuid' }, MANAGERS, { gets: 400 }),
  // None is made in the demo: whoever may read is told so.
  get('minutes-file', `${PAGE}/1.pdf`, IN_RAKERDA, { gets: 404 }),
  get('minutes-file', `${PAGE}/1.docx`, IN_RAKERDA, { gets: 404 }),
  // Public: who holds the paper may ask.
  get('verify', '/periksa', EVERYBODY),
  get('verify', '/periksa/ACDEFGHJK347', EVERYBODY, { gets: 404 }),
  post('verify', '/periksa', {}, EVERYBODY, { gets: 422 }),
];

/** The table of the Rakerda and the sheets of its agencies. */
import { get, IN_RAKERDA, RAKERDA, type Row, SIGNED_IN } from '../row';

const SHEET = `${RAKERDA}/instansi`;

export const rows: readonly Row[] = [
  get('table', `${RAKERDA}/meja`, IN_RAKERDA),
  get('table', `${RAKERDA}/meja?urut=komitmen&arah=balik`, IN_RAKERDA),
  get('table', '/rakerda/tidak-ada/meja', SIGNED_IN, { gets: 404 }),
  get('table-csv', `${RAKERDA}/meja.csv`, IN_RAKERDA, { holds: /Kabupaten Tanah Laut/ }),
  get('table-csv', '/rakerda/tidak-ada/meja.csv', SIGNED_IN, { gets: 404 }),
  get('agency-sheet', `${SHEET}/63.01/lembar`, IN_RAKERDA),
  get('agency-sheet', `${SHEET}/63.04/lembar`, IN_RAKERDA),
  get('agency-sheet', `${SHEET}/99.99/lembar`, IN_RAKERDA, { gets: 404 }),
  get('agency-sheet-pdf', `${SHEET}/63.01/lembar.pdf`, IN_RAKERDA, { holds: /^%PDF-/ }),
  get('agency-sheet-pdf', `${SHEET}/99.99/lembar.pdf`, IN_RAKERDA, { gets: 404 }),
];

/** The table of the Rakerda and the sheets of its agencies. */
import { get, IN_RAKERDA, RAKERDA, type Row, SIGNED_IN } from '../row';

export const rows: readonly Row[] = [
  get('table', `${RAKERDA}/meja`, IN_RAKERDA),
  get('table', `${RAKERDA}/meja?urut=komitmen&arah=balik`, IN_RAKERDA),
  get('table', '/rakerda/tidak-ada/meja', SIGNED_IN, { gets: 404 }),
  get('table-csv', `${RAKERDA}/meja.csv`, IN_RAKERDA, { holds: /Kabupaten Tanah Laut/ }),
  get('table-csv', '/rakerda/tidak-ada/meja.csv', SIGNED_IN, { gets: 404 }),
];

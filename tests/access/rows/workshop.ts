/** The workshop of instruments: for administrators alone. */
import { get, post, type Row } from '../row';

const WORKSHOP = '/bengkel';
const ADMINISTRATORS = ['administrator'] as const;
const NO_DRAFT = `${WORKSHOP}/draf/tidak-ada`;
const SPBE = `${WORKSHOP}/instrumen/spbe-2020`;

export const rows: readonly Row[] = [
  get('workshop', WORKSHOP, ADMINISTRATORS),
  get('workshop-file', `${WORKSHOP}/berkas`, ADMINISTRATORS),
  // No file comes with it.
  post('workshop-file', `${WORKSHOP}/berkas`, {}, ADMINISTRATORS, { gets: 422 }),
  get('workshop-template', `${WORKSHOP}/templat/maturity.xlsx`, ADMINISTRATORS, { holds: /^PK/ }),
  get('workshop-template', `${WORKSHOP}/templat/metrics.json`, ADMINISTRATORS, {
    holds: /"kind": "metrics"/,
  }),
  get('workshop-template', `${WORKSHOP}/templat/rahasia.txt`, ADMINISTRATORS, { gets: 404 }),
  get('workshop-instrument', SPBE, ADMINISTRATORS, { holds: /spbe-2020/ }),
  get('workshop-instrument', `${WORKSHOP}/instrumen/tidak-ada`, ADMINISTRATORS, { gets: 404 }),
  get('workshop-version-file', `${SPBE}/9.9.9.json`, ADMINISTRATORS, { gets: 404 }),
  get('workshop-draft', NO_DRAFT, ADMINISTRATORS, { gets: 404 }),
  post('workshop-draft', NO_DRAFT, { intent: 'discard' }, ADMINISTRATORS),
  post('workshop-draft', NO_DRAFT, { intent: 'publish', sure: 'on' }, ADMINISTRATORS),
  post('workshop-draft', NO_DRAFT, { intent: 'publish' }, ADMINISTRATORS, { gets: 422 }),
  post('workshop-draft', NO_DRAFT, { intent: 'tidak-ada' }, ADMINISTRATORS, { gets: 400 }),
  get('workshop-preview', `${NO_DRAFT}/pratinjau`, ADMINISTRATORS, { gets: 404 }),
  post('workshop-preview', `${NO_DRAFT}/pratinjau`, {}, ADMINISTRATORS),
];

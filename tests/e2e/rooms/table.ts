import { RAKERDA } from '../fixtures';
import type { PageUnderTest } from '../pages';

export const pages: readonly PageUnderTest[] = [
  { name: 'table, facilitator', path: `/rakerda/${RAKERDA}/meja`, as: 'fasilitator' },
  { name: 'table, operator', path: `/rakerda/${RAKERDA}/meja?urut=komitmen`, as: 'operator.6301' },
  {
    name: 'sheet of an agency, draft',
    path: `/rakerda/${RAKERDA}/instansi/63.01/lembar`,
    as: 'operator.6301',
  },
  {
    name: 'sheet of an agency, approved',
    path: `/rakerda/${RAKERDA}/instansi/63.04/lembar`,
    as: 'fasilitator',
  },
];

import { RAKERDA } from '../fixtures';
import type { PageUnderTest } from '../pages';

export const pages: readonly PageUnderTest[] = [
  { name: 'table, facilitator', path: `/rakerda/${RAKERDA}/meja`, as: 'fasilitator' },
  { name: 'table, operator', path: `/rakerda/${RAKERDA}/meja?urut=komitmen`, as: 'operator.6301' },
];

import { RAKERDA } from '../fixtures';
import type { PageUnderTest } from '../pages';

const rakerda = `/rakerda/${RAKERDA}`;

export const pages: readonly PageUnderTest[] = [
  { name: 'agenda', path: `${rakerda}/agenda`, as: 'operator.6301' },
  { name: 'agenda, being written', path: `${rakerda}/agenda`, as: 'fasilitator' },
  { name: 'editing a Rakerda', path: `${rakerda}/ubah`, as: 'fasilitator' },
];

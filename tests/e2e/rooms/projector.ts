import { RAKERDA } from '../fixtures';
import type { PageUnderTest } from '../pages';

export const pages: readonly PageUnderTest[] = [
  { name: 'remote', path: `/rakerda/${RAKERDA}/kendali`, as: 'fasilitator' },
  { name: 'follow the screen', path: `/rakerda/${RAKERDA}/ikuti`, as: 'operator.6301' },
  { name: 'screen link that is not valid', path: '/layar/tidak-berlaku', as: null, answers: 404 },
];

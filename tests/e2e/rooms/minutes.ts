import { RAKERDA } from '../fixtures';
import type { PageUnderTest } from '../pages';

export const pages: readonly PageUnderTest[] = [
  { name: 'minutes, facilitator', path: `/rakerda/${RAKERDA}/berita-acara`, as: 'fasilitator' },
  { name: 'minutes, operator', path: `/rakerda/${RAKERDA}/berita-acara`, as: 'operator.6301' },
  { name: 'check of minutes', path: '/periksa', as: null },
  { name: 'check of unknown minutes', path: '/periksa/ACDEFGHJK347', as: null, answers: 404 },
];

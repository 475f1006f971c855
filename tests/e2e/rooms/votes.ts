import { RAKERDA } from '../fixtures';
import type { PageUnderTest } from '../pages';

const path = `/rakerda/${RAKERDA}/suara`;

export const pages: readonly PageUnderTest[] = [
  { name: 'votes', path: `${path}?indikator=13&instansi=63.01`, as: 'fasilitator' },
  { name: 'votes of a participant', path, as: 'operator.6302' },
  { name: 'a vote, for who runs it', path: `${path}/demo-suara-1`, as: 'fasilitator' },
  { name: 'a vote, for a participant', path: `${path}/demo-suara-1`, as: 'operator.6301' },
];

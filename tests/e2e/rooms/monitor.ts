import type { PageUnderTest } from '../pages';

const MONITOR = '/rakerda/demo-kalsel-2025/pantau';

export const pages: readonly PageUnderTest[] = [
  { name: 'monitor', path: MONITOR, as: 'fasilitator' },
  { name: 'monitor, one agency', path: `${MONITOR}?urut=macet&buka=63.01`, as: 'fasilitator' },
  { name: 'monitor, message to all stuck', path: `${MONITOR}?saring=macet&buka=macet`, as: 'fasilitator' },
  { name: 'monitor, read only', path: `${MONITOR}?buka=63.02`, as: 'penghubung' },
];

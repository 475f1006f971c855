import { RAKERDA } from '../fixtures';
import type { PageUnderTest } from '../pages';

const topics = `/rakerda/${RAKERDA}/topik`;

export const pages: readonly PageUnderTest[] = [
  { name: 'topics of an operator', path: topics, as: 'operator.6301' },
  { name: 'topics of a facilitator', path: topics, as: 'fasilitator' },
  { name: 'one topic', path: `${topics}/lapor-sp4n`, as: 'fasilitator' },
  { name: 'one topic, most closed', path: `${topics}/konektivitas`, as: 'operator.6302' },
  { name: 'figures, open', path: `${topics}/lapor-sp4n/63.01`, as: 'operator.6301' },
  { name: 'a ladder, open', path: `${topics}/pemdi-2026/63.01?bagian=I3`, as: 'operator.6301' },
  { name: 'points, open', path: `${topics}/indeks-kami/63.01?bagian=4-1`, as: 'operator.6301' },
  {
    name: 'a register of villages',
    path: `${topics}/konektivitas/63.01/register/villages?kecamatan=63.01.01`,
    as: 'operator.6301',
  },
  { name: 'a register of groups', path: `${topics}/kim/63.01/register/groups`, as: 'operator.6301' },
  { name: 'review of figures', path: `${topics}/lapor-sp4n/63.01/telaah`, as: 'kepala.6301' },
  { name: 'review of points', path: `${topics}/indeks-kami/63.01/telaah?saring=belum`, as: 'penelaah' },
  { name: 'figures, read only', path: `${topics}/konektivitas/63.04`, as: 'penelaah' },
  { name: 'figures from a file', path: `${topics}/lapor-sp4n/63.01/impor`, as: 'operator.6301' },
  {
    name: 'figures from a file, its answer',
    path: `${topics}/lapor-sp4n/63.01/impor/berkas`,
    as: 'operator.6301',
  },
];

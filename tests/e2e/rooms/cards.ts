import { RAKERDA } from '../fixtures';
import type { PageUnderTest } from '../pages';

const rakerda = `/rakerda/${RAKERDA}`;

export const pages: readonly PageUnderTest[] = [
  { name: 'access cards', path: `${rakerda}/kartu`, as: 'fasilitator' },
  { name: 'sheets of access cards', path: `${rakerda}/kartu/cetak`, as: 'fasilitator' },
  { name: 'join', path: '/gabung', as: null },
  { name: 'join with what is no code', path: '/gabung?kode=bukan-kode', as: null, answers: 422 },
  { name: 'attendance', path: `${rakerda}/kehadiran`, as: 'fasilitator' },
  { name: 'attendance, read only', path: `${rakerda}/kehadiran`, as: 'operator.6301' },
];

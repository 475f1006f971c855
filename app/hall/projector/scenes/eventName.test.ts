import { expect, it } from 'vitest';
import { nameAlone, nameBeside } from './eventName';

const DEMO = 'Rakerda SPBE Kalimantan Selatan (contoh)';
const LONG =
  'Rapat Kerja Daerah Komunikasi dan Informatika, Statistik, dan Persandian Provinsi Kalimantan Selatan Tahun 2026';
const both = { isDemo: true, hasPages: true };

it('stands whole where there is room, in one line or in two', () => {
  expect(nameBeside(DEMO, 'Peringkat indeks', { isDemo: true, hasPages: false })).toBe(DEMO);
  expect(nameBeside(DEMO, 'Konektivitas menurut kecamatan', both)).toBe(DEMO);
});

it('has one line where the picture needs all others', () => {
  const signs = { isDemo: true, hasPages: false, isDense: true };
  expect(nameBeside(DEMO, 'Kekuatan dan kelemahan menurut aspek', signs)).toBe(
    'Rakerda SPBE Kalimantan Selatan …',
  );
});

it('is cut between words where it is longer, and left out where nothing of it could be read', () => {
  const rest = 'Rapat Kerja Daerah Komunikasi dan Informatika, Statistik, dan Persandian Provinsi …';
  expect(nameBeside(LONG, 'Meja Rakerda', both)).toBe(rest);
  expect(nameBeside(LONG, 'Konektivitas menurut kecamatan', both)).toBeNull();
  expect(nameBeside(LONG, 'Indikator 13: Keterpaduan Rencana dan Anggaran SPBE', both)).toBeNull();
  expect(nameAlone(LONG)).toBe(
    'Rapat Kerja Daerah Komunikasi dan Informatika, Statistik, dan Persandian Provinsi Kalimantan …',
  );
});

/** The names of predicates above a board. */
import { expect, it } from 'vitest';
import { bandTiers } from './bandTiers';

function bands(names: readonly string[]) {
  const width = 100 / names.length;
  return names.map((name, place) => ({ name, start: place * width, width }));
}

it('short names stand in one line', () => {
  expect(bandTiers(bands(['Rendah', 'Sedang', 'Tinggi']))).toEqual([0, 0, 0]);
});

it('names that would touch stand in two lines, neighbours never in the same', () => {
  const spbe = [
    { name: 'Kurang', start: 0, width: 20 },
    { name: 'Cukup', start: 20, width: 20 },
    { name: 'Baik', start: 40, width: 22.5 },
    { name: 'Sangat Baik', start: 62.5, width: 17.5 },
    { name: 'Memuaskan', start: 80, width: 20 },
  ];
  expect(bandTiers(spbe)).toEqual([0, 1, 0, 1, 0]);
});

it('names that are too long for that have no place there', () => {
  expect(
    bandTiers(bands(['Tidak Layak', 'Pemenuhan Kerangka Kerja Dasar', 'Cukup Baik', 'Baik Sekali Sekali'])),
  ).toBeNull();
});

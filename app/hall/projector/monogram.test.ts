import { expect, it } from 'vitest';
import { commonProvince, monogramOf } from './monogram';

it.each([
  ['Provinsi Kalimantan Selatan', 'KS'],
  ['Provinsi DKI Jakarta', 'DKI'],
  ['Provinsi Daerah Istimewa Yogyakarta', 'DIY'],
  ['Kabupaten Hulu Sungai Tengah', 'HST'],
  ['Kota Banjarbaru', 'B'],
  ['Rakerda SPBE 2025', 'RS'],
  ['rapat 2025', ''],
])('shortens %s', (name, letters) => {
  expect(monogramOf(name)).toBe(letters);
});

it('names a province only where all are of it', () => {
  expect(commonProvince(['63', '63.01', '63.71'])).toBe('63');
  expect(commonProvince(['63.01', '62.01'])).toBeNull();
  expect(commonProvince(['63.01', 'P.001'])).toBeNull();
  expect(commonProvince(['P.001'])).toBeNull();
  expect(commonProvince([])).toBeNull();
});

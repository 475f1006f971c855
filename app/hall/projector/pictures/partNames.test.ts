/** Names above narrow columns leave out what most of them repeat, and nothing that tells them apart. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partNames } from './partNames';

it('leaves out what most of the names repeat, unless the rest would hang', () => {
  expect(
    partNames([
      'II Tata Kelola Keamanan Informasi',
      'III Pengelolaan Risiko Keamanan Informasi',
      'IV Kerangka Kerja Pengelolaan Keamanan Informasi',
      'V Pengelolaan Aset Informasi',
      'VI Teknologi dan Keamanan Informasi',
      'VII Pelindungan Data Pribadi',
    ]),
  ).toEqual([
    'II Tata Kelola',
    'III Pengelolaan Risiko',
    'IV Kerangka Kerja Pengelolaan',
    'V Pengelolaan Aset Informasi',
    'VI Teknologi dan Keamanan Informasi',
    'VII Pelindungan Data Pribadi',
  ]);
  expect(
    partNames([
      'II Information Security Governance',
      'III Information Security Risk Management',
      'IV Assets',
    ]),
  ).toEqual(['II Governance', 'III Risk Management', 'IV Assets']);
});

it('leaves out a long phrase of two names', () => {
  expect(
    partNames([
      'Data',
      'Keamanan Pemdi',
      'Keterpaduan Layanan Digital Pemerintah',
      'Kepuasan Pengguna Layanan Digital Pemerintah',
    ]),
  ).toEqual(['Data', 'Keamanan Pemdi', 'Keterpaduan', 'Kepuasan Pengguna']);
});

it('leaves names alone that share no phrase, or would be nothing without it', () => {
  for (const names of [['Data', 'Penyelenggara'], ['I Layanan Publik', 'II Layanan Publik'], []])
    expect(partNames(names)).toEqual(names);
});

it('keeps names apart, and only ever leaves words out', () => {
  const name = fc
    .array(fc.constantFrom('Tata', 'Kelola', 'dan', 'Keamanan', 'Informasi', 'II', 'VI'), {
      minLength: 1,
      maxLength: 6,
    })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 8 }), (names) => {
      const short = partNames(names);
      expect(new Set(short).size).toBe(names.length);
      short.forEach((one, at) => {
        let rest = (names[at] ?? '').split(' ');
        for (const word of one.split(' ')) {
          expect(rest).toContain(word);
          rest = rest.slice(rest.indexOf(word) + 1);
        }
      });
    }),
  );
});

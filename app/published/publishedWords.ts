/** Published results: the words in both languages. */
const id = {
  title: 'Perjalanan indeks',
  lead: 'Nilai terbit adalah hasil evaluasi Kemenpan-RB. Penilaian sendiri dibuat di Rakerda dan tidak pernah dicampur dengannya.',
  rose: (p: { year: string; index: string; change: string; since: string }) =>
    `Nilai terbit ${p.year}: ${p.index}, naik ${p.change} sejak ${p.since}`,
  fell: (p: { year: string; index: string; change: string; since: string }) =>
    `Nilai terbit ${p.year}: ${p.index}, turun ${p.change} sejak ${p.since}`,
  same: (p: { year: string; index: string; since: string }) =>
    `Nilai terbit ${p.year}: ${p.index}, sama dengan ${p.since}`,
  only: (p: { year: string; index: string }) => `Nilai terbit ${p.year}: ${p.index}`,
  caption: 'Indeks dari tahun ke tahun',
  year: 'Tahun',
  origin: 'Asal',
  published: 'terbit',
  own: 'penilaian sendiri',
  ownDemo: 'penilaian sendiri (data contoh)',
  unfinished: (p: { said: string; part: string }) => `${p.said}, ${p.part} terisi`,
  index: 'Indeks',
  predicate: 'Predikat',
  national: 'Nasional',
  place: 'Letak pada skala',
  none: '–',
  otherRules: (p: { regulation: string }) =>
    `menurut ${p.regulation}: aturan lain, tidak digambar pada skala ini`,
  edge: 'Predikat ditetapkan dari indeks sebelum dibulatkan, sehingga berbeda dari yang tampak.',
  derived: 'domain 1 tidak terbaca dalam laporan dan dihitung dari yang lain',
  sources: 'Sumber',
  toNational: 'Indeks nasional dari tahun ke tahun',
  legend: 'Kotak: nilai terbit. Lingkaran: penilaian sendiri. Garis: nilai nasional.',
};

const en: typeof id = {
  title: 'The way of the index',
  lead: 'Published figures are results of Kemenpan-RB’s evaluation. Self-assessments are made at the Rakerda and never mixed with them.',
  rose: (p) => `Published for ${p.year}: ${p.index}, up ${p.change} since ${p.since}`,
  fell: (p) => `Published for ${p.year}: ${p.index}, down ${p.change} since ${p.since}`,
  same: (p) => `Published for ${p.year}: ${p.index}, the same as in ${p.since}`,
  only: (p) => `Published for ${p.year}: ${p.index}`,
  caption: 'The index year by year',
  year: 'Year',
  origin: 'Origin',
  published: 'published',
  own: 'self-assessment',
  ownDemo: 'self-assessment (demo data)',
  unfinished: (p) => `${p.said}, ${p.part} filled in`,
  index: 'Index',
  predicate: 'Predicate',
  national: 'National',
  place: 'Place on the scale',
  none: '–',
  otherRules: (p) => `by ${p.regulation}: other rules, not drawn on this scale`,
  edge: 'The predicate was given from the index before rounding, so it differs from what the figure shows.',
  derived: 'domain 1 could not be read in the report and was worked out from the others',
  sources: 'Sources',
  toNational: 'The national index from year to year',
  legend: 'Square: published. Disc: self-assessment. Line: the country.',
};

export const publishedWords = { id, en };

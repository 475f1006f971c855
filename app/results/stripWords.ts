/** An agency among its peers: the words in both languages. */
const id = {
  title: 'Aspek di antara instansi lain',
  holdsBack: (p: { aspect: string; agency: string }) => `${p.aspect} paling menahan indeks ${p.agency}`,
  noneBelow: (p: { agency: string }) => `Tidak ada aspek ${p.agency} di bawah median`,
  lead: (p: { others: string }) =>
    `Tiap aspek di antara ${p.others} instansi lain yang lengkap dan sudah diajukan; yang paling banyak mengurangi indeks dibanding median (selisih × bobot) di atas.`,
  leadAlone:
    'Belum ada instansi lain yang lengkap, sudah diajukan, dan boleh Anda lihat; posisi dan median muncul setelah ada.',
  open: 'Aspek yang belum lengkap tidak dibandingkan; posisi muncul setelah semua indikator dijawab.',
  list: 'Aspek, dari yang paling banyak mengurangi indeks',
  weight: (p: { weight: string }) => `bobot ${p.weight}`,
  value: 'Indeks aspek',
  place: 'Posisi',
  placeOf: (p: { rank: string; ranked: string }) => `${p.rank} dari ${p.ranked}`,
  gap: 'Ke median',
  effect: 'Pada indeks',
  range: (p: { low: string; high: string }) => `${p.low} … ${p.high}`,
  unfinished: 'belum lengkap',
  before: (p: { year: string }) => `Tahun ${p.year}`,
  median: 'Median',
  key: 'Arti tanda',
  keyOwn: (p: { agency: string }) => p.agency,
  keyPeers: 'instansi lain',
  keyBefore: (p: { year: string }) => `tahun ${p.year} → sekarang`,
  keyMedian: (p: { ranked: string }) => `median ${p.ranked} instansi lengkap`,
  keyOpen: 'belum lengkap … masih dapat dicapai',
  keyTarget: (p: { target: string }) => `target indeks ${p.target}`,
  asTable: 'Domain dan aspek sebagai tabel',
  asRadar: 'Lihat sebagai radar',
};

const en: typeof id = {
  title: 'Aspects among other agencies',
  holdsBack: (p) => `${p.aspect} holds back the index of ${p.agency} most`,
  noneBelow: (p) => `No aspect of ${p.agency} is below the median`,
  lead: (p) =>
    `Every aspect among the other agencies that are complete and submitted (${p.others}); what takes most from the index against the median (difference × weight) comes first.`,
  leadAlone:
    'No other agency whose figures you may see is complete and submitted yet; position and median appear once one is.',
  open: 'Aspects with answers missing are not compared; the position appears once every indicator is answered.',
  list: 'Aspects, the one that takes most from the index first',
  weight: (p) => `weight ${p.weight}`,
  value: 'Index of the aspect',
  place: 'Position',
  placeOf: (p) => `${p.rank} of ${p.ranked}`,
  gap: 'To the median',
  effect: 'On the index',
  range: (p) => `${p.low} … ${p.high}`,
  unfinished: 'not complete',
  before: (p) => `In ${p.year}`,
  median: 'Median',
  key: 'What the marks mean',
  keyOwn: (p) => p.agency,
  keyPeers: 'other agencies',
  keyBefore: (p) => `${p.year} → now`,
  keyMedian: (p) => `median of the complete agencies (${p.ranked})`,
  keyOpen: 'not complete … can still reach',
  keyTarget: (p) => `target index ${p.target}`,
  asTable: 'Domains and aspects as a table',
  asRadar: 'See it as a radar',
};

export const stripWords = { id, en };

interface Bridge {
  readonly sum: string;
  readonly unit: string;
  readonly ofComplete: string;
  readonly agencies: string;
  readonly rest: string;
}

/** Words of the scene of a topic's parts, in both languages. */
import { counted } from '~/i18n/counted';

const id = {
  nothing: 'Belum ada topik dengan rincian pada Rakerda ini.',
  byDistrict: (p: { topic: string }) => `${p.topic} menurut kecamatan`,
  byNode: (p: { topic: string }) => `${p.topic}: rincian`,
  weakestFirst: 'urut: terlemah dulu',
  bestFirst: (p: { measure: string }) => `urut: ${p.measure}, terbaik dulu`,
  /** Behind what the rows are ordered by. */
  mostOf: (p: { measure: string; highest: string }) => `${p.measure} (tertinggi ${p.highest})`,
  weak: 'buruk',
  strong: 'baik',
  shades: 'Arti warna',
  shadesLower: 'Arti warna di kolom ↓',
  noneFinished: 'Belum ada kecamatan yang datanya lengkap.',
  begun: (p: { agencies: string; districts: string }) =>
    `${p.agencies} instansi sudah mulai; ${p.districts} kecamatannya belum lengkap.`,
  notBegun: 'Belum ada instansi yang mulai.',
  allClean: (p: { districts: string; unit: string }) =>
    `0 ${p.unit} di ${p.districts} kecamatan yang lengkap.`,
  ofFull: '% dari poin penuh',
  higherBetter: 'makin banyak makin baik',
  lowerBetter: 'makin sedikit makin baik',
  held: 'tertahan: tahap dasar kurang, poin tahap lanjut tidak dihitung',
  uncounted: 'tidak ada yang dapat dihitung',
  here: (p: { count: string }) => `halaman ini ${p.count} kecamatan`,
  onOthers: (p: { count: string }) => `${p.count} di halaman lain`,
  others: (p: { count: string }) => `${p.count} lainnya`,
  unseen: (p: { count: string }) => `${p.count} tanpa halaman`,
  clean: (p: { count: string; unit: string }) => `${p.count} sisanya: 0 ${p.unit}`,
  unfinished: (p: { count: string }) => `${p.count} belum lengkap`,
  unbegun: (p: { count: string }) => `${p.count} instansi belum punya bagian lengkap`,
  bridge: (p: Bridge) =>
    `${p.sum} ${p.unit} = ${p.ofComplete} di ${p.agencies} instansi lengkap + ${p.rest} di yang belum lengkap`,
  bridgeRegencies: (p: Bridge) =>
    `${p.sum} ${p.unit} = ${p.ofComplete} di ${p.agencies} kab./kota lengkap + ${p.rest} di yang belum lengkap`,
};

const en: typeof id = {
  nothing: 'This Rakerda has no topic with parts yet.',
  byDistrict: (p) => `${p.topic} by district`,
  byNode: (p) => `${p.topic}: its parts`,
  weakestFirst: 'sorted: weakest first',
  bestFirst: (p) => `sorted: ${p.measure}, best first`,
  mostOf: (p) => `${p.measure} (highest ${p.highest})`,
  weak: 'poor',
  strong: 'good',
  shades: 'What the colours say',
  shadesLower: 'What the colours say in columns with ↓',
  noneFinished: 'No district has complete data yet.',
  begun: (p) =>
    `${counted(p.agencies, 'agency has', 'agencies have')} begun; ${counted(p.districts, 'district', 'districts')} of theirs not complete.`,
  notBegun: 'No agency has begun yet.',
  allClean: (p) => `0 ${p.unit} in ${counted(p.districts, 'complete district', 'complete districts')}.`,
  ofFull: '% of full points',
  higherBetter: 'more is better',
  lowerBetter: 'fewer is better',
  held: 'held back: basic stages fall short, points of later ones do not count',
  uncounted: 'nothing to be counted',
  here: (p) => `this page ${counted(p.count, 'district', 'districts')}`,
  onOthers: (p) => `${p.count} on other pages`,
  others: (p) => counted(p.count, 'other', 'others'),
  unseen: (p) => `${p.count} on no page`,
  clean: (p) => `${p.count} more: 0 ${p.unit}`,
  unfinished: (p) => `${p.count} not complete`,
  unbegun: (p) => `${counted(p.count, 'agency has', 'agencies have')} no complete part yet`,
  bridge: (p) =>
    `${p.sum} ${p.unit} = ${p.ofComplete} in ${p.agencies} complete agencies + ${p.rest} in those not complete`,
  bridgeRegencies: (p) =>
    `${p.sum} ${p.unit} = ${p.ofComplete} in ${p.agencies} complete regencies + ${p.rest} in those not complete`,
};

export const topicPartsWords = { id, en };

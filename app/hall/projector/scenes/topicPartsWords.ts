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
  weak: 'buruk',
  strong: 'baik',
  ofFull: '% dari poin penuh',
  lowerBetter: 'makin sedikit makin baik',
  held: 'syarat belum terpenuhi: poin tahap berikutnya tidak dihitung',
  uncounted: 'tidak ada yang dapat dihitung',
  here: (p: { count: string }) => `halaman ini ${p.count} kecamatan`,
  onOthers: (p: { count: string }) => `${p.count} di halaman lain`,
  others: (p: { count: string }) => `${p.count} lainnya`,
  unseen: (p: { count: string }) => `${p.count} tanpa halaman`,
  clean: (p: { count: string; unit: string }) => `${p.count} sisanya: 0 ${p.unit}`,
  unfinished: (p: { count: string }) => `${p.count} belum lengkap`,
  unbegun: (p: { count: string }) => `${p.count} instansi belum mulai`,
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
  weak: 'poor',
  strong: 'good',
  ofFull: '% of full points',
  lowerBetter: 'fewer is better',
  held: 'a condition is not met: points of later stages do not count',
  uncounted: 'nothing to be counted',
  here: (p) => `this page ${counted(p.count, 'district', 'districts')}`,
  onOthers: (p) => `${p.count} on other pages`,
  others: (p) => counted(p.count, 'other', 'others'),
  unseen: (p) => `${p.count} on no page`,
  clean: (p) => `${p.count} more: 0 ${p.unit}`,
  unfinished: (p) => `${p.count} not complete`,
  unbegun: (p) => `${counted(p.count, 'agency has', 'agencies have')} not begun`,
  bridge: (p) =>
    `${p.sum} ${p.unit} = ${p.ofComplete} in ${p.agencies} complete agencies + ${p.rest} in those not complete`,
  bridgeRegencies: (p) =>
    `${p.sum} ${p.unit} = ${p.ofComplete} in ${p.agencies} complete regencies + ${p.rest} in those not complete`,
};

export const topicPartsWords = { id, en };

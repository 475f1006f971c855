/** Words of the scene of a topic's parts, in both languages. */
const id = {
  nothing: 'Belum ada topik dengan rincian pada Rakerda ini.',
  byDistrict: (p: { topic: string }) => `${p.topic} menurut kecamatan`,
  byNode: (p: { topic: string }) => `${p.topic}: rincian`,
  weakestFirst: 'urut: terlemah dulu',
  bestFirst: 'urut: terbaik dulu',
  weak: 'lemah',
  strong: 'kuat',
  held: 'syarat belum terpenuhi',
  open: 'belum lengkap',
  moreDistricts: (p: { count: string }) => `${p.count} kecamatan lain tidak ditampilkan`,
  moreAgencies: (p: { count: string }) => `${p.count} instansi belum mulai`,
};

const en: typeof id = {
  nothing: 'This Rakerda has no topic with parts yet.',
  byDistrict: (p) => `${p.topic} by district`,
  byNode: (p) => `${p.topic}: its parts`,
  weakestFirst: 'sorted: weakest first',
  bestFirst: 'sorted: best first',
  weak: 'weak',
  strong: 'strong',
  held: 'a condition is not met',
  open: 'not complete',
  moreDistricts: (p) => `${p.count} other districts are not shown`,
  moreAgencies: (p) => `${p.count} agencies have not begun`,
};

export const topicPartsWords = { id, en };

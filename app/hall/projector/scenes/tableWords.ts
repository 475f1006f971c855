/** Words of the scene of the table, in both languages. */
const id = {
  title: 'Meja Rakerda',
  lowerBetter: 'makin sedikit makin baik',
  proposal: 'usulan alat ini',
  since: (p: { years: string }) => `± sejak ${p.years}`,
  order: (p: { topic: string }) => `urut: ${p.topic}, terbaik dulu`,
  whole: 'seluruh wilayah',
  none: 'belum ada angka',
  better: 'membaik',
  worse: 'menurun',
  remarked: 'ada keterangan, di layar topiknya',
  weak: 'perlu perhatian',
};

const en: typeof id = {
  title: 'Table of the Rakerda',
  lowerBetter: 'fewer is better',
  proposal: 'proposed by this tool',
  since: (p) => `± since ${p.years}`,
  order: (p) => `sorted: ${p.topic}, best first`,
  whole: 'whole territory',
  none: 'no figure yet',
  better: 'better',
  worse: 'worse',
  remarked: 'has a remark, on the screen of its topic',
  weak: 'needs attention',
};

export const tableWords = { id, en };

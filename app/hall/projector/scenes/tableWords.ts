/** Words of the scene of the table, in both languages. */
const id = {
  title: 'Meja Rakerda',
  lowerBetter: 'makin sedikit makin baik',
  proposal: 'dari alat ini, bukan ketentuan resmi',
  since: (p: { years: string }) => `± sejak ${p.years}`,
  order: (p: { topic: string }) => `urut: ${p.topic}, terbaik dulu`,
  none: 'belum ada angka',
  better: 'membaik',
  worse: 'menurun',
  remarked: 'keterangan di layar topiknya',
  /** Lowest band, nothing, or last by itself. */
  weak: 'perlu perhatian',
};

const en: typeof id = {
  title: 'Table of the Rakerda',
  lowerBetter: 'fewer is better',
  proposal: 'of this tool, not an official rule',
  since: (p) => `± since ${p.years}`,
  order: (p) => `sorted: ${p.topic}, best first`,
  none: 'no figure yet',
  better: 'better',
  worse: 'worse',
  remarked: 'remark on the screen of its topic',
  weak: 'needs attention',
};

export const tableWords = { id, en };

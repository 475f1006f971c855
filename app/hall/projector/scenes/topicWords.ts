/** Words of the scene of one topic, in both languages. */
const id = {
  nothing: 'Belum ada topik pada Rakerda ini.',
  lowerBetter: '↓ makin sedikit makin baik',
  proposal: '° rumus dari alat ini, bukan ketentuan resmi',
  since: (p: { year: string }) => `± sejak ${p.year}`,
  rank: (p: { rank: string }) => `Peringkat ${p.rank}`,
  finished: (p: { count: string; agencies: string }) => `${p.count} dari ${p.agencies} lengkap di topik ini`,
  noted: (p: { count: string }) => `${p.count} di antaranya dengan keterangan`,
  reached: (p: { reached: string; known: string }) => `✓ ${p.reached} dari ${p.known} tercapai`,
  none: 'belum ada angka',
};

const en: typeof id = {
  nothing: 'This Rakerda has no topics yet.',
  lowerBetter: '↓ fewer is better',
  proposal: '° formula of this tool, not an official rule',
  since: (p) => `± since ${p.year}`,
  rank: (p) => `Rank ${p.rank}`,
  finished: (p) => `${p.count} of ${p.agencies} complete in this topic`,
  noted: (p) => `${p.count} of these with a remark`,
  reached: (p) => `✓ ${p.reached} of ${p.known} reached`,
  none: 'no figure yet',
};

export const topicWords = { id, en };

/** Words of the ranking, in both languages. */
import { counted } from '~/i18n/counted';

const id = {
  title: 'Peringkat indeks',
  overview: 'Instansi menurut predikat',
  unbegun: (p: { count: string }) => `${p.count} instansi belum mulai`,
  rank: (p: { rank: string }) => `Peringkat ${p.rank}`,
  unranked: 'tanpa peringkat',
  reach: (p: { index: string; ceiling: string }) =>
    `sekarang ${p.index}, masih dapat mencapai ${p.ceiling}; terjawab `,
};

const en: typeof id = {
  title: 'Index ranking',
  overview: 'Agencies by predicate',
  unbegun: (p) => `${counted(p.count, 'agency has', 'agencies have')} not begun`,
  rank: (p) => `Rank ${p.rank}`,
  unranked: 'no rank',
  reach: (p) => `now ${p.index}, can still reach ${p.ceiling}; answered `,
};

export const rankingWords = { id, en };

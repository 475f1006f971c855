/** Words of the heat map, in both languages. */
const id = {
  title: 'Kekuatan dan kelemahan menurut aspek',
  overview: 'Berapa instansi di tiap level, per aspek',
  sorted: 'kiri: median terlemah',
  open: 'belum lengkap',
  without: (p: { count: string }) => `${p.count} belum punya aspek lengkap`,
};

const en: typeof id = {
  title: 'Strengths and weaknesses by aspect',
  overview: 'How many agencies at each level, by aspect',
  sorted: 'left: weakest median',
  open: 'not complete',
  without: (p) => `${p.count} with no complete aspect yet`,
};

export const heatMapWords = { id, en };

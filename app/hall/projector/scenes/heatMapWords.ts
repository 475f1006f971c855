/** Words of the heat map, in both languages. */
const id = {
  title: 'Kekuatan dan kelemahan menurut aspek',
  overview: 'Berapa instansi di tiap level, per aspek',
  sorted: 'kiri: median terlemah',
  /** Nobody should look for the mean of a row. */
  weighted: 'Indeks: rata-rata aspek menurut bobotnya',
  open: 'belum lengkap',
  without: (p: { count: string }) => `${p.count} belum punya aspek lengkap`,
};

const en: typeof id = {
  title: 'Strengths and weaknesses by aspect',
  overview: 'How many agencies at each level, by aspect',
  sorted: 'left: weakest median',
  weighted: 'Index: mean of the aspects by their weights',
  open: 'not complete',
  without: (p) => `${p.count} with no complete aspect yet`,
};

export const heatMapWords = { id, en };

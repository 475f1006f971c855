/** Words of the heat map, in both languages. */
const id = {
  title: 'Kekuatan dan kelemahan menurut aspek',
  overview: 'Rata-rata tiap aspek menurut level',
  levels: 'Warna level',
  sorted: 'aspek urut dari median terlemah',
  open: 'aspek belum lengkap',
  median: (p: { complete: string }) => `Median ${p.complete} lengkap`,
};

const en: typeof id = {
  title: 'Strengths and weaknesses by aspect',
  overview: 'Mean of each aspect by level',
  levels: 'Colours of levels',
  sorted: 'aspects from the weakest median on',
  open: 'aspect not complete',
  median: (p) => `Median of ${p.complete} complete`,
};

export const heatMapWords = { id, en };

/** Words of the scene of one indicator, in both languages. */
const id = {
  title: (p: { no: string; name: string }) => `Indikator ${p.no}: ${p.name}`,
  answered: (p: { answers: string; agencies: string }) => `${p.answers} dari ${p.agencies} menjawab`,
  mean: 'rata-rata level',
  claimed: 'Level menurut isian instansi',
  criteriaNext: 'Kriteria tiap level: halaman berikutnya',
  aspect: (p: { aspect: string }) => `Aspek ${p.aspect}`,
  level: 'Level',
  unanswered: 'Belum dijawab',
  nobody: 'tidak ada instansi',
};

const en: typeof id = {
  title: (p) => `Indicator ${p.no}: ${p.name}`,
  answered: (p) => `${p.answers} of ${p.agencies} answered`,
  mean: 'mean level',
  claimed: 'Levels as the agencies claim them',
  criteriaNext: 'Criteria of each level: next page',
  aspect: (p) => `Aspect: ${p.aspect}`,
  level: 'Level',
  unanswered: 'Unanswered',
  nobody: 'no agency',
};

export const indicatorWords = { id, en };

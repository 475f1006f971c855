/** The PDF of one agency's result: the words in both languages. */
const id = {
  title: 'Hasil penilaian mandiri',
  documentTitle: (p: { instrument: string; agency: string; year: string }) =>
    `Hasil ${p.instrument}: ${p.agency}, ${p.year}`,
  provisional: 'SEMENTARA',
  provisionalText: (p: { state: string }) =>
    `Penilaian ini belum disetujui (status: ${p.state}). Angkanya masih dapat berubah.`,
  approved: 'Disetujui',
  approvedOn: (p: { moment: string }) => `Disetujui ${p.moment}`,
  watermark: 'DATA CONTOH',
  completeness: 'Kelengkapan',
  reach: (p: { from: string; to: string }) => `masih dapat menjadi ${p.from} sampai ${p.to}`,
  noTarget: 'tidak ditetapkan',
  targetGap: (p: { gap: string }) => `kurang ${p.gap} dari target`,
  targetReached: 'target tercapai',
  radarTitle: 'Indeks per aspek',
  domainTitle: 'Indeks per domain',
  aspectTitle: 'Domain dan aspek',
  indicatorTitle: 'Seluruh indikator',
  discussMark: 'perlu dibahas',
  methodTitle: 'Cara menghitung',
  formulaText:
    'Indeks = jumlah (bobot indikator × level dihitung) ÷ jumlah bobot. Indeks domain dan aspek memakai rumus yang sama atas indikatornya sendiri.',
  numberColumn: 'No.',
  printedAt: (p: { moment: string }) => `Dicetak ${p.moment}`,
  page: (p: { page: string; pages: string }) => `Halaman ${p.page} dari ${p.pages}`,
  scaleTitle: 'Indeks pada skala predikat',
  scaleCeiling: 'masih dapat mencapai',
};

const en: typeof id = {
  title: 'Self-assessment result',
  documentTitle: (p) => `${p.instrument} result: ${p.agency}, ${p.year}`,
  provisional: 'PROVISIONAL',
  provisionalText: (p) =>
    `This assessment is not approved (status: ${p.state}). Its figures can still change.`,
  approved: 'Approved',
  approvedOn: (p) => `Approved ${p.moment}`,
  watermark: 'DEMO DATA',
  completeness: 'Completeness',
  reach: (p) => `can still become ${p.from} to ${p.to}`,
  noTarget: 'not set',
  targetGap: (p) => `${p.gap} below the target`,
  targetReached: 'target reached',
  radarTitle: 'Index by aspect',
  domainTitle: 'Index by domain',
  aspectTitle: 'Domains and aspects',
  indicatorTitle: 'All indicators',
  discussMark: 'to discuss',
  methodTitle: 'How it is computed',
  formulaText:
    'Index = sum of (indicator weight × level counted) ÷ sum of weights. Domains and aspects use the same formula over their own indicators.',
  numberColumn: 'No.',
  printedAt: (p) => `Printed ${p.moment}`,
  page: (p) => `Page ${p.page} of ${p.pages}`,
  scaleTitle: 'The index on the scale of predicates',
  scaleCeiling: 'can still reach',
};

export const resultPdfWords = { id, en };

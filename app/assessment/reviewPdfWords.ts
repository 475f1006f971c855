/** The review sheet as a PDF: the words that its page does not have, in both languages. */
const id = {
  documentTitle: (p: { agency: string; year: string }) => `Lembar telaah SPBE ${p.agency} ${p.year}`,
  watermark: 'DATA CONTOH',
  shown: 'Ditampilkan',
  status: 'Status',
  level: 'Level',
  discuss: 'Bahas di pleno',
  gaps: 'Kekurangan',
  printedAt: (p: { moment: string }) => `Dicetak ${p.moment}`,
  page: (p: { page: string; pages: string }) => `Halaman ${p.page} dari ${p.pages}`,
};

const en: typeof id = {
  documentTitle: (p) => `SPBE review sheet ${p.agency} ${p.year}`,
  watermark: 'DEMO DATA',
  shown: 'Shown',
  status: 'Status',
  level: 'Level',
  discuss: 'Discuss in plenary',
  gaps: 'Missing',
  printedAt: (p) => `Printed ${p.moment}`,
  page: (p) => `Page ${p.page} of ${p.pages}`,
};

export const reviewPdfWords = { id, en };

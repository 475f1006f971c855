/** The review sheet as a PDF: the words that its page does not have, in both languages. */
const id = {
  documentTitle: (p: { agency: string; year: string }) => `Lembar telaah SPBE ${p.agency} ${p.year}`,
  level: 'Level',
  discuss: 'Bahas di pleno',
};

const en: typeof id = {
  documentTitle: (p) => `SPBE review sheet ${p.agency} ${p.year}`,
  level: 'Level',
  discuss: 'Discuss in plenary',
};

export const reviewPdfWords = { id, en };

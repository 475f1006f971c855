/** The questionnaire on paper: the words in both languages. */
const id = {
  title: 'Kuesioner kosong',
  lead: 'Untuk diisi dengan tangan pada kertas A4. Cetak dengan menu cetak peramban (Ctrl+P).',
  back: 'Daftar indikator',
  notes: 'Yang diminta pedoman kemudian',
  tick: 'Beri tanda pada level tertinggi yang kriterianya terpenuhi dan dapat dibuktikan.',
};

const en: typeof id = {
  title: 'Empty questionnaire',
  lead: 'To be filled in by hand on A4 paper. Print it with the browser’s print menu (Ctrl+P).',
  back: 'List of indicators',
  notes: 'What the later guide asks for',
  tick: 'Mark the highest level whose criteria are met and can be proved.',
};

export const blankQuestionnaireWords = { id, en };

/** Names of the pages of one assessment: the words in both languages. */
const id = {
  label: 'Halaman penilaian',
  fill: 'Isi',
  result: 'Hasil',
  plan: 'Rencana',
  status: 'Status',
  history: 'Riwayat',
};

const en: typeof id = {
  label: 'Pages of this assessment',
  fill: 'Answers',
  result: 'Result',
  plan: 'Plan',
  status: 'Status',
  history: 'History',
};

export const assessmentTabWords = { id, en };

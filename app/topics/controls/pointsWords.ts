/** Questions with points: the words of their control in both languages. */
import { counted } from '~/i18n/counted';

const id = {
  figures: 'Skor, kategori, dan suplemen',
  score: 'Skor',
  of: (p: { sum: string; most: string }) => `${p.sum} dari ${p.most}`,
  outOf: (p: { most: string }) => `dari ${p.most}`,
  upTo: (p: { sum: string }) => `masih bisa sampai ${p.sum}`,
  notYet: 'Belum ada jawaban',
  noStatus: 'Status menunggu kategori',
  answered: (p: { filled: string; total: string }) => `${p.filled} dari ${p.total} butir terjawab`,
  official: 'Bukan hasil resmi: penilaian mandiri sebelum diverifikasi BSSN.',
  areas: 'Area',
  gateOpen: (p: { stage: string }) => `Tahap ${p.stage} dihitung`,
  gateClosed: (p: { stage: string; reason: string }) => `Tahap ${p.stage} belum dihitung: ${p.reason}`,
  gateNone: (p: { stage: string }) => `Tanpa tahap ${p.stage}`,
  maturity: (p: { code: string }) => `Tingkat ${p.code}`,
  maturityUnsure: 'Tingkat kematangan belum terkonfirmasi.',
  pages: 'Halaman pertanyaan',
  bySection: 'Per bagian',
  byStage: 'Per tahap',
  done: (p: { filled: string; total: string }) => `${p.filled}/${p.total}`,
  stage: (p: { stage: string; level: string }) => `Tahap ${p.stage}, tingkat ${p.level}`,
  keys: 'Tombol 1–4 memilih jawaban dan pindah ke butir berikutnya, 5 berarti tidak berlaku, = menyalin jawaban di atasnya.',
  same: 'Seperti di atas',
  sameOf: (p: { code: string }) => `${p.code}: seperti di atas`,
  save: 'Simpan halaman ini',
  next: (p: { page: string }) => `Berikutnya: ${p.page}`,
  unanswered: 'Belum dijawab',
  plan: {
    title: (p: { status: string }) => `Menuju status ${p.status}`,
    lead: (p: { count: string; sum: string }) =>
      `Paling sedikit ${p.count} butir diterapkan menyeluruh; skor menjadi ${p.sum}.`,
    none: 'Tidak ada butir yang cukup untuk sampai ke sana.',
    reached: 'Status tertinggi tercapai.',
    noCategory: 'Jawab dahulu semua pertanyaan kategori: batas status bergantung padanya.',
    questions: 'Butirnya',
    gates: (p: { stage: string }) => `Agar tahap ${p.stage} dihitung`,
    gate: (p: { area: string; count: string; sum: string }) =>
      `${p.area}: paling sedikit ${p.count} butir diterapkan menyeluruh; skor area menjadi ${p.sum}.`,
  },
};

type Words = typeof id;

const en: Words = {
  figures: 'Score, category and supplement',
  score: 'Score',
  of: (p) => `${p.sum} of ${p.most}`,
  outOf: (p) => `of ${p.most}`,
  upTo: (p) => `up to ${p.sum} is still open`,
  notYet: 'Nothing answered yet',
  noStatus: 'The status waits for the category',
  answered: (p) => `${p.filled} of ${p.total} questions answered`,
  official: 'Not an official result: a self-assessment before BSSN verifies it.',
  areas: 'Areas',
  gateOpen: (p) => `Stage ${p.stage} counts`,
  gateClosed: (p) => `Stage ${p.stage} does not count yet: ${p.reason}`,
  gateNone: (p) => `No stage ${p.stage}`,
  maturity: (p) => `Level ${p.code}`,
  maturityUnsure: 'Levels of maturity are unconfirmed.',
  pages: 'Pages of questions',
  bySection: 'By section',
  byStage: 'By stage',
  done: (p) => `${p.filled}/${p.total}`,
  stage: (p) => `Stage ${p.stage}, level ${p.level}`,
  keys: 'Keys 1–4 choose an answer and go on to the next question, 5 means it does not apply, = copies the answer above.',
  same: 'As above',
  sameOf: (p) => `${p.code}: as above`,
  save: 'Save this page',
  next: (p) => `Next: ${p.page}`,
  unanswered: 'Not answered',
  plan: {
    title: (p) => `To the status ${p.status}`,
    lead: (p) =>
      `${counted(p.count, 'question', 'questions')} carried out in full at the least; the score becomes ${p.sum}.`,
    none: 'No set of questions is enough to get there.',
    reached: 'The highest status is reached.',
    noCategory: 'Answer all questions of the category first: the status depends on it.',
    questions: 'The questions',
    gates: (p) => `To have stage ${p.stage} count`,
    gate: (p) =>
      `${p.area}: ${counted(p.count, 'question', 'questions')} carried out in full at the least; the area comes to ${p.sum}.`,
  },
};

export const pointsWords = { id, en };

/** Answers that come as a file: the words of the page, of the template, and of what is wrong with a cell. */
import { counted } from '~/i18n/counted';
import type { AnswerCellProblemKind } from './answerCellProblem';

interface At {
  readonly cell: string;
}

const id = {
  title: (p: { agency: string }) => `Impor jawaban – ${p.agency}`,
  back: 'Kembali ke kuesioner',
  table: {
    sheet: 'Jawaban',
    no: 'Nomor',
    version: 'Versi',
    aspect: 'Aspek',
    indicator: 'Indikator',
    level: 'Level',
    justification: 'Penjelasan',
  },
  template:
    'Berisi semua indikator dengan jawaban yang tersimpan sekarang. Isi hanya kolom “Level” dan “Penjelasan”. Bukti dukung tetap diisi di kuesioner.',
  uploadHint:
    'Paling besar 10 MB. Sel kosong mengosongkan jawaban; baris yang dihapus tidak mengubah apa pun.',
  difference: {
    lead: (p: { count: string; same: string }) =>
      `${p.count} indikator berubah, ${p.same} tetap. Belum ada yang tersimpan.`,
    nothing: 'Berkas ini sama dengan jawaban yang tersimpan: tidak ada yang berubah.',
    level: 'Level',
    justification: 'Penjelasan',
    moved: (p: { name: string }) => `${p.name} mengubahnya sejak template dibuat. Pilih yang benar:`,
  },
  refused: {
    noColumns: (p: { columns: string }) =>
      `Kolom ${p.columns} tidak ditemukan semua. Pakai template dari halaman ini, dan jangan ubah nama kolomnya.`,
    otherInstrument: (p: { instrument: string }) => `Berkas ini template instrumen lain (${p.instrument}).`,
    locked: 'Jawaban tidak lagi terbuka untuk diubah.',
    picks: 'Pilih jawaban untuk setiap indikator yang sudah diubah sejak template dibuat.',
  },
  cellProblem: {
    unknownNo: (p: At) => `${p.cell}: nomor indikator ini tidak ada di instrumen ini.`,
    twice: (p: At) => `${p.cell}: nomor ini sudah ada di baris di atasnya.`,
    badVersion: (p: At) => `${p.cell}: kolom “Versi” diubah. Salin baris ini ke template baru.`,
    badLevel: (p: At) => `${p.cell}: bukan level dari instrumen ini.`,
    isDate: (p: At) =>
      `${p.cell}: berisi tanggal. Tulis ulang dan ubah format selnya menjadi angka atau teks.`,
    notText: (p: At) => `${p.cell}: berisi persen, galat rumus, atau nilai benar/salah, bukan teks.`,
    tooLong: (p: At) => `${p.cell}: penjelasan lebih dari 4.000 huruf.`,
    noValue: (p: At) => `${p.cell}: rumus tanpa nilai. Tulis isinya.`,
  } satisfies Record<AnswerCellProblemKind, (p: At) => string>,
};

type Words = typeof id;

const en: Words = {
  title: (p) => `Import of answers – ${p.agency}`,
  back: 'Back to the questionnaire',
  table: {
    sheet: 'Answers',
    no: 'Number',
    version: 'Version',
    aspect: 'Aspect',
    indicator: 'Indicator',
    level: 'Level',
    justification: 'Justification',
  },
  template:
    'It holds every indicator with the answers that are saved now. Fill in the columns “Level” and “Justification” only. Evidence is still added in the questionnaire.',
  uploadHint: 'At most 10 MB. An empty cell empties its answer; a row that was deleted changes nothing.',
  difference: {
    lead: (p) =>
      `${counted(p.count, 'indicator changes', 'indicators change')}, ${counted(p.same, 'stays', 'stay')}. Nothing is saved yet.`,
    nothing: 'This file says what is saved already: nothing changes.',
    level: 'Level',
    justification: 'Justification',
    moved: (p) => `${p.name} has changed it since the template was made. Choose which is right:`,
  },
  refused: {
    noColumns: (p) =>
      `Not all of the columns ${p.columns} were found. Use the template of this page and leave the names of its columns as they are.`,
    otherInstrument: (p) => `This file is a template of another instrument (${p.instrument}).`,
    locked: 'Answers can no longer be changed.',
    picks: 'Choose an answer for every indicator that has been changed since the template was made.',
  },
  cellProblem: {
    unknownNo: (p) => `${p.cell}: this instrument has no indicator of this number.`,
    twice: (p) => `${p.cell}: this number stands in a row above.`,
    badVersion: (p) => `${p.cell}: the column “Version” was changed. Copy this row into a new template.`,
    badLevel: (p) => `${p.cell}: no level of this instrument.`,
    isDate: (p) => `${p.cell}: holds a date. Write it anew, and format the cell as a number or as text.`,
    notText: (p) => `${p.cell}: holds per cent, an error of a formula or true/false, no text.`,
    tooLong: (p) => `${p.cell}: a justification of more than 4,000 letters.`,
    noValue: (p) => `${p.cell}: a formula without a value. Write what it should say.`,
  },
};

export const answerImportWords = { id, en };

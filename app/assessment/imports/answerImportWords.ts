/** Answers that come as a file: the words of the page, of the template, and of what is wrong with a cell. */
import type { AnswerCellProblemKind } from './answerCellProblem';

interface At {
  readonly cell: string;
}

const id = {
  back: 'Kembali ke kuesioner',
  table: {
    sheet: 'Jawaban',
    no: 'Nomor',
    version: 'Versi',
    aspect: 'Aspek',
    indicator: 'Indikator',
    level: 'Tingkat',
    justification: 'Penjelasan',
    stamp: 'Tanda template: jangan diubah',
  },
  template: {
    heading: '1. Unduh template',
    text: 'Berisi semua indikator dengan jawaban yang tersimpan sekarang. Isi hanya kolom “Tingkat” dan “Penjelasan”. Bukti dukung tetap diisi di kuesioner.',
    get: 'Unduh template XLSX',
  },
  upload: {
    heading: '2. Unggah berkas yang sudah diisi',
    file: 'Berkas XLSX atau CSV',
    hint: 'Paling besar 10 MB. Sel kosong mengosongkan jawaban; baris yang dihapus tidak mengubah apa pun.',
    check: 'Periksa berkas',
  },
  difference: {
    heading: 'Perbedaan yang akan disimpan',
    lead: (p: { count: string; same: string }) =>
      `${p.count} indikator berubah, ${p.same} tetap. Belum ada yang tersimpan.`,
    nothing: 'Berkas ini sama dengan jawaban yang tersimpan: tidak ada yang berubah.',
    level: 'Tingkat',
    justification: 'Penjelasan',
    before: 'Sekarang',
    after: 'Menjadi',
    empty: 'kosong',
    formulas: (p: { cells: string }) => `Nilai dari rumus dipakai apa adanya: ${p.cells}.`,
    moved: (p: { name: string }) => `${p.name} mengubahnya sejak template dibuat. Pilih yang benar:`,
    mine: (p: { value: string }) => `Dari berkas: ${p.value}`,
    theirs: (p: { value: string }) => `Tetap yang sekarang: ${p.value}`,
    someone: 'Orang lain',
    take: 'Simpan perubahan ini',
    leave: 'Batal',
  },
  refused: {
    heading: 'Tidak ada yang berubah',
    problems: 'Perbaiki sel ini di berkas Anda, lalu unggah lagi:',
    more: (p: { count: string }) => `dan ${p.count} lainnya`,
    noColumns: (p: { columns: string }) =>
      `Kolom ${p.columns} tidak ditemukan semua. Pakai template dari halaman ini, dan jangan ubah nama kolomnya.`,
    sheets: (p: { sheets: string }) => `Lembar di berkas ini: ${p.sheets}.`,
    noStamp:
      'Baris tanda template tidak ada atau berubah. Unduh template baru dari halaman ini, lalu salin jawabannya ke sana.',
    otherInstrument: (p: { instrument: string }) => `Berkas ini template instrumen lain (${p.instrument}).`,
    otherAgency: (p: { agency: string }) => `Berkas ini template instansi lain (${p.agency}).`,
    otherRakerda: 'Berkas ini template Rakerda lain.',
    locked: 'Jawaban tidak lagi terbuka untuk diubah.',
    picks: 'Pilih jawaban untuk setiap indikator yang sudah diubah sejak template dibuat.',
  },
  cellProblem: {
    unknownNo: (p: At) => `${p.cell}: nomor indikator ini tidak ada di instrumen ini.`,
    twice: (p: At) => `${p.cell}: nomor ini sudah ada di baris di atasnya.`,
    badVersion: (p: At) => `${p.cell}: kolom “Versi” diubah. Salin baris ini ke template baru.`,
    badLevel: (p: At) => `${p.cell}: bukan tingkat dari instrumen ini.`,
    isDate: (p: At) =>
      `${p.cell}: berisi tanggal. Tulis ulang dan ubah format selnya menjadi angka atau teks.`,
    notText: (p: At) => `${p.cell}: berisi persen, galat rumus, atau nilai benar/salah, bukan teks.`,
    tooLong: (p: At) => `${p.cell}: penjelasan lebih dari 4.000 huruf.`,
    noValue: (p: At) => `${p.cell}: rumus tanpa nilai. Tulis isinya.`,
  } satisfies Record<AnswerCellProblemKind, (p: At) => string>,
};

type Words = typeof id;

const en: Words = {
  back: 'Back to the questionnaire',
  table: {
    sheet: 'Answers',
    no: 'Number',
    version: 'Version',
    aspect: 'Aspect',
    indicator: 'Indicator',
    level: 'Level',
    justification: 'Justification',
    stamp: 'Mark of the template: leave as it is',
  },
  template: {
    heading: '1. Download the template',
    text: 'It holds every indicator with the answers that are saved now. Fill in the columns “Level” and “Justification” only. Evidence is still added in the questionnaire.',
    get: 'Download XLSX template',
  },
  upload: {
    heading: '2. Upload the file you filled in',
    file: 'XLSX or CSV file',
    hint: 'At most 10 MB. An empty cell empties its answer; a row that was deleted changes nothing.',
    check: 'Check the file',
  },
  difference: {
    heading: 'Differences that will be saved',
    lead: (p) => `${p.count} indicators change, ${p.same} stay. Nothing is saved yet.`,
    nothing: 'This file says what is saved already: nothing changes.',
    level: 'Level',
    justification: 'Justification',
    before: 'Now',
    after: 'Becomes',
    empty: 'empty',
    formulas: (p) => `Values of formulas are taken as they stand: ${p.cells}.`,
    moved: (p) => `${p.name} has changed it since the template was made. Choose which is right:`,
    mine: (p) => `From the file: ${p.value}`,
    theirs: (p) => `Keep what is there: ${p.value}`,
    someone: 'Somebody else',
    take: 'Save these changes',
    leave: 'Cancel',
  },
  refused: {
    heading: 'Nothing was changed',
    problems: 'Mend these cells in your file, then upload it again:',
    more: (p) => `and ${p.count} more`,
    noColumns: (p) =>
      `Not all of the columns ${p.columns} were found. Use the template of this page and leave the names of its columns as they are.`,
    sheets: (p) => `Sheets of this file: ${p.sheets}.`,
    noStamp:
      'The row with the mark of the template is missing or was changed. Download a new template here and copy your answers into it.',
    otherInstrument: (p) => `This file is a template of another instrument (${p.instrument}).`,
    otherAgency: (p) => `This file is a template of another agency (${p.agency}).`,
    otherRakerda: 'This file is a template of another Rakerda.',
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

/** Figures that come as a file: the words of the page, of the template, and of what is wrong with a cell. */
import { counted } from '~/i18n/counted';
import type { FindingKind } from '~/instrument/topic';
import type { CellProblemKind } from './cellProblem';
import type { ListRole } from './reportList';

interface At {
  readonly cell: string;
}

const id = {
  title: (p: { topic: string; agency: string }) => `Impor ${p.topic} – ${p.agency}`,
  lead: 'Isi angka di luar jaringan, lalu unggah. Tidak ada yang berubah sebelum perbedaannya Anda setujui.',
  back: 'Kembali ke angka topik',
  closed: 'Angka tidak dapat diimpor sekarang.',
  table: {
    sheet: 'Isian',
    code: 'Kode',
    section: 'Bagian',
    label: 'Isian',
    unit: 'Satuan atau pilihan',
    value: 'Nilai',
  },
  template: 'Berisi semua isian dengan angka yang tersimpan sekarang. Isi hanya kolom “Nilai”.',
  uploadHint:
    'Paling besar 10 MB. Nilai kosong mengosongkan isian; baris yang dihapus tidak mengubah apa pun.',
  counts: {
    heading: 'Atau hitung dari ekspor SP4N-LAPOR!',
    text: 'Unggah daftar laporan (CSV atau XLSX, satu baris per laporan). Hanya jumlahnya yang dipakai: nama, isi laporan, dan berkasnya sendiri tidak disimpan di mana pun.',
    year: 'Tahun laporan',
    yearHint: 'Laporan dengan tanggal masuk di tahun ini yang dihitung.',
    yearProblem: 'Tulis tahun dengan empat angka, misalnya 2024.',
    check: 'Hitung laporan',
    columns: 'Kolom',
    columnsText:
      'Pilih kolom berkas ini, lalu pilih berkasnya sekali lagi: berkas yang tadi sudah tidak ada di sini.',
    none: 'Tidak ada di berkas',
    auto: 'Kenali sendiri',
    role: {
      id: 'Nomor laporan',
      date: 'Tanggal masuk',
      status: 'Status',
      type: 'Jenis laporan',
      finished: 'Tanggal selesai',
    } satisfies Record<ListRole, string>,
    counted: (p: { rows: string; taken: string; year: string }) =>
      `${p.taken} dari ${p.rows} baris dihitung sebagai laporan tahun ${p.year}.`,
    used: 'Kolom yang dipakai',
    unused: (p: { columns: string }) => `Tidak ada di berkas: ${p.columns}.`,
    left: (p: { fields: string }) => `Tidak dihitung dari berkas ini, jadi tidak berubah: ${p.fields}.`,
    days: 'Hari kerja dihitung Senin–Jumat dari tanggal masuk sampai tanggal selesai. Hari libur nasional tidak dikurangkan, jadi yang tepat waktu bisa lebih banyak dari hitungan ini.',
    findings: 'Temuan di berkas',
    rows: (p: { rows: string; more: string }) => `baris ${p.rows}${p.more}`,
    more: (p: { count: string }) => ` dan ${p.count} lainnya`,
    words: (p: { words: string }) => `Kata: ${p.words}.`,
    finding: {
      duplicate: 'Nomor laporan berulang, dihitung sekali',
      noId: 'Tanpa nomor laporan, tetap dihitung',
      dateUnreadable: 'Tanggal masuk tidak terbaca, tidak dihitung',
      monthFirst: 'Tanggal ditulis bulan dahulu',
      otherYear: 'Di luar tahun laporan, tidak dihitung',
      noStatus: 'Tanpa status, dihitung sebagai laporan tanpa status',
      statusUnknown: 'Status tidak dikenal, dihitung sebagai laporan tanpa status',
      noType: 'Tanpa jenis',
      typeUnknown: 'Jenis tidak dikenal',
      finishMissing: 'Selesai tanpa tanggal selesai',
      finishUnreadable: 'Tanggal selesai tidak terbaca',
      finishBefore: 'Selesai sebelum masuk',
    } satisfies Record<FindingKind, string>,
    monthFirstText:
      'Angka tidak dapat diambil: tanggal seperti 05/23/2024 menunjukkan bulan ditulis dahulu, jadi 05/06/2024 akan terbaca keliru. Ubah kolom tanggal menjadi 2024-05-23, lalu unggah lagi.',
    noColumns: 'Kolom tanggal masuk atau status tidak dikenal di berkas ini.',
    noRows: 'Tidak ada laporan tahun itu di berkas ini.',
  },
  difference: {
    lead: (p: { count: string; same: string }) =>
      `${p.count} isian berubah, ${p.same} tetap. Belum ada yang tersimpan.`,
    nothing: 'Berkas ini sama dengan angka yang tersimpan: tidak ada yang berubah.',
    field: 'Isian',
    cell: 'Sel',
    movedHeading: 'Isian berikut sudah diubah sejak template dibuat. Pilih yang benar:',
    moved: (p: { name: string; now: string }) => `${p.name} menulis ${p.now}`,
  },
  refused: {
    noColumns: (p: { code: string; value: string }) =>
      `Kolom “${p.code}” dan “${p.value}” tidak ditemukan. Pakai template dari halaman ini, dan jangan ubah nama kolomnya.`,
    otherTopic: (p: { topic: string }) => `Berkas ini template topik lain (${p.topic}).`,
    locked: 'Tahap Rakerda tidak lagi membuka pengisian.',
    submitted: 'Angka sudah diajukan kepada kepala instansi.',
    approved: 'Angka sudah disetujui kepala instansi.',
    contradictory:
      'Angka tidak cocok dengan yang baru disimpan orang lain. Unggah lagi berkasnya untuk melihat perbedaannya.',
    picks: 'Pilih nilai untuk setiap isian yang sudah diubah sejak template dibuat.',
  },
  cellProblem: {
    isDate: (p: At) => `${p.cell}: berisi tanggal. Tulis angkanya dan ubah format selnya menjadi angka.`,
    isPercent: (p: At) => `${p.cell}: berformat persen. Tulis angkanya saja, dengan format angka.`,
    isOther: (p: At) => `${p.cell}: berisi galat rumus atau nilai benar/salah, bukan angka.`,
    noValue: (p: At) =>
      `${p.cell}: rumus tanpa nilai. Buka dan simpan berkas di aplikasi lembar sebar, atau tulis angkanya.`,
    notChoice: (p: At) => `${p.cell}: pilih salah satu kata di kolom “Satuan atau pilihan”.`,
    unknownCode: (p: At) => `${p.cell}: kode ini tidak ada di topik ini.`,
    twice: (p: At) => `${p.cell}: kode ini sudah ada di baris di atasnya.`,
  } satisfies Record<CellProblemKind, (p: At) => string>,
  atCell: (p: At & { problem: string }) => `${p.cell}: ${p.problem}`,
};

type Words = typeof id;

const en: Words = {
  title: (p) => `Import ${p.topic} – ${p.agency}`,
  lead: 'Fill in the figures away from here, then upload them. Nothing changes before you have agreed to the differences.',
  back: 'Back to the figures of the topic',
  closed: 'Figures cannot be imported now.',
  table: {
    sheet: 'Figures',
    code: 'Code',
    section: 'Section',
    label: 'Field',
    unit: 'Unit or choices',
    value: 'Value',
  },
  template: 'It holds every field with the figures that are saved now. Fill in the column “Value” only.',
  uploadHint: 'At most 10 MB. An empty value empties its field; a row that was deleted changes nothing.',
  counts: {
    heading: 'Or count an export of SP4N-LAPOR!',
    text: 'Upload the list of reports (CSV or XLSX, one row per report). Only the counts are used: names, texts of reports and the file itself are kept nowhere.',
    year: 'Year of the reports',
    yearHint: 'Reports that came in this year are counted.',
    yearProblem: 'Write the year with four digits, such as 2024.',
    check: 'Count the reports',
    columns: 'Columns',
    columnsText:
      'Choose the columns of this file, then choose the file once more: the one you sent is not here any more.',
    none: 'Not in the file',
    auto: 'Recognise by name',
    role: {
      id: 'Number of the report',
      date: 'Date received',
      status: 'Status',
      type: 'Type of report',
      finished: 'Date resolved',
    },
    counted: (p) => `${p.taken} of ${counted(p.rows, 'row', 'rows')} counted as reports of ${p.year}.`,
    used: 'Columns used',
    unused: (p) => `Not in the file: ${p.columns}.`,
    left: (p) => `Not counted from this file, and so unchanged: ${p.fields}.`,
    days: 'Working days are Mondays to Fridays from the date received to the date resolved. Public holidays are not taken out, so more reports may be on time than counted here.',
    findings: 'Findings in the file',
    rows: (p) => `rows ${p.rows}${p.more}`,
    more: (p) => ` and ${p.count} more`,
    words: (p) => `Words: ${p.words}.`,
    finding: {
      duplicate: 'Number of a report stands twice, counted once',
      noId: 'Without a number, counted all the same',
      dateUnreadable: 'Date received cannot be read, not counted',
      monthFirst: 'Date written with the month first',
      otherYear: 'Outside of the year, not counted',
      noStatus: 'Without a status, counted as a report without a status',
      statusUnknown: 'Status not known, counted as a report without a status',
      noType: 'Without a type',
      typeUnknown: 'Type not known',
      finishMissing: 'Resolved without a date',
      finishUnreadable: 'Date resolved cannot be read',
      finishBefore: 'Resolved before it came in',
    },
    monthFirstText:
      'The figures cannot be taken: a date such as 05/23/2024 says that months come first, so that 05/06/2024 would be read wrongly. Write the column of dates as 2024-05-23 and upload it again.',
    noColumns: 'The column of dates received or of statuses was not recognised in this file.',
    noRows: 'This file holds no report of that year.',
  },
  difference: {
    lead: (p) =>
      `${counted(p.count, 'field changes', 'fields change')}, ${counted(p.same, 'stays', 'stay')}. Nothing is saved yet.`,
    nothing: 'This file says what is saved already: nothing changes.',
    field: 'Field',
    cell: 'Cell',
    movedHeading:
      'Somebody else has changed the same fields since the template was made. Choose which is right:',
    moved: (p) => `${p.name} wrote ${p.now}`,
  },
  refused: {
    noColumns: (p) =>
      `The columns “${p.code}” and “${p.value}” were not found. Use the template of this page and leave the names of its columns as they are.`,
    otherTopic: (p) => `This file is a template of another topic (${p.topic}).`,
    locked: 'The stage of the Rakerda takes no figures any more.',
    submitted: 'The figures were submitted to the head of the agency.',
    approved: 'The head of the agency has approved the figures.',
    contradictory:
      'The figures do not fit what somebody else has just saved. Upload the file again to see the differences.',
    picks: 'Choose a value for every field that has been changed since the template was made.',
  },
  cellProblem: {
    isDate: (p) => `${p.cell}: holds a date. Write the number, and format the cell as a number.`,
    isPercent: (p) => `${p.cell}: is formatted as per cent. Write the number alone, formatted as a number.`,
    isOther: (p) => `${p.cell}: holds an error of a formula or true/false, no number.`,
    noValue: (p) =>
      `${p.cell}: a formula without a value. Open and save the file in a spreadsheet program, or write the number.`,
    notChoice: (p) => `${p.cell}: choose one of the words in the column “Unit or choices”.`,
    unknownCode: (p) => `${p.cell}: this topic has no such code.`,
    twice: (p) => `${p.cell}: this code stands in a row above.`,
  },
  atCell: (p) => `${p.cell}: ${p.problem}`,
};

export const importWords = { id, en };

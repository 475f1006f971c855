/** Why a table that somebody hands in is not read, in both languages. */
import type { TableRefusal } from './table';
import type { UploadRefusal } from './uploadedFile.server';

const id = {
  upload: {
    noFile: 'Pilih berkas XLSX atau CSV lebih dahulu.',
    tooLarge: 'Berkas lebih besar dari 10 MB.',
    unreadable: 'Berkas tidak sampai dengan utuh. Coba unggah lagi.',
    busy: 'Server sedang sibuk. Coba lagi sebentar lagi.',
  } satisfies Record<UploadRefusal | 'busy', string>,
  file: {
    empty: 'Berkas ini kosong.',
    locked: 'Berkas ini .xls lama atau dikunci kata sandi. Simpan sebagai .xlsx tanpa kata sandi.',
    openDocument: 'Berkas ini .ods. Simpan sebagai .xlsx atau .csv.',
    notTable: 'Berkas ini bukan lembar sebar XLSX atau CSV.',
    macros: 'Berkas ini berisi makro. Simpan sebagai .xlsx biasa tanpa makro.',
    tooLarge: 'Isi berkas ini setelah dibuka terlalu besar.',
    tooManyRows: 'Berkas ini berisi terlalu banyak baris.',
    broken: 'Berkas ini rusak atau terpotong.',
  } satisfies Record<TableRefusal, string>,
};

type Words = typeof id;

const en: Words = {
  upload: {
    noFile: 'Choose an XLSX or CSV file first.',
    tooLarge: 'The file is larger than 10 MB.',
    unreadable: 'The file did not arrive whole. Upload it once more.',
    busy: 'The server is busy. Try again in a moment.',
  },
  file: {
    empty: 'This file is empty.',
    locked: 'This file is an old .xls or asks for a password. Save it as .xlsx without a password.',
    openDocument: 'This file is an .ods. Save it as .xlsx or .csv.',
    notTable: 'This file is no XLSX or CSV spreadsheet.',
    macros: 'This file holds macros. Save it as a plain .xlsx without macros.',
    tooLarge: 'What this file holds is too large once it is opened.',
    tooManyRows: 'This file holds too many rows.',
    broken: 'This file is broken or cut short.',
  },
};

export const tableWords = { id, en };

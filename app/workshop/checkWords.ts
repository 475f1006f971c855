/** Why a definition is not taken, besides what its checks say: the words in both languages. */
const id = {
  refused: {
    empty: 'Berkas ini kosong.',
    locked: 'Berkas ini .xls lama atau dikunci kata sandi. Simpan sebagai .xlsx tanpa kata sandi.',
    openDocument: 'Berkas ini .ods. Simpan sebagai .xlsx.',
    notTable: 'Berkas ini bukan JSON dan bukan XLSX.',
    macros: 'Berkas ini berisi makro. Simpan sebagai .xlsx biasa tanpa makro.',
    tooLarge: 'Isi berkas ini setelah dibuka terlalu besar.',
    tooManyRows: 'Berkas ini berisi terlalu banyak baris.',
    broken: 'Berkas ini rusak atau terpotong.',
    tooLong: 'Berkas lebih besar dari 2 MB.',
    noFile: 'Pilih berkas JSON atau XLSX lebih dahulu.',
    unreadable: 'Berkas tidak sampai dengan utuh. Coba unggah lagi.',
    busy: 'Server sedang sibuk. Coba lagi sebentar lagi.',
    tooManyDrafts: 'Sudah ada 20 draf. Terbitkan atau buang salah satunya lebih dahulu.',
  },
  notJson: (p: { line: string }) => `Berkas ini bukan JSON yang utuh. Periksa baris ${p.line}.`,
  published: (p: { name: string }) =>
    `${p.name} sudah terbit dan tidak pernah berubah. Naikkan versinya di berkas Anda.`,
  notNewer: (p: { version: string; newest: string }) =>
    `Versi ${p.version} tidak di atas versi terbit terbaru, ${p.newest}. Naikkan versinya di berkas Anda.`,
  otherKind: (p: { code: string; kind: string }) =>
    `Kode ${p.code} sudah dipakai instrumen jenis ${p.kind}. Pilih kode lain.`,
  cell: {
    noSheet: (p: { value: string }) => `lembar “${p.value}” tidak ada`,
    noColumns: (p: { value: string }) => `baris judul dengan kolom ini tidak ditemukan: ${p.value}`,
    otherKind: (p: { value: string }) =>
      p.value === ''
        ? 'baris “kind” tidak ada; isinya maturity atau metrics'
        : `“${p.value}” tidak dapat ditulis sebagai XLSX; isinya maturity atau metrics, jenis lain sebagai JSON`,
    unknownKey: (p: { value: string }) => `kunci “${p.value}” tidak dikenal`,
    notPlain: () => 'isinya harus teks atau bilangan biasa, bukan tanggal, persen, atau galat',
    noParent: (p: { value: string }) => `“${p.value}” tidak ada di lembar di atasnya`,
    twoWays: () => 'bertentangan dengan kolom lain di baris ini',
  },
  limit: {
    code: (p: { most: string }) => `kode paling panjang ${p.most} huruf`,
    reserved: 'kode ini sudah menjadi alamat halaman; pilih kode lain',
    questions: (p: { count: string; most: string }) => `ada ${p.count} pertanyaan, paling banyak ${p.most}`,
    letters: (p: { most: string }) => `teks paling panjang ${p.most} huruf`,
  },
};

const en: typeof id = {
  refused: {
    empty: 'This file is empty.',
    locked: 'This file is an old .xls or asks for a password. Save it as .xlsx without a password.',
    openDocument: 'This file is an .ods. Save it as .xlsx.',
    notTable: 'This file is neither JSON nor XLSX.',
    macros: 'This file holds macros. Save it as a plain .xlsx without macros.',
    tooLarge: 'What this file holds is too large once it is opened.',
    tooManyRows: 'This file holds too many rows.',
    broken: 'This file is broken or cut short.',
    tooLong: 'The file is larger than 2 MB.',
    noFile: 'Choose a JSON or XLSX file first.',
    unreadable: 'The file did not arrive whole. Upload it once more.',
    busy: 'The server is busy. Try again in a moment.',
    tooManyDrafts: 'There are 20 drafts already. Publish or discard one of them first.',
  },
  notJson: (p) => `This file is no whole JSON. Look at line ${p.line}.`,
  published: (p) => `${p.name} is published and never changes. Raise the version in your file.`,
  notNewer: (p) =>
    `Version ${p.version} is not above the newest published one, ${p.newest}. Raise the version in your file.`,
  otherKind: (p) => `The code ${p.code} belongs to an instrument of the kind ${p.kind}. Choose another code.`,
  cell: {
    noSheet: (p) => `there is no sheet “${p.value}”`,
    noColumns: (p) => `no heading row with these columns was found: ${p.value}`,
    otherKind: (p) =>
      p.value === ''
        ? 'there is no row “kind”; it holds maturity or metrics'
        : `“${p.value}” cannot be written as XLSX; it is maturity or metrics, other kinds come as JSON`,
    unknownKey: (p) => `the key “${p.value}” is not known`,
    notPlain: () => 'must hold a text or a plain number, no date, percentage or error',
    noParent: (p) => `“${p.value}” is not in the sheet above it`,
    twoWays: () => 'contradicts another column of this row',
  },
  limit: {
    code: (p) => `a code has ${p.most} letters at the most`,
    reserved: 'this code is the address of a page; choose another one',
    questions: (p) => `there are ${p.count} questions, at the most ${p.most}`,
    letters: (p) => `a text has ${p.most} letters at the most`,
  },
};

export const checkWords = { id, en };

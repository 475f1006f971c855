/** A sheet that is read through before the head decides, whatever was filled in, on its page and on paper: the words in both languages. */
const id = {
  filter: 'Tampilkan',
  all: 'Semua',
  filterWith: (p: { name: string; count: string }) => `${p.name} (${p.count})`,
  show: 'Tampilkan',
  openAll: 'Buka semua bagian',
  foldAll: 'Lipat semua bagian',
  pdf: 'Unduh PDF',
  gapsTitle: 'Masih ada yang kurang',
  paper: {
    watermark: 'DATA CONTOH',
    status: 'Status',
    shown: 'Ditampilkan',
    gaps: 'Kekurangan',
    printedAt: (p: { moment: string }) => `Dicetak ${p.moment}`,
    page: (p: { page: string; pages: string }) => `Halaman ${p.page} dari ${p.pages}`,
    head: 'Kepala instansi',
    name: 'Nama',
    nip: 'NIP',
    date: 'Tempat dan tanggal',
  },
};

const en: typeof id = {
  filter: 'Show',
  all: 'All',
  filterWith: (p) => `${p.name} (${p.count})`,
  show: 'Show',
  openAll: 'Open all parts',
  foldAll: 'Fold all parts',
  pdf: 'Download PDF',
  gapsTitle: 'Something is still missing',
  paper: {
    watermark: 'DEMO DATA',
    status: 'Status',
    shown: 'Shown',
    gaps: 'Missing',
    printedAt: (p) => `Printed ${p.moment}`,
    page: (p) => `Page ${p.page} of ${p.pages}`,
    head: 'Head of the agency',
    name: 'Name',
    nip: 'NIP',
    date: 'Place and date',
  },
};

export const reviewFrameWords = { id, en };

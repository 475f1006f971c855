/** The words of the release page, in both languages. */
import { counted } from '~/i18n/counted';

const id = {
  title: 'Rilis data',
  lead: 'Unduh angka Rakerda ini untuk diolah atau diarsipkan di luar aplikasi. Setiap berkas dibaca ulang dan dicocokkan dengan basis data sebelum diserahkan; setiap unduhan tercatat.',
  metaTitle: (p: { rakerda: string }) => `Rilis data – ${p.rakerda}`,
  stateHeading: 'Status saat ini',
  stateCaption: 'Banyaknya instansi menurut status penilaian',
  stateColumn: 'Status',
  countColumn: 'Instansi',
  totalRow: 'Jumlah',
  scopeHeading: 'Instansi yang disertakan',
  scopeHint:
    'Nilai yang belum disetujui masih dapat berubah. Untuk dilaporkan keluar, pilih yang sudah disetujui.',
  scope: { semua: 'Semua instansi', disetujui: 'Hanya yang disetujui' },
  scopeCount: (p: { count: string }) => `${p.count} instansi`,
  scopeChosen: 'dipilih',
  filesHeading: 'Berkas',
  forWhom: 'Untuk siapa',
  holds: 'Isi',
  file: {
    'skor.xlsx': {
      name: 'Buku kerja Excel (XLSX)',
      forWhom: 'Kemenpan-RB, pimpinan, dan siapa pun yang bekerja dengan Excel atau LibreOffice.',
      holds:
        'Lima lembar: Ringkasan per instansi dengan rumus kontrol yang menghitung ulang indeks, Aspek, Jawaban (satu baris per instansi dan indikator), Kamus data, dan Metode.',
    },
    'skor.csv': {
      name: 'Tabel rapi (CSV)',
      forWhom: 'Analis dan wali data yang memakai R, Python, atau basis data.',
      holds:
        'Satu baris per instansi dan indikator, nama kolom tetap, UTF-8, pemisah koma, desimal titik. Bila Excel Anda memakai koma desimal, pakailah XLSX.',
    },
    'skor.json': {
      name: 'Data terstruktur (JSON)',
      forWhom: 'Pengembang dan aplikasi lain.',
      holds:
        'Semua yang ada di buku kerja dalam satu dokumen: about, method, dataDictionary, agencies, indicators, answers, scores.',
    },
    'angka.xlsx': {
      name: 'Buku kerja Excel (XLSX)',
      forWhom: 'Kementerian, pimpinan, dan siapa pun yang bekerja dengan Excel atau LibreOffice.',
      holds:
        'Lima lembar: Ringkasan per instansi (angka utama, predikat, kelengkapan, catatan), Angka (satu baris per instansi dan angka, dengan pecahan yang tepat), Daftar angka dengan sumbernya, Kamus data, dan Metode.',
    },
    'angka.csv': {
      name: 'Tabel rapi (CSV)',
      forWhom: 'Analis dan wali data yang memakai R, Python, atau basis data.',
      holds:
        'Satu baris per instansi dan angka: angka utama, ukuran, selisih, dan isian. Nama kolom tetap, UTF-8, pemisah koma, desimal titik. Bila Excel Anda memakai koma desimal, pakailah XLSX.',
    },
    'angka.json': {
      name: 'Data terstruktur (JSON)',
      forWhom: 'Pengembang dan aplikasi lain.',
      holds:
        'Semua yang ada di buku kerja dalam satu dokumen: about, method, dataDictionary, figureList, agencies, figures.',
    },
  },
  download: (p: { file: string }) => `Unduh ${p.file}`,
  nothingToRelease:
    'Belum ada instansi dalam pilihan ini, jadi belum ada yang dapat diunduh. Pilih “Semua instansi”, atau tunggu sampai ada penilaian yang disetujui.',
  unansweredNote: 'Indikator yang belum dijawab dihitung level 1 dalam indeks; berkas menandainya per baris.',
  emptyNote:
    'Isian yang kosong tetap kosong dalam berkas; ukuran yang belum dapat dihitung tidak ditulis nol.',
  all: 'Rilis lain dari Rakerda ini',
  pdfNote: 'Hasil satu instansi dalam bentuk PDF tersedia di halaman hasil instansi itu.',
  failureTitle: 'Berkas tidak diserahkan',
  failure: {
    empty: 'Tidak ada instansi dalam pilihan ini. Berkas kosong tidak pernah dikirim.',
    mismatch:
      'Berkas yang dibuat tidak cocok dengan angka di basis data, jadi tidak dikirim. Coba sekali lagi; bila terulang, sampaikan nomor ini kepada administrator:',
    storage:
      'Berkas sementara tidak dapat ditulis, mungkin karena ruang penyimpanan server penuh. Sampaikan nomor ini kepada administrator:',
  },
};

const en: typeof id = {
  title: 'Data release',
  lead: 'Download the figures of this Rakerda to work with them or file them elsewhere. Every file is read back and compared with the database before it is handed out; every download is recorded.',
  metaTitle: (p) => `Data release – ${p.rakerda}`,
  stateHeading: 'Status right now',
  stateCaption: 'Number of agencies by state of their assessment',
  stateColumn: 'Status',
  countColumn: 'Agencies',
  totalRow: 'Total',
  scopeHeading: 'Agencies to include',
  scopeHint:
    'Figures that are not approved can still change. For official reporting choose the approved ones.',
  scope: { semua: 'All agencies', disetujui: 'Approved only' },
  scopeCount: (p) => counted(p.count, 'agency', 'agencies'),
  scopeChosen: 'chosen',
  filesHeading: 'Files',
  forWhom: 'For whom',
  holds: 'Contents',
  file: {
    'skor.xlsx': {
      name: 'Excel workbook (XLSX)',
      forWhom: 'Kemenpan-RB, leadership, and anybody who works with Excel or LibreOffice.',
      holds:
        'Five sheets: Summary per agency with a control formula that recomputes the index, Aspects, Answers (one row per agency and indicator), Data dictionary, and Method.',
    },
    'skor.csv': {
      name: 'Tidy table (CSV)',
      forWhom: 'Analysts and data stewards who use R, Python or a database.',
      holds:
        'One row per agency and indicator, fixed column names, UTF-8, comma separated, decimal point. If your Excel uses decimal commas, take the XLSX.',
    },
    'skor.json': {
      name: 'Structured data (JSON)',
      forWhom: 'Developers and other applications.',
      holds:
        'Everything in the workbook as one document: about, method, dataDictionary, agencies, indicators, answers, scores.',
    },
    'angka.xlsx': {
      name: 'Excel workbook (XLSX)',
      forWhom: 'Ministries, leadership, and anybody who works with Excel or LibreOffice.',
      holds:
        'Five sheets: Summary per agency (headline, band, completeness, remarks), Figures (one row per agency and figure, with the exact fraction), List of figures with their sources, Data dictionary, and Method.',
    },
    'angka.csv': {
      name: 'Tidy table (CSV)',
      forWhom: 'Analysts and data stewards who use R, Python or a database.',
      holds:
        'One row per agency and figure: headline, measures, differences and fields. Fixed column names, UTF-8, comma separated, decimal point. If your Excel uses decimal commas, take the XLSX.',
    },
    'angka.json': {
      name: 'Structured data (JSON)',
      forWhom: 'Developers and other applications.',
      holds:
        'Everything in the workbook as one document: about, method, dataDictionary, figureList, agencies, figures.',
    },
  },
  download: (p) => `Download ${p.file}`,
  nothingToRelease:
    'No agency is in this choice yet, so there is nothing to download. Choose “All agencies”, or wait until an assessment is approved.',
  unansweredNote: 'Unanswered indicators count as level 1 in the index; the files mark them row by row.',
  emptyNote:
    'Empty fields stay empty in the files; a measure that cannot be reckoned yet is not written as zero.',
  all: 'Other releases of this Rakerda',
  pdfNote: 'The result of a single agency is available as a PDF on that agency’s result page.',
  failureTitle: 'The file was not handed out',
  failure: {
    empty: 'No agency is in this choice. An empty file is never sent.',
    mismatch:
      'The file that was made does not match the figures in the database, so it was not sent. Try once more; if it happens again, tell the administrator this number:',
    storage:
      'The temporary file could not be written, perhaps because the server’s storage is full. Tell the administrator this number:',
  },
};

export const releaseWords = { id, en };

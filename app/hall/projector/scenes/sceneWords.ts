/** The hall's scenes: few words, large, read from the last row: the words in both languages. */
import { counted } from '~/i18n/counted';

const id = {
  hiddenName: 'nama disembunyikan',
  you: 'Anda',
  noFigure: 'belum ada angka',
  focused: 'sedang dibahas',
  demo: 'DATA CONTOH',
  blank: 'Layar sedang dikosongkan oleh fasilitator.',
  pageOf: (p: { page: string; pages: string }) => `Halaman ${p.page} dari ${p.pages}`,
  open: 'belum lengkap',
  /** Whom the figures are of: the same words in every picture. */
  complete: (p: { complete: string; agencies: string }) => `${p.complete} dari ${p.agencies} lengkap`,
  compared: (p: { complete: string; agencies: string; compared: string; before: string }) =>
    `${p.complete} dari ${p.agencies} lengkap, ${p.compared} punya nilai ${p.before}`,
  /** Of a figure that holds those of others, so that nobody wonders why they do not add up. */
  whole: 'seluruh wilayah, sudah mencakup kab./kota',
  /** Behind the figure itself. */
  inWhole: 'se-provinsi',
  wholeOf: (p: { parts: string; sum: string }) =>
    `provinsi, juga yang belum lengkap; ${p.parts} kab./kota lengkap: ${p.sum}`,
  mean: 'rata-rata',
  medianOf: (p: { complete: string }) => `Median ${p.complete} lengkap`,
  /** Below the name of a column. */
  highest: (p: { highest: string }) => `dari ${p.highest}`,
  noneComplete: (p: { agencies: string }) => `Belum ada yang lengkap dari ${p.agencies}`,
  key: {
    now: 'sekarang',
    reach: '··· indeks yang masih mungkin',
  },
  target: 'Target',
  index: 'Indeks',
  aspect: 'Aspek',
  agencies: (p: { count: string }) => `${p.count} instansi`,
  agenciesOf: (p: { count: string; total: string }) => `${p.count} dari ${p.total} instansi`,
  people: (p: { count: string }) => `${p.count} orang`,
  more: (p: { count: string }) => `dan ${p.count} lainnya`,
  level: (p: { level: string }) => `Level ${p.level}`,
  /** Beside colours: 2,90 has that of level 2. */
  levelColours: 'Warna level yang tercapai penuh',
  nothing: 'Belum ada angka untuk ditampilkan.',
  nothingOf: (p: { agencies: string }) => `Belum ada angka dari ${p.agencies} instansi.`,
  without: (p: { count: string }) => `${p.count} instansi belum ada angka`,
  /** Of a figure, and of a place in the ranking. */
  change: {
    won: (p: { count: string }) => `naik ${p.count} peringkat`,
    lost: (p: { count: string }) => `turun ${p.count} peringkat`,
    isNew: 'baru',
    up: 'naik',
    down: 'turun',
    same: 'tetap',
  },
  state: { draft: 'Masih diisi', submitted: 'Diajukan', approved: 'Disetujui' },
};

const en: typeof id = {
  hiddenName: 'name hidden',
  you: 'You',
  noFigure: 'no figure yet',
  focused: 'under discussion',
  demo: 'DEMO DATA',
  blank: 'The facilitator has blanked the screen.',
  pageOf: (p) => `Page ${p.page} of ${p.pages}`,
  open: 'not complete',
  complete: (p) => `${p.complete} of ${p.agencies} complete`,
  compared: (p) => `${p.complete} of ${p.agencies} complete, ${p.compared} with a figure of ${p.before}`,
  whole: 'whole territory, its regencies included',
  inWhole: 'whole province',
  wholeOf: (p) => `province, with those not complete; ${p.parts} complete regencies: ${p.sum}`,
  mean: 'mean',
  medianOf: (p) => `Median of ${p.complete} complete`,
  highest: (p) => `of ${p.highest}`,
  noneComplete: (p) => `None complete of ${p.agencies}`,
  key: {
    now: 'now',
    reach: '··· index still possible',
  },
  target: 'Target',
  index: 'Index',
  aspect: 'Aspect',
  agencies: (p) => counted(p.count, 'agency', 'agencies'),
  agenciesOf: (p) => `${p.count} of ${p.total} agencies`,
  people: (p) => counted(p.count, 'person', 'people'),
  more: (p) => `and ${p.count} more`,
  level: (p) => `Level ${p.level}`,
  levelColours: 'Colours of the level fully reached',
  nothing: 'There are no figures to show yet.',
  nothingOf: (p) => `No figures yet of ${counted(p.agencies, 'agency', 'agencies')}.`,
  without: (p) => `${counted(p.count, 'agency has', 'agencies have')} no figure yet`,
  change: {
    won: (p: { count: string }) => `up ${p.count} in the ranking`,
    lost: (p: { count: string }) => `down ${p.count} in the ranking`,
    isNew: 'new',
    up: 'up',
    down: 'down',
    same: 'unchanged',
  },
  state: { draft: 'Filling in', submitted: 'Submitted', approved: 'Approved' },
};

export const sceneWords = { id, en };

/** The table of the Rakerda: the words in both languages. */
import { counted } from '~/i18n/counted';
import type { Locale, LocalizedText } from '~/instrument';

const id = {
  title: 'Meja Rakerda',
  lead: 'Semua pokok bahasan dalam satu tabel: tiap instansi, angka utamanya, dan geraknya.',
  hidden: (p: { count: string }) =>
    `${p.count} penilaian belum disetujui: angkanya hanya terlihat oleh instansinya sendiri dan pendamping.`,
  empty: 'Belum ada pokok bahasan dengan angka.',
  caption: 'Angka utama tiap instansi menurut pokok bahasan',
  csv: 'Unduh CSV',
  sheet: 'Lembar kepala daerah',
  own: 'instansi Anda',
  sortBy: (p: { column: string }) => `Urutkan menurut ${p.column}`,
  agency: 'Instansi',
  lowerBetter: 'makin sedikit makin baik',
  target: (p: { target: string }) => `target: ${p.target}`,
  none: 'belum ada angka',
  closed: 'belum disetujui',
  unfinished: (p: { part: string }) => `belum lengkap, ${p.part} terisi`,
  weak: 'perlu perhatian',
  better: 'membaik',
  worse: 'menurun',
  since: (p: { year: string }) => `sejak ${p.year}`,
  key: {
    target: 'target tercapai; tanpa ✓: masih sekian jauhnya',
    movement: 'perubahan terhadap tahun di kepala kolom, atau tetap',
    movementSince: (p: { year: string }) => `naik atau turun sejak ${p.year}, atau tetap`,
    sample: 'miring…',
    unfinished: 'belum lengkap: tidak diperingkat, di luar hitungan',
    weak: 'perlu perhatian: kelompok terendah, nol, atau terakhir sendirian',
  },
  index: (p: { from: string; to: string }) => `indeks ${p.from}–${p.to}`,
  commitments: 'Komitmen',
  proposal: 'usulan alat ini',
  done: 'selesai',
  late: (p: { count: string }) => `${p.count} terlambat`,
  dropped: (p: { count: string }) => `${p.count} dihentikan`,
  finding: {
    moved: (p: { topic: string; better: string; compared: string; year: string }) =>
      `${p.topic}: ${p.better} dari ${p.compared} yang punya nilai ${p.year} membaik`,
    reached: (p: { topic: string; band: string; agencies: string; ranked: string }) =>
      `${p.topic}: ${p.agencies} dari ${p.ranked} yang lengkap sudah ${p.band} atau lebih`,
    unfinished: (p: { topic: string; ranked: string; all: string }) =>
      `${p.topic}: ${p.ranked} dari ${p.all} instansi sudah lengkap`,
    nothing: (p: { topic: string; agencies: string; ranked: string }) =>
      `${p.topic} masih nol di ${p.agencies} dari ${p.ranked} yang lengkap`,
    parts: (p: { topic: string; done: string; all: string }) => `${p.topic}: ${p.done} dari ${p.all} selesai`,
  },
  file: {
    code: 'Kode',
    name: 'Instansi',
    of: (p: { topic: string }) => `${p.topic}: dari`,
    band: (p: { topic: string }) => `${p.topic}: predikat`,
    filled: (p: { topic: string }) => `${p.topic}: terisi`,
    total: (p: { topic: string }) => `${p.topic}: seluruhnya`,
    before: (p: { topic: string; year: string }) => `${p.topic}: ${p.year}`,
    target: (p: { topic: string }) => `${p.topic}: target`,
    distance: (p: { topic: string }) => `${p.topic}: jarak ke target`,
    remarks: (p: { topic: string }) => `${p.topic}: keterangan`,
    demo: 'Data contoh',
    yes: 'ya',
    no: 'tidak',
  },
};

export type TableWords = typeof id;

const en: TableWords = {
  title: 'Table of the Rakerda',
  lead: 'Every topic in one table: each agency, its headline figure, and how it moved.',
  hidden: (p) =>
    `${counted(p.count, 'assessment is', 'assessments are')} not approved: only the agency itself and those who assist it see their figures.`,
  empty: 'No topic has a figure yet.',
  caption: 'The headline figure of each agency by topic',
  csv: 'Download CSV',
  sheet: 'Sheet for the head of the region',
  own: 'your agency',
  sortBy: (p) => `Sort by ${p.column}`,
  agency: 'Agency',
  lowerBetter: 'fewer is better',
  target: (p) => `target: ${p.target}`,
  none: 'no figure yet',
  closed: 'not approved',
  unfinished: (p) => `unfinished, ${p.part} filled in`,
  weak: 'needs attention',
  better: 'better',
  worse: 'worse',
  since: (p) => `since ${p.year}`,
  key: {
    target: 'target reached; without ✓: how far it still is',
    movement: 'change against the year in the head of the column, or none',
    movementSince: (p) => `up or down since ${p.year}, or unchanged`,
    sample: 'slanted…',
    unfinished: 'unfinished: not ranked, not counted',
    weak: 'needs attention: lowest band, nothing, or last by itself',
  },
  index: (p) => `index ${p.from}–${p.to}`,
  commitments: 'Commitments',
  proposal: 'proposed by this tool',
  done: 'done',
  late: (p) => `${p.count} late`,
  dropped: (p) => `${p.count} dropped`,
  finding: {
    moved: (p) => `${p.topic}: ${p.better} of ${p.compared} with a figure of ${p.year} are better`,
    reached: (p) => `${p.topic}: ${p.agencies} of ${p.ranked} complete ones reach ${p.band} or more`,
    unfinished: (p) => `${p.topic}: ${p.ranked} of ${p.all} agencies are complete`,
    nothing: (p) => `${p.topic} still at nothing in ${p.agencies} of ${p.ranked} complete ones`,
    parts: (p) => `${p.topic}: ${p.done} of ${p.all} done`,
  },
  file: {
    code: 'Code',
    name: 'Agency',
    of: (p) => `${p.topic}: of`,
    band: (p) => `${p.topic}: predicate`,
    filled: (p) => `${p.topic}: filled in`,
    total: (p) => `${p.topic}: in all`,
    before: (p) => `${p.topic}: ${p.year}`,
    target: (p) => `${p.topic}: target`,
    distance: (p) => `${p.topic}: distance from the target`,
    remarks: (p) => `${p.topic}: remarks`,
    demo: 'Demo data',
    yes: 'yes',
    no: 'no',
  },
};

export const tableWords = { id, en };

/** A text of this list in both languages, for what is put into words only where it is shown. */
export function inBoth(pick: (words: TableWords, locale: Locale) => string): LocalizedText {
  return { id: pick(id, 'id'), en: pick(en, 'en') };
}

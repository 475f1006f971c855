/** Words of the scene of movements, in both languages. */
const id = {
  title: (p: { before: string; now: string }) => `Perubahan indeks ${p.before} → ${p.now}`,
  titleAlone: (p: { now: string }) => `Indeks ${p.now}; belum ada tahun pembanding`,
  overview: 'Berapa instansi naik dan turun',
  order: 'urut: kenaikan terbesar dulu',
  nobody: 'Belum ada instansi yang lengkap.',
  before: 'sebelumnya',
  now: 'sekarang',
  counts: (p: { up: string; same: string; down: string }) =>
    `▲ ${p.up} naik   = ${p.same} tetap   ▼ ${p.down} turun`,
  band: {
    down: 'Turun',
    same: 'Tetap',
    some: (p: { to: string }) => `Naik sampai ${p.to}`,
    range: (p: { from: string; to: string }) => `Naik ${p.from} – ${p.to}`,
    much: (p: { from: string }) => `Naik lebih dari ${p.from}`,
    isNew: 'Belum ada pembanding',
  },
};

const en: typeof id = {
  title: (p) => `Change of the index ${p.before} → ${p.now}`,
  titleAlone: (p) => `Index ${p.now}; no year to compare with yet`,
  overview: 'How many agencies rose and fell',
  order: 'sorted: greatest rise first',
  nobody: 'No agency is complete yet.',
  before: 'before',
  now: 'now',
  counts: (p) => `▲ ${p.up} up   = ${p.same} unchanged   ▼ ${p.down} down`,
  band: {
    down: 'Down',
    same: 'Unchanged',
    some: (p) => `Up by ${p.to} or less`,
    range: (p) => `Up ${p.from} – ${p.to}`,
    much: (p) => `Up by more than ${p.from}`,
    isNew: 'Nothing to compare with',
  },
};

export const movementWords = { id, en };

/** Words of the scene of progress, in both languages. */
const id = {
  title: 'Kemajuan pengisian',
  overview: 'Kemajuan pengisian seluruh instansi',
  total: (p: { answered: string; total: string }) => `${p.answered} dari ${p.total} jawaban`,
  complete: (p: { count: string; agencies: string }) => `${p.count} dari ${p.agencies} instansi lengkap`,
  done: (p: { count: string }) => `${p.count} lengkap:`,
  /** What became of those that are complete. */
  completeIn: {
    approved: (p: { count: string }) => `${p.count} disetujui`,
    submitted: (p: { count: string }) => `${p.count} diajukan`,
    draft: (p: { count: string }) => `${p.count} belum diajukan`,
  },
  /** Sent on with answers missing, which whoever sends it confirms. */
  leftUnanswered: {
    submitted: (p: { count: string }) => `Diajukan, ${p.count} belum dijawab`,
    approved: (p: { count: string }) => `Disetujui, ${p.count} belum dijawab`,
  },
  band: {
    none: 'Belum mulai',
    all: 'Lengkap',
    range: (p: { from: string; to: string }) => `${p.from}–${p.to}%`,
  },
};

const en: typeof id = {
  title: 'Progress',
  overview: 'Progress of all agencies',
  total: (p) => `${p.answered} of ${p.total} answers`,
  complete: (p) => `${p.count} of ${p.agencies} agencies complete`,
  done: (p) => `${p.count} complete:`,
  completeIn: {
    approved: (p) => `${p.count} approved`,
    submitted: (p) => `${p.count} submitted`,
    draft: (p) => `${p.count} not submitted yet`,
  },
  leftUnanswered: {
    submitted: (p) => `Submitted, ${p.count} unanswered`,
    approved: (p) => `Approved, ${p.count} unanswered`,
  },
  band: { none: 'Not begun', all: 'Complete', range: (p) => `${p.from}–${p.to}%` },
};

export const progressWords = { id, en };

/** What an agency proved before of what a topic asks now: the words in both languages. */
import { counted } from '~/i18n/counted';

const id = {
  title: (p: { of: string }) => `Bukti dari ${p.of}`,
  found: (p: { documents: string }) => `${p.documents} dokumen`,
  nothing: 'belum ada dokumen yang dapat dibuka di sini',
  lead: (p: { of: string }) =>
    `Ditawarkan untuk diperiksa. Tidak ada butir yang terisi dengan sendirinya, dan level ${p.of} bukan nilai di sini.`,
  codes: (p: { codes: string }) => `Untuk butir ${p.codes}`,
  indicator: (p: { no: string; name: string }) => `Indikator ${p.no} – ${p.name}`,
  level: (p: { level: string; name: string }) => `Level ${p.level} – ${p.name}`,
  noLevel: 'Level tidak diisi',
  from: (p: { rakerda: string; year: string }) => `${p.rakerda} (${p.year})`,
  noDocument: 'Tidak ada dokumen.',
  unanswered: 'Belum dijawab di Rakerda mana pun yang dapat Anda buka.',
};

const en: typeof id = {
  title: (p) => `Evidence from ${p.of}`,
  found: (p) => counted(p.documents, 'document', 'documents'),
  nothing: 'no document yet that can be opened here',
  lead: (p) =>
    `Offered to be looked at. No item is filled in by itself, and a level of ${p.of} is no value here.`,
  codes: (p) => `For ${p.codes}`,
  indicator: (p) => `Indicator ${p.no} – ${p.name}`,
  level: (p) => `Level ${p.level} – ${p.name}`,
  noLevel: 'No level was given',
  from: (p) => `${p.rakerda} (${p.year})`,
  noDocument: 'No document.',
  unanswered: 'Not answered in any Rakerda that you may open.',
};

export const earlierProofWords = { id, en };

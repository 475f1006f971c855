/** The addresses of the pages, by the names that the rest of the code uses. What answers there stands in `routes.ts`. */

/** The navigation: its groups in the order of a meeting, and the pages of each. */
export const RAKERDA_GROUPS = {
  rakerda: ['overview', 'agenda', 'attendance', 'cards', 'edit'],
  assessment: ['table', 'topics', 'monitor'],
  plenary: ['remote', 'follow', 'votes', 'notes'],
  closing: ['commitments', 'minutes'],
} as const;
export type RakerdaGroup = keyof typeof RAKERDA_GROUPS;
export type RakerdaPage = (typeof RAKERDA_GROUPS)[RakerdaGroup][number];

/** The same in one row. */
export const RAKERDA_PAGES: readonly RakerdaPage[] = Object.values(RAKERDA_GROUPS).flat();

/** What answers below a page, or for programs only. */
type Further =
  'tableFile' | 'stream' | 'messages' | 'remoteScene' | 'followScene' | 'cardsPrint' | 'calendar' | 'setArms';

const PATHS: Readonly<Record<RakerdaPage | Further, string>> = {
  overview: '',
  table: '/meja',
  tableFile: '/meja.csv',
  agenda: '/agenda',
  topics: '/topik',
  monitor: '/pantau',
  remote: '/kendali',
  follow: '/ikuti',
  votes: '/suara',
  notes: '/catatan',
  commitments: '/komitmen',
  minutes: '/berita-acara',
  attendance: '/kehadiran',
  cards: '/kartu',
  edit: '/ubah',
  stream: '/langsung',
  messages: '/pesan',
  remoteScene: '/kendali/adegan',
  followScene: '/ikuti/adegan',
  cardsPrint: '/kartu/cetak',
  calendar: '/komitmen.ics',
  setArms: '/ubah/lambang',
};

/** What stands behind a Rakerda in an address and is no code of an instrument. */
export const RAKERDA_SEGMENTS: ReadonlySet<string> = new Set(
  [...Object.values(PATHS), '/instansi'].map((path) => path.split('/')[1] ?? ''),
);

export function rakerdaPath(rakerdaId: string, page: keyof typeof PATHS = 'overview'): string {
  return `/rakerda/${rakerdaId}${PATHS[page]}`;
}

/** The arms of that fingerprint, below the address of a Rakerda or of its screen. */
export function armsPath(base: string, fingerprint: string): string {
  return `${base}/lambang/${fingerprint}`;
}

/** The screen of a hall, by the token of its link. */
export function screenPath(token: string): string {
  return `/layar/${encodeURIComponent(token)}`;
}

/** One of the votes, notes or commitments of a Rakerda. */
export function entryPath(rakerdaId: string, page: 'votes' | 'notes' | 'commitments', id: string): string {
  return `${rakerdaPath(rakerdaId, page)}/${id}`;
}

/** What Kemenpan-RB published, as a page or as a file. */
export function publishedPath(page?: 'file'): string {
  return page === 'file' ? '/hasil-resmi.csv' : '/hasil-resmi';
}

const SHEET_PATHS = {
  import: '/impor',
  importFile: '/impor/berkas',
  template: '/isian.xlsx',
  review: '/telaah',
  reviewPaper: '/telaah.pdf',
  blank: '/formulir.pdf',
} as const;

/** What belongs to the sheet of one agency: filling it in from a file, reading it through, its papers. */
export function sheetFilePath(
  rakerdaId: string,
  topicCode: string,
  agencyCode: string,
  page: keyof typeof SHEET_PATHS,
): string {
  return `${topicPath(rakerdaId, topicCode, { agencyCode })}${SHEET_PATHS[page]}`;
}

/** All agencies in one topic, the same as a file, or the sheet of one agency. */
export function topicPath(
  rakerdaId: string,
  topicCode: string,
  page: 'comparison' | 'file' | { readonly agencyCode: string } = 'comparison',
): string {
  const topic = `${rakerdaPath(rakerdaId, 'topics')}/${topicCode}`;
  if (page === 'comparison') return topic;
  return page === 'file' ? `${topic}/banding.csv` : `${topic}/${page.agencyCode}`;
}

/** A register behind an agency's sheet of a topic: its page, where a cell is saved, and the whole of it with tabs. */
export function registerPath(
  rakerdaId: string,
  of: { readonly topic: string; readonly agencyCode: string; readonly register: string },
  form: 'page' | 'cells' | 'table' = 'page',
): string {
  const sheet = topicPath(rakerdaId, of.topic, { agencyCode: of.agencyCode });
  return `${sheet}/register/${of.register}${{ page: '', cells: '/sel', table: '/tabel.tsv' }[form]}`;
}

/** One agency's sheet: every topic on one page, or the same on paper. */
export function sheetPath(rakerdaId: string, agencyCode: string, form: 'page' | 'paper' = 'page'): string {
  return `${rakerdaPath(rakerdaId)}/instansi/${agencyCode}/lembar${form === 'paper' ? '.pdf' : ''}`;
}

const INSTRUMENT_PATHS = {
  all: '',
  comparison: '/banding',
  comparisonFile: '/banding.csv',
  release: '/rilis',
} as const;

/** What all agencies share that are judged by an instrument; `all` is what their addresses begin with. */
export function instrumentPath(
  rakerdaId: string,
  instrumentCode: string,
  page: keyof typeof INSTRUMENT_PATHS = 'all',
): string {
  return `${rakerdaPath(rakerdaId)}/${instrumentCode}${INSTRUMENT_PATHS[page]}`;
}

/** The address of an assessment: its result, its questionnaire, or an indicator of the questionnaire by number. */
export function assessmentPath(
  rakerdaId: string,
  instrumentCode: string,
  agencyCode: string,
  page: 'result' | 'questionnaire' | number = 'result',
): string {
  const result = `${instrumentPath(rakerdaId, instrumentCode)}/${agencyCode}`;
  if (page === 'result') return result;
  return page === 'questionnaire' ? `${result}/isi` : `${result}/isi/${String(page)}`;
}

/** An address as logs may hold it: without the token of a screen link, which opens the hall's screen to whoever reads it. */
export function pathForLog(path: string): string {
  return path.replace(/^\/layar\/[^/]*?(?=\.data$|\/|$)/, '/layar/…');
}

const WORKSHOP_PATHS = { list: '', upload: '/berkas' } as const;

/** Where instruments are brought, looked at and published. */
export function workshopPath(page: keyof typeof WORKSHOP_PATHS = 'list'): string {
  return `/bengkel${WORKSHOP_PATHS[page]}`;
}

/** A definition that waits, and how an agency would see it. */
export function draftPath(id: string, page: 'draft' | 'preview' = 'draft'): string {
  return `${workshopPath()}/draf/${id}${page === 'preview' ? '/pratinjau' : ''}`;
}

/** The versions of an instrument. */
export function versionsPath(code: string): string {
  return `${workshopPath()}/instrumen/${code}`;
}

/** One version as a file. */
export function versionFilePath(code: string, version: string, form: 'json' | 'xlsx'): string {
  return `${versionsPath(code)}/${version}.${form}`;
}

/** An example of a kind to begin from. */
export function definitionTemplatePath(file: string): string {
  return `${workshopPath()}/templat/${file}`;
}

/** The addresses of one Rakerda and of its assessments, by the names the rest of the code uses. */

/** In the order of the navigation: what is prepared, what happens in the hall, what is kept. */
export const RAKERDA_PAGES = [
  'overview',
  'agenda',
  'monitor',
  'remote',
  'follow',
  'votes',
  'notes',
  'commitments',
  'minutes',
  'attendance',
  'cards',
  'edit',
] as const;
export type RakerdaPage = (typeof RAKERDA_PAGES)[number];

const PATHS: Readonly<Record<RakerdaPage, string>> = {
  overview: '',
  agenda: '/agenda',
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
};

export function rakerdaPagePath(rakerdaId: string, page: RakerdaPage): string {
  return `/rakerda/${rakerdaId}${PATHS[page]}`;
}

/** The address of an assessment: its result, its questionnaire, or an indicator of the questionnaire by number. */
export function assessmentPath(
  rakerdaId: string,
  instrumentCode: string,
  agencyCode: string,
  page: 'result' | 'questionnaire' | number = 'result',
): string {
  const result = `/rakerda/${rakerdaId}/${instrumentCode}/${agencyCode}`;
  if (page === 'result') return result;
  return page === 'questionnaire' ? `${result}/isi` : `${result}/isi/${String(page)}`;
}

/** Commitments in a calendar: the words in both languages. */
const id = {
  demoFile: 'Data contoh buatan.',
  name: (p: { rakerda: string }) => `Komitmen ${p.rakerda}`,
  summary: (p: { agency: string; what: string }) => `${p.agency}: ${p.what}`,
  who: (p: { who: string }) => `Penanggung jawab: ${p.who}`,
  measure: (p: { measure: string }) => `Ukuran keberhasilan: ${p.measure}`,
  status: (p: { status: string }) => `Status: ${p.status}`,
  alarm: (p: { what: string }) => `7 hari lagi: ${p.what}`,
  demo: '[CONTOH]',
};

const en: typeof id = {
  demoFile: 'Invented demo data.',
  name: (p) => `Commitments of ${p.rakerda}`,
  summary: (p) => `${p.agency}: ${p.what}`,
  who: (p) => `Responsible: ${p.who}`,
  measure: (p) => `Measure of success: ${p.measure}`,
  status: (p) => `Status: ${p.status}`,
  alarm: (p) => `In 7 days: ${p.what}`,
  demo: '[DEMO]',
};

export const calendarWords = { id, en };

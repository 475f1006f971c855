/** Words of the scene of a vote, in both languages. */
const id = {
  title: (p: { no: string; name: string }) => `Indikator ${p.no}: ${p.name}`,
  none: 'Belum ada pemungutan suara.',
  heading: 'Pemungutan suara',
  open: 'Suara dibuka',
  closed: 'Suara ditutup',
  revealed: 'Hasil suara',
  question: (p: { agency: string }) => `Level berapa yang didukung bukti ${p.agency}?`,
  questionHidden: 'Level berapa yang didukung bukti instansi ini?',
  cast: {
    person: (p: { count: string; total: string }) => `${p.count} dari ${p.total} suara`,
    agency: (p: { count: string; total: string }) => `${p.count} dari ${p.total} instansi`,
  },
  waiting: 'Menunggu hasil dibuka.',
  fromPhone: 'Berikan suara dari ponsel Anda.',
  votes: (p: { count: string }) => `${p.count} suara`,
  claim: 'Klaim',
  claimed: 'Klaim instansi',
  perDot: (p: { count: string }) => `● = ${p.count} suara`,
  agreed: 'Disepakati',
  median: 'Median suara',
  reason: 'Alasan',
  notAgreed: 'Level yang disepakati belum dicatat.',
};

const en: typeof id = {
  title: (p) => `Indicator ${p.no}: ${p.name}`,
  none: 'There has been no vote yet.',
  heading: 'Vote',
  open: 'Voting is open',
  closed: 'Voting is closed',
  revealed: 'Result of the vote',
  question: (p) => `What level is the evidence of ${p.agency}?`,
  questionHidden: 'What level is the evidence of this agency?',
  cast: {
    person: (p) => `${p.count} of ${p.total} votes`,
    agency: (p) => `${p.count} of ${p.total} agencies`,
  },
  waiting: 'Waiting for the result.',
  fromPhone: 'Vote from your phone.',
  votes: (p) => (p.count === '1' ? '1 vote' : `${p.count} votes`),
  claim: 'Claim',
  perDot: (p: { count: string }) => `● = ${p.count} votes`,
  claimed: 'Agency’s claim',
  agreed: 'Agreed',
  median: 'Median vote',
  reason: 'Reason',
  notAgreed: 'The agreed level has not been recorded yet.',
};

export const voteWords = { id, en };

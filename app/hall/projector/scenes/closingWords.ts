/** Words of the last picture, in both languages. */
const id = {
  title: 'Yang kita hasilkan bersama',
  drawing: (p: { count: string; before: string; now: string }) =>
    `Indeks ${p.count} instansi lengkap, ${p.before} dan ${p.now}`,
  approved: (p: { agencies: string }) => `dari ${p.agencies} disetujui`,
  answered: 'jawaban',
  votes: 'pemungutan suara',
  recommendations: 'rekomendasi',
  commitments: 'komitmen',
  risers: 'Kenaikan terbesar',
  unfinished: 'belum lengkap:',
  thanks: 'Terima kasih atas kerja bersama.',
  minutes: (p: { number: string }) => `Berita Acara Nomor ${p.number}`,
};

const en: typeof id = {
  title: 'What we achieved together',
  drawing: (p) => `Index of ${p.count} complete agencies, ${p.before} and ${p.now}`,
  approved: (p) => `of ${p.agencies} approved`,
  answered: 'answers',
  votes: 'votes taken',
  recommendations: 'recommendations',
  commitments: 'commitments',
  risers: 'Rose the most',
  unfinished: 'not complete:',
  thanks: 'Thank you for working together.',
  minutes: (p) => `Berita Acara no. ${p.number}`,
};

export const closingWords = { id, en };

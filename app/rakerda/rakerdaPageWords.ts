/** Names of the pages of a Rakerda: the words in both languages. */
const id = {
  label: 'Halaman Rakerda',
  overview: 'Ringkasan',
  table: 'Meja',
  agenda: 'Agenda',
  topics: 'Topik',
  monitor: 'Pantau',
  remote: 'Kendali layar',
  follow: 'Ikuti layar',
  votes: 'Pemungutan suara',
  notes: 'Catatan',
  commitments: 'Komitmen',
  minutes: 'Berita Acara',
  attendance: 'Kehadiran',
  cards: 'Kartu akses',
  edit: 'Ubah',
};

const en: typeof id = {
  label: 'Pages of this Rakerda',
  overview: 'Overview',
  table: 'Table',
  agenda: 'Agenda',
  topics: 'Topics',
  monitor: 'Monitor',
  remote: 'Remote',
  follow: 'Follow the screen',
  votes: 'Votes',
  notes: 'Notes',
  commitments: 'Commitments',
  minutes: 'Minutes',
  attendance: 'Attendance',
  cards: 'Access cards',
  edit: 'Edit',
};

export const rakerdaPageWords = { id, en };

/** Notes and recommendations: the words in both languages. */
import { counted } from '~/i18n/counted';

const id = {
  notes: {
    title: 'Catatan dan rekomendasi',
    lead: 'Dicatat saat orang berbicara, per acara. Semua peserta Rakerda dapat membacanya.',
    writeTitle: 'Catat sekarang',
    kind: 'Jenis',
    body: 'Teks',
    bodyHint: 'Ctrl + Enter menyimpan; kursor kembali ke sini.',
    agendaItem: 'Acara',
    runningNow: (p: { title: string }) => `${p.title} (sedang berlangsung)`,
    agency: 'Instansi',
    indicator: 'Indikator',
    add: 'Simpan catatan',
    saving: 'Menyimpan…',
    added: 'Tersimpan.',
    removed: 'Catatan dihapus. Riwayatnya tetap tersimpan.',
    locked: 'Rakerda sudah ditutup: catatan dan rekomendasi tidak dapat diubah lagi.',
    lockedRefused:
      'Tidak disimpan: Rakerda sudah ditutup ketika Anda menyimpan. Yang Anda ketik masih ada di bawah; salin bila perlu.',
    running: 'Sedang berlangsung',
    empty: 'Belum ada catatan di acara ini.',
    emptyAll: 'Belum ada catatan maupun rekomendasi.',
    emptyHint: 'Tulis yang pertama pada formulir di halaman ini; acaranya dapat dipilih kemudian.',
    noMatch: 'Tidak ada catatan yang cocok dengan saringan ini.',
    writeHere: 'Catat di acara ini',
    total: (p: { notes: string; recommendations: string }) =>
      `${p.notes} catatan, ${p.recommendations} rekomendasi`,
    edit: 'Ubah',
    open: 'Riwayat',
    by: (p: { name: string; time: string }) => `${p.name}, ${p.time}`,
    edited: 'sudah diubah',
    problem: {
      bodyMissing: 'Tulis dulu catatan atau rekomendasinya.',
      bodyTooLong: 'Terlalu panjang: paling banyak 4.000 huruf.',
      unreadable: 'Formulir tidak terbaca. Muat ulang halaman ini lalu coba lagi.',
    },
  },
  note: {
    title: { note: 'Catatan', recommendation: 'Rekomendasi' },
    editTitle: 'Ubah',
    save: 'Simpan perubahan',
    saved: 'Perubahan tersimpan.',
    removeTitle: 'Hapus',
    removeLead: 'Tidak lagi tampil di daftar dan tidak masuk Berita Acara. Riwayatnya tetap tersimpan.',
    remove: 'Hapus catatan ini',
    read: 'Isi',
  },
};

const en: typeof id = {
  notes: {
    title: 'Notes and recommendations',
    lead: 'Captured while people speak, per agenda item. Everybody in the Rakerda can read them.',
    writeTitle: 'Write down now',
    kind: 'Kind',
    body: 'Text',
    bodyHint: 'Ctrl + Enter saves; the cursor comes back here.',
    agendaItem: 'Agenda item',
    runningNow: (p) => `${p.title} (running now)`,
    agency: 'Agency',
    indicator: 'Indicator',
    add: 'Save note',
    saving: 'Saving…',
    added: 'Saved.',
    removed: 'The note was removed. Its history is kept.',
    locked: 'The Rakerda is closed: notes and recommendations can no longer be changed.',
    lockedRefused:
      'Not saved: the Rakerda was closed when you saved. What you typed is still below; copy it if you need it.',
    running: 'Running now',
    empty: 'No notes on this item yet.',
    emptyAll: 'No notes or recommendations yet.',
    emptyHint: 'Write the first one in the form on this page; its agenda item can be chosen later.',
    noMatch: 'No notes match this filter.',
    writeHere: 'Write on this item',
    total: (p) =>
      `${counted(p.notes, 'note', 'notes')}, ${counted(p.recommendations, 'recommendation', 'recommendations')}`,
    edit: 'Edit',
    open: 'History',
    by: (p) => `${p.name}, ${p.time}`,
    edited: 'edited',
    problem: {
      bodyMissing: 'Write the note or recommendation first.',
      bodyTooLong: 'Too long: 4,000 characters at most.',
      unreadable: 'The form could not be read. Reload this page and try again.',
    },
  },
  note: {
    title: { note: 'Note', recommendation: 'Recommendation' },
    editTitle: 'Edit',
    save: 'Save changes',
    saved: 'Changes saved.',
    removeTitle: 'Remove',
    removeLead: 'It no longer shows in the list and does not enter the minutes. Its history is kept.',
    remove: 'Remove this note',
    read: 'Content',
  },
};

export const noteWords = { id, en };

/** Kejadian dalam kata-kata: judul untuk saringan, kalimat untuk daftar. */
import type { EventType } from '~/record/events';

export interface EventFacts {
  /** Nama akun yang dikenai, atau nama lain dalam rincian. */
  readonly name: string;
  readonly username: string;
  readonly agency: string;
  readonly indicator: string;
  readonly level: string;
  readonly count: string;
}

export interface EventWords {
  readonly title: string;
  readonly says: (facts: EventFacts) => string;
}

export const auditWords: Readonly<Record<EventType, EventWords>> = {
  'account.signedIn': { title: 'Masuk', says: () => 'Masuk' },
  'account.signInFailed': {
    title: 'Gagal masuk',
    says: (p) => `Percobaan masuk gagal dengan nama pengguna “${p.username}”`,
  },
  'account.signedOut': { title: 'Keluar', says: () => 'Keluar' },
  'account.signedOutEverywhere': {
    title: 'Keluar dari semua perangkat',
    says: () => 'Keluar dari semua perangkat',
  },
  'account.passwordChanged': { title: 'Kata sandi diganti', says: () => 'Mengganti kata sandinya sendiri' },
  'account.created': { title: 'Akun dibuat', says: (p) => `Membuat akun ${p.name} (${p.username})` },
  'account.agencyAccountsCreated': {
    title: 'Akun instansi dibuat',
    says: (p) => `Membuat atau memperbarui ${p.count} akun instansi sekaligus`,
  },
  'account.renamed': {
    title: 'Akun diganti nama',
    says: (p) => `Mengganti nama akun ${p.username} menjadi ${p.name}`,
  },
  'account.passwordReset': {
    title: 'Kata sandi awal baru',
    says: (p) => `Membuat kata sandi awal baru untuk ${p.name} (${p.username})`,
  },
  'account.disabled': {
    title: 'Akun dinonaktifkan',
    says: (p) => `Menonaktifkan akun ${p.name} (${p.username})`,
  },
  'account.enabled': {
    title: 'Akun diaktifkan kembali',
    says: (p) => `Mengaktifkan kembali akun ${p.name} (${p.username})`,
  },
  'account.membershipsChanged': {
    title: 'Keikutsertaan diubah',
    says: (p) => `Mengubah Rakerda yang diikuti ${p.name} (${p.username})`,
  },
  'rakerda.created': {
    title: 'Rakerda dibuat',
    says: (p) => `Membuat Rakerda ${p.name} dengan ${p.count} instansi`,
  },
  'rakerda.stateChanged': { title: 'Tahap Rakerda diubah', says: () => 'Mengubah tahap Rakerda' },
  'rakerda.membersChanged': { title: 'Anggota Rakerda diubah', says: () => 'Mengubah anggota Rakerda' },
  'rakerda.targetsChanged': { title: 'Target diubah', says: () => 'Mengubah target instansi' },
  'rakerda.changed': { title: 'Rakerda diubah', says: () => 'Mengubah data Rakerda' },
  'answer.saved': {
    title: 'Jawaban disimpan',
    says: (p) =>
      p.level === ''
        ? `Mengubah jawaban indikator ${p.indicator}, belum ada level`
        : `Mengubah jawaban indikator ${p.indicator}, level ${p.level}`,
  },
  'answer.setAside': {
    title: 'Isian tidak dipakai',
    says: (p) => `Mengisi indikator ${p.indicator}, lalu memakai isian yang sudah tersimpan`,
  },
  'assessment.submitted': {
    title: 'Penilaian diajukan',
    says: () => 'Mengajukan penilaian kepada kepala instansi',
  },
  'assessment.approved': { title: 'Penilaian disetujui', says: () => 'Menyetujui penilaian' },
  'assessment.returned': {
    title: 'Penilaian dikembalikan',
    says: () => 'Mengembalikan penilaian untuk diperbaiki',
  },
  'assessment.reopened': { title: 'Penilaian dibuka kembali', says: () => 'Membuka kembali penilaian' },
  'release.downloaded': { title: 'Rilis data diunduh', says: () => 'Mengunduh rilis data' },
  'agenda.itemAdded': { title: 'Acara ditambahkan', says: () => 'Menambahkan acara ke agenda' },
  'agenda.itemChanged': { title: 'Acara diubah', says: () => 'Mengubah acara di agenda' },
  'agenda.itemRemoved': { title: 'Acara dihapus', says: () => 'Menghapus acara dari agenda' },
  'agenda.copied': { title: 'Agenda disalin', says: () => 'Menyalin agenda dari Rakerda sebelumnya' },
  'card.issued': { title: 'Kartu akses dibuat', says: (p) => `Membuat ${p.count} kartu akses` },
  'card.reissued': { title: 'Kode kartu diganti', says: (p) => `Mengganti kode kartu akses ${p.agency}` },
  'card.revoked': { title: 'Kartu akses dicabut', says: (p) => `Mencabut kartu akses ${p.agency}` },
  'card.joined': {
    title: 'Bergabung dengan kartu',
    says: (p) => `${p.name} bergabung dengan kartu akses ${p.agency}`,
  },
  'card.codeFailed': {
    title: 'Kode kartu salah',
    says: () => 'Kode kartu akses yang dimasukkan tidak berlaku',
  },
  'attendance.added': { title: 'Kehadiran dicatat', says: (p) => `Mencatat kehadiran ${p.name}` },
  'attendance.changed': { title: 'Kehadiran diubah', says: (p) => `Mengubah catatan kehadiran ${p.name}` },
  'attendance.removed': { title: 'Kehadiran dihapus', says: (p) => `Menghapus catatan kehadiran ${p.name}` },
  'message.sent': { title: 'Pesan dikirim', says: (p) => `Mengirim pesan kepada ${p.agency}` },
  'message.seen': { title: 'Pesan dibaca', says: () => 'Membaca pesan fasilitator' },
  'projector.changed': { title: 'Layar diubah', says: () => 'Mengubah tampilan layar' },
  'projector.linkChanged': { title: 'Tautan layar diganti', says: () => 'Mengganti tautan layar' },
  'vote.opened': {
    title: 'Pemungutan suara dibuka',
    says: (p) => `Membuka pemungutan suara indikator ${p.indicator} ${p.agency}`,
  },
  'vote.cast': { title: 'Suara diberikan', says: () => 'Memberikan suara (isinya tidak dicatat)' },
  'vote.closed': {
    title: 'Pemungutan suara ditutup',
    says: (p) => `Menutup pemungutan suara indikator ${p.indicator} ${p.agency}`,
  },
  'vote.revealed': {
    title: 'Hasil suara dibuka',
    says: (p) => `Membuka hasil suara indikator ${p.indicator} ${p.agency}`,
  },
  'vote.agreed': {
    title: 'Level disepakati',
    says: (p) => `Mencatat level ${p.level} yang disepakati untuk indikator ${p.indicator} ${p.agency}`,
  },
  'note.added': { title: 'Catatan ditambahkan', says: () => 'Menambahkan catatan atau rekomendasi' },
  'note.changed': { title: 'Catatan diubah', says: () => 'Mengubah catatan atau rekomendasi' },
  'note.removed': { title: 'Catatan dihapus', says: () => 'Menghapus catatan atau rekomendasi' },
  'commitment.added': { title: 'Komitmen ditambahkan', says: (p) => `Menambahkan komitmen ${p.agency}` },
  'commitment.changed': { title: 'Komitmen diubah', says: (p) => `Mengubah komitmen ${p.agency}` },
  'commitment.removed': { title: 'Komitmen dihapus', says: (p) => `Menghapus komitmen ${p.agency}` },
  'commitment.statusChanged': {
    title: 'Status komitmen diubah',
    says: (p) => `Mengubah status komitmen ${p.agency}`,
  },
  'minutes.made': { title: 'Berita Acara dibuat', says: () => 'Membuat Berita Acara' },
  'minutes.downloaded': { title: 'Berita Acara diunduh', says: () => 'Mengunduh Berita Acara' },
};

/** Kejadian dalam kata-kata: judul untuk saringan, kalimat untuk daftar. */
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

export const auditWords: Readonly<Record<string, EventWords>> = {
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
  'release.created': { title: 'Rilis data dibuat', says: () => 'Membuat rilis data' },
  'release.downloaded': { title: 'Rilis data diunduh', says: () => 'Mengunduh rilis data' },
};

/** Events in words, both languages: a title for the filter, a sentence for the list. */
import { counted } from '~/i18n/counted';
import type { EventType } from '~/record/events';

export interface EventFacts {
  /** Name of the account concerned, or another name in the details. */
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

const id: Readonly<Record<EventType, EventWords>> = {
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
  'account.signInEnded': {
    title: 'Perangkat dikeluarkan',
    says: (p) => `Mengeluarkan satu perangkat milik ${p.name} (${p.username})`,
  },
  'account.passwordChanged': { title: 'Kata sandi diganti', says: () => 'Mengganti kata sandinya sendiri' },
  'account.proved': {
    title: 'Kata sandi ditegaskan',
    says: () => 'Mengetik kata sandinya sekali lagi untuk mengelola akun atau menerbitkan instrumen',
  },
  'account.proofFailed': {
    title: 'Gagal menegaskan kata sandi',
    says: () => 'Mengetik kata sandi yang salah saat hendak mengelola akun atau menerbitkan instrumen',
  },
  'account.refused': { title: 'Ditolak', says: (p) => `Meminta ${p.name} tanpa hak, dan ditolak` },
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
  'instrument.drafted': {
    title: 'Draf instrumen diunggah',
    says: (p) => `Mengunggah draf instrumen ${p.name}`,
  },
  'instrument.discarded': {
    title: 'Draf instrumen dibuang',
    says: (p) => `Membuang draf instrumen ${p.name}`,
  },
  'instrument.published': { title: 'Instrumen diterbitkan', says: (p) => `Menerbitkan instrumen ${p.name}` },
  'rakerda.created': {
    title: 'Rakerda dibuat',
    says: (p) => `Membuat Rakerda ${p.name} dengan ${p.count} instansi`,
  },
  'rakerda.stateChanged': { title: 'Tahap Rakerda diubah', says: () => 'Mengubah tahap Rakerda' },
  'rakerda.membersChanged': { title: 'Anggota Rakerda diubah', says: () => 'Mengubah anggota Rakerda' },
  'rakerda.targetsChanged': { title: 'Target diubah', says: () => 'Mengubah target instansi' },
  'rakerda.topicTargetChanged': {
    title: 'Target topik diubah',
    says: () => 'Mengubah target sebuah topik Rakerda',
  },
  'rakerda.changed': {
    title: 'Rakerda diubah',
    says: (p) =>
      p.count === '0' ? 'Mengubah data Rakerda' : `Menambahkan ${p.count} instansi peserta ke Rakerda`,
  },
  'rakerda.agencyRemoved': {
    title: 'Instansi dikeluarkan',
    says: (p) => `Mengeluarkan ${p.agency} dari Rakerda`,
  },
  'rakerda.armsChanged': {
    title: 'Lambang diubah',
    says: () => 'Mengganti atau menghapus lambang Rakerda',
  },
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
  'answer.returned': {
    title: 'Catatan kepala pada indikator',
    says: (p) => `Mengembalikan jawaban indikator ${p.indicator} dengan catatan`,
  },
  'answer.takenOver': {
    title: 'Jawaban diambil dari tahun sebelumnya',
    says: (p) => `Mengambil penjelasan dan tautan indikator ${p.indicator} dari tahun sebelumnya`,
  },
  'answer.confirmed': {
    title: 'Isian ambilan dikonfirmasi',
    says: (p) => `Mengonfirmasi isian indikator ${p.indicator} yang diambil dari tahun sebelumnya`,
  },
  'answer.late': {
    title: 'Perubahan terlambat',
    says: (p) => `Mengirim perubahan indikator ${p.indicator} setelah pengisian ditutup`,
  },
  'answer.lateAccepted': {
    title: 'Perubahan terlambat diterima',
    says: (p) => `Menerima perubahan terlambat pada indikator ${p.indicator}`,
  },
  'answer.lateLeft': {
    title: 'Perubahan terlambat dibiarkan',
    says: (p) => `Membiarkan perubahan terlambat pada indikator ${p.indicator}`,
  },
  'answer.restored': {
    title: 'Versi sebelumnya dikembalikan',
    says: (p) => `Mengembalikan versi sebelumnya dari isian indikator ${p.indicator}`,
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
  'assessment.approvalTakenBack': {
    title: 'Persetujuan ditarik',
    says: () => 'Menarik kembali persetujuan penilaian',
  },
  'assessment.reopened': { title: 'Penilaian dibuka kembali', says: () => 'Membuka kembali penilaian' },
  'release.downloaded': { title: 'Rilis data diunduh', says: () => 'Mengunduh rilis data' },
  'agenda.itemAdded': { title: 'Acara ditambahkan', says: () => 'Menambahkan acara ke agenda' },
  'agenda.itemChanged': { title: 'Acara diubah', says: () => 'Mengubah acara di agenda' },
  'agenda.itemRemoved': { title: 'Acara dihapus', says: () => 'Menghapus acara dari agenda' },
  'agenda.copied': { title: 'Agenda disalin', says: () => 'Menyalin agenda dari Rakerda sebelumnya' },
  'card.issued': { title: 'Kartu akses dibuat', says: (p) => `Membuat ${p.count} kartu akses` },
  'card.printed': {
    title: 'Lembar kartu akses dibuka',
    says: (p) => `Membuka lembar cetak dengan ${p.count} kode kartu`,
  },
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
  'vote.reopened': {
    title: 'Pemungutan suara dibuka kembali',
    says: (p) => `Membuka kembali pemungutan suara indikator ${p.indicator} ${p.agency}`,
  },
  'vote.withdrawn': {
    title: 'Pemungutan suara dibatalkan',
    says: (p) => `Membatalkan pemungutan suara indikator ${p.indicator} ${p.agency}`,
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
  'topic.saved': { title: 'Angka topik disimpan', says: (p) => `Mengubah angka topik ${p.agency}` },
  'register.saved': { title: 'Register disimpan', says: (p) => `Mengubah register ${p.agency}` },
  'topic.submitted': {
    title: 'Angka topik diajukan',
    says: (p) => `Mengajukan angka topik ${p.agency} kepada kepala instansi`,
  },
  'topic.returned': {
    title: 'Angka topik dikembalikan',
    says: (p) => `Mengembalikan angka topik ${p.agency} untuk diperbaiki`,
  },
  'topic.approvalTakenBack': {
    title: 'Persetujuan angka topik ditarik',
    says: (p) => `Menarik kembali persetujuan angka topik ${p.agency}`,
  },
  'topic.approved': { title: 'Angka topik disetujui', says: (p) => `Menyetujui angka topik ${p.agency}` },
  'topic.reopened': {
    title: 'Angka topik dibuka kembali',
    says: (p) => `Membuka kembali angka topik ${p.agency}`,
  },
  'minutes.made': { title: 'Berita Acara dibuat', says: () => 'Membuat Berita Acara' },
  'minutes.downloaded': { title: 'Berita Acara diunduh', says: () => 'Mengunduh Berita Acara' },
};

const en: Readonly<Record<EventType, EventWords>> = {
  'account.signedIn': { title: 'Signed in', says: () => 'Signed in' },
  'account.signInFailed': {
    title: 'Failed sign-in',
    says: (p) => `A sign-in attempt failed with the user name “${p.username}”`,
  },
  'account.signedOut': { title: 'Signed out', says: () => 'Signed out' },
  'account.signedOutEverywhere': {
    title: 'Signed out on all devices',
    says: () => 'Signed out on all devices',
  },
  'account.signInEnded': {
    title: 'Device signed out',
    says: (p) => `Signed out one device of ${p.name} (${p.username})`,
  },
  'account.passwordChanged': { title: 'Password changed', says: () => 'Changed their own password' },
  'account.proved': {
    title: 'Password confirmed',
    says: () => 'Typed their password once more to manage accounts or publish an instrument',
  },
  'account.proofFailed': {
    title: 'Password not confirmed',
    says: () => 'Typed a wrong password when about to manage accounts or publish an instrument',
  },
  'account.refused': {
    title: 'Refused',
    says: (p) => `Asked for ${p.name} without the right to it, and was refused`,
  },
  'account.created': {
    title: 'Account created',
    says: (p) => `Created the account ${p.name} (${p.username})`,
  },
  'account.agencyAccountsCreated': {
    title: 'Agency accounts created',
    says: (p) => `Created or renewed ${counted(p.count, 'agency account', 'agency accounts')} at once`,
  },
  'account.renamed': {
    title: 'Account renamed',
    says: (p) => `Renamed the account ${p.username} to ${p.name}`,
  },
  'account.passwordReset': {
    title: 'New initial password',
    says: (p) => `Made a new initial password for ${p.name} (${p.username})`,
  },
  'account.disabled': {
    title: 'Account disabled',
    says: (p) => `Disabled the account ${p.name} (${p.username})`,
  },
  'account.enabled': {
    title: 'Account enabled again',
    says: (p) => `Enabled the account ${p.name} (${p.username}) again`,
  },
  'account.membershipsChanged': {
    title: 'Memberships changed',
    says: (p) => `Changed the Rakerda that ${p.name} (${p.username}) works in`,
  },
  'instrument.drafted': {
    title: 'Draft of an instrument uploaded',
    says: (p) => `Uploaded a draft of the instrument ${p.name}`,
  },
  'instrument.discarded': {
    title: 'Draft of an instrument discarded',
    says: (p) => `Discarded the draft of the instrument ${p.name}`,
  },
  'instrument.published': {
    title: 'Instrument published',
    says: (p) => `Published the instrument ${p.name}`,
  },
  'rakerda.created': {
    title: 'Rakerda created',
    says: (p) => `Created the Rakerda ${p.name} with ${counted(p.count, 'agency', 'agencies')}`,
  },
  'rakerda.stateChanged': { title: 'Rakerda stage changed', says: () => 'Changed the stage of the Rakerda' },
  'rakerda.membersChanged': { title: 'Members changed', says: () => 'Changed the members of the Rakerda' },
  'rakerda.targetsChanged': { title: 'Targets changed', says: () => 'Changed the targets of agencies' },
  'rakerda.topicTargetChanged': {
    title: 'Target of a topic changed',
    says: () => 'Changed the target of a topic of the Rakerda',
  },
  'rakerda.changed': {
    title: 'Rakerda changed',
    says: (p) =>
      p.count === '0' ? 'Changed the details of the Rakerda' : `Added agencies to the Rakerda (${p.count})`,
  },
  'rakerda.agencyRemoved': {
    title: 'Agency removed',
    says: (p) => `Took ${p.agency} out of the Rakerda`,
  },
  'rakerda.armsChanged': {
    title: 'Arms changed',
    says: () => 'Replaced or removed the arms of the Rakerda',
  },
  'answer.saved': {
    title: 'Answer saved',
    says: (p) =>
      p.level === ''
        ? `Changed the answer to indicator ${p.indicator}, no level yet`
        : `Changed the answer to indicator ${p.indicator}, level ${p.level}`,
  },
  'answer.setAside': {
    title: 'Entry not used',
    says: (p) => `Filled in indicator ${p.indicator}, then kept what was saved already`,
  },
  'answer.returned': {
    title: 'Head’s note on an indicator',
    says: (p) => `Returned the answer of indicator ${p.indicator} with a note`,
  },
  'answer.takenOver': {
    title: 'Answer taken over from an earlier year',
    says: (p) => `Took justification and links of indicator ${p.indicator} over from an earlier year`,
  },
  'answer.confirmed': {
    title: 'Taken-over answer confirmed',
    says: (p) => `Confirmed what was taken over for indicator ${p.indicator}`,
  },
  'answer.late': {
    title: 'Late change',
    says: (p) => `Sent a change of indicator ${p.indicator} after answers were closed`,
  },
  'answer.lateAccepted': {
    title: 'Late change accepted',
    says: (p) => `Accepted a late change of indicator ${p.indicator}`,
  },
  'answer.lateLeft': {
    title: 'Late change left',
    says: (p) => `Left a late change of indicator ${p.indicator}`,
  },
  'answer.restored': {
    title: 'Earlier version put back',
    says: (p) => `Put an earlier version of a field of indicator ${p.indicator} back`,
  },
  'assessment.submitted': {
    title: 'Assessment submitted',
    says: () => 'Submitted the assessment to the head of the agency',
  },
  'assessment.approved': { title: 'Assessment approved', says: () => 'Approved the assessment' },
  'assessment.returned': {
    title: 'Assessment returned',
    says: () => 'Returned the assessment for correction',
  },
  'assessment.approvalTakenBack': {
    title: 'Approval taken back',
    says: () => 'Took the approval of the assessment back',
  },
  'assessment.reopened': { title: 'Assessment reopened', says: () => 'Reopened the assessment' },
  'release.downloaded': { title: 'Release downloaded', says: () => 'Downloaded a data release' },
  'agenda.itemAdded': { title: 'Agenda item added', says: () => 'Added an agenda item' },
  'agenda.itemChanged': { title: 'Agenda item changed', says: () => 'Changed an agenda item' },
  'agenda.itemRemoved': { title: 'Agenda item removed', says: () => 'Removed an agenda item' },
  'agenda.copied': { title: 'Agenda copied', says: () => 'Copied the agenda of an earlier Rakerda' },
  'card.issued': {
    title: 'Access cards issued',
    says: (p) => `Issued ${counted(p.count, 'access card', 'access cards')}`,
  },
  'card.printed': {
    title: 'Sheet of access cards opened',
    says: (p) => `Opened the sheet to print with ${counted(p.count, 'card code', 'card codes')}`,
  },
  'card.reissued': {
    title: 'Card code replaced',
    says: (p) => `Replaced the code of the access card of ${p.agency}`,
  },
  'card.revoked': { title: 'Access card revoked', says: (p) => `Revoked the access card of ${p.agency}` },
  'card.joined': {
    title: 'Joined by card',
    says: (p) => `${p.name} joined with the access card of ${p.agency}`,
  },
  'card.codeFailed': { title: 'Wrong card code', says: () => 'An access code that was entered is not valid' },
  'attendance.added': { title: 'Attendance noted', says: (p) => `Noted the attendance of ${p.name}` },
  'attendance.changed': {
    title: 'Attendance changed',
    says: (p) => `Changed the attendance entry of ${p.name}`,
  },
  'attendance.removed': {
    title: 'Attendance removed',
    says: (p) => `Removed the attendance entry of ${p.name}`,
  },
  'message.sent': { title: 'Message sent', says: (p) => `Sent a message to ${p.agency}` },
  'message.seen': { title: 'Message read', says: () => 'Read the facilitator’s message' },
  'projector.changed': { title: 'Screen changed', says: () => 'Changed what the screen shows' },
  'projector.linkChanged': { title: 'Screen link replaced', says: () => 'Replaced the link of the screen' },
  'vote.opened': {
    title: 'Vote opened',
    says: (p) => `Opened the vote on indicator ${p.indicator} of ${p.agency}`,
  },
  'vote.cast': { title: 'Vote cast', says: () => 'Cast a vote (what it said is not recorded)' },
  'vote.closed': {
    title: 'Vote closed',
    says: (p) => `Closed the vote on indicator ${p.indicator} of ${p.agency}`,
  },
  'vote.reopened': {
    title: 'Vote opened again',
    says: (p) => `Opened the vote on indicator ${p.indicator} of ${p.agency} again`,
  },
  'vote.withdrawn': {
    title: 'Vote withdrawn',
    says: (p) => `Withdrew the vote on indicator ${p.indicator} of ${p.agency}`,
  },
  'vote.revealed': {
    title: 'Vote revealed',
    says: (p) => `Revealed the vote on indicator ${p.indicator} of ${p.agency}`,
  },
  'vote.agreed': {
    title: 'Level agreed',
    says: (p) => `Recorded the agreed level ${p.level} for indicator ${p.indicator} of ${p.agency}`,
  },
  'note.added': { title: 'Note added', says: () => 'Added a note or recommendation' },
  'note.changed': { title: 'Note changed', says: () => 'Changed a note or recommendation' },
  'note.removed': { title: 'Note removed', says: () => 'Removed a note or recommendation' },
  'commitment.added': { title: 'Commitment added', says: (p) => `Added a commitment of ${p.agency}` },
  'commitment.changed': { title: 'Commitment changed', says: (p) => `Changed a commitment of ${p.agency}` },
  'commitment.removed': { title: 'Commitment removed', says: (p) => `Removed a commitment of ${p.agency}` },
  'commitment.statusChanged': {
    title: 'Commitment status changed',
    says: (p) => `Changed the status of a commitment of ${p.agency}`,
  },
  'topic.saved': {
    title: 'Figures of a topic saved',
    says: (p) => `Changed figures of a topic of ${p.agency}`,
  },
  'register.saved': {
    title: 'Register saved',
    says: (p) => `Changed a register of ${p.agency}`,
  },
  'topic.submitted': {
    title: 'Figures of a topic submitted',
    says: (p) => `Submitted the figures of a topic of ${p.agency} to the head of the agency`,
  },
  'topic.returned': {
    title: 'Figures of a topic returned',
    says: (p) => `Returned the figures of a topic of ${p.agency} for correction`,
  },
  'topic.approvalTakenBack': {
    title: 'Approval of a topic taken back',
    says: (p) => `Took the approval of the figures of a topic of ${p.agency} back`,
  },
  'topic.approved': {
    title: 'Figures of a topic approved',
    says: (p) => `Approved the figures of a topic of ${p.agency}`,
  },
  'topic.reopened': {
    title: 'Figures of a topic reopened',
    says: (p) => `Reopened the figures of a topic of ${p.agency}`,
  },
  'minutes.made': { title: 'Berita Acara made', says: () => 'Made the Berita Acara' },
  'minutes.downloaded': { title: 'Berita Acara downloaded', says: () => 'Downloaded the Berita Acara' },
};

export const auditWords = { id, en };

/** Words of the history of one assessment. */
const id = {
  filterIndicator: 'Indikator',
  allIndicators: 'Semua indikator',
  empty: 'Belum ada perubahan. Setiap isian yang disimpan akan tercatat di sini.',
  older: 'Lebih lama',
  newest: 'Kembali ke yang terbaru',
  changedIndicator: (p: { no: string; name: string }) => `Indikator ${p.no}: ${p.name}`,
  fields: {
    level: 'Level',
    justification: 'Penjelasan',
    note: 'Catatan',
    personInCharge: 'Penanggung jawab',
    service: 'Layanan yang dinilai',
    discuss: 'Bahas di pleno',
    evidence: 'Tautan data dukung',
  },
  notUsed: 'Tidak dipakai; yang sudah tersimpan dipertahankan.',
  before: 'sebelumnya',
  after: 'menjadi',
  emptyValue: '(kosong)',
  events: {
    'assessment.submitted': 'Penilaian diajukan',
    'assessment.approved': 'Penilaian disetujui',
    'assessment.returned': 'Penilaian dikembalikan',
    'assessment.approvalTakenBack': 'Persetujuan ditarik kembali',
    'assessment.reopened': 'Penilaian dibuka kembali',
    'answer.returned': 'catatan kepala instansi',
    'answer.takenOver': 'diambil dari tahun sebelumnya',
    'answer.restored': 'versi sebelumnya dikembalikan',
    'answer.late': 'terlambat, tidak mengubah jawaban',
    'answer.lateAccepted': 'perubahan terlambat diterima',
    'answer.lateLeft': 'perubahan terlambat dibiarkan',
    'answer.confirmed': 'isian dari tahun sebelumnya dikonfirmasi',
  },
  system: 'Sistem',
  restore: 'Kembalikan versi ini',
  restoreOf: (p: { field: string; no: string; time: string }) =>
    `${p.field} indikator ${p.no} dari ${p.time}`,
  restored: (p: { field: string; no: string }) =>
    `${p.field} indikator ${p.no} dikembalikan. Ini pun tercatat, dan dapat dikembalikan lagi.`,
  refused: {
    locked:
      'Tidak dikembalikan: jawaban sedang tidak dapat diubah, karena penilaian sudah diajukan atau tahap pengisian sudah ditutup.',
    changed:
      'Tidak dikembalikan: isian ini baru saja diubah orang lain. Lihat dahulu isi sekarang, lalu coba lagi.',
    same: 'Tidak ada yang berubah: isian ini sudah seperti itu.',
    gone: 'Tidak dikembalikan: versi itu tidak ada.',
  },
};

const en: typeof id = {
  filterIndicator: 'Indicator',
  allIndicators: 'All indicators',
  empty: 'No changes yet. Everything that is saved will be on record here.',
  older: 'Older',
  newest: 'Back to the newest',
  changedIndicator: (p) => `Indicator ${p.no}: ${p.name}`,
  fields: {
    level: 'Level',
    justification: 'Justification',
    note: 'Note',
    personInCharge: 'Person in charge',
    service: 'Service assessed',
    discuss: 'Discuss in plenary',
    evidence: 'Evidence links',
  },
  notUsed: 'Not used; what was saved already was kept.',
  before: 'before',
  after: 'now',
  emptyValue: '(empty)',
  events: {
    'assessment.submitted': 'Assessment submitted',
    'assessment.approved': 'Assessment approved',
    'assessment.returned': 'Assessment returned',
    'assessment.approvalTakenBack': 'Approval taken back',
    'assessment.reopened': 'Assessment reopened',
    'answer.returned': 'note of the agency head',
    'answer.takenOver': 'taken over from an earlier year',
    'answer.restored': 'an earlier version put back',
    'answer.late': 'too late, changes no answer',
    'answer.lateAccepted': 'late change accepted',
    'answer.lateLeft': 'late change left',
    'answer.confirmed': 'confirmed what was taken over',
  },
  system: 'System',
  restore: 'Put this version back',
  restoreOf: (p) => `${p.field} of indicator ${p.no} from ${p.time}`,
  restored: (p) =>
    `${p.field} of indicator ${p.no} is put back. That is on the record too, and can be put back again.`,
  refused: {
    locked:
      'Not put back: answers cannot be changed now, because the assessment is submitted or the stage of filling in is closed.',
    changed:
      'Not put back: somebody has just changed this field. Look at what stands now first, then try again.',
    same: 'Nothing changed: the field already says that.',
    gone: 'Not put back: there is no such version.',
  },
};

export const historyWords = { id, en };

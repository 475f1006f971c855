/** The review sheet, what is missing in answers, and what the head decides: the words in both languages. */
import { counted } from '~/i18n/counted';

const id = {
  anyGap: 'Yang ada kekurangannya',
  shown: (p: { count: string; total: string }) => `${p.count} dari ${p.total} indikator ditampilkan.`,
  nothing: 'Tidak ada indikator seperti ini.',
  pdfHint: 'Berisi indikator yang sedang ditampilkan, dengan penjelasan, data dukung, dan kekurangannya.',
  gap: {
    unanswered: 'Belum dijawab',
    noJustification: 'Tanpa penjelasan',
    noEvidence: 'Tanpa data dukung',
    jump: 'Berubah 2 level atau lebih',
  },
  /** On the head of an aspect. */
  indicators: (p: { count: string }) => `${p.count} indikator`,
  gapIn: {
    unanswered: (p: { count: string }) => `${p.count} belum dijawab`,
    noJustification: (p: { count: string }) => `${p.count} tanpa penjelasan`,
    noEvidence: (p: { count: string }) => `${p.count} tanpa data dukung`,
    jump: (p: { count: string }) => `${p.count} berubah 2 level atau lebih`,
  },
  countedAsLowest: (p: { level: string }) => `Belum dijawab, dihitung level ${p.level}`,
  justification: 'Penjelasan',
  evidence: 'Data dukung',
  none: 'Tidak ada',
  noteTo: (p: { no: string }) => `Catatan untuk indikator ${p.no}`,
  noteHint: 'Dikirim bersama pengembalian; kosongkan bila tidak perlu.',
  returnTitle: 'Kembalikan kepada operator',
  returnLead:
    'Operator menerima catatan ini bersama catatan tiap indikator di atas. Catatan yang sudah ditulis tetap dikirim walau indikatornya sedang tidak ditampilkan.',
  returnLabel: 'Apa yang perlu diperbaiki?',
  return: 'Kembalikan dengan catatan',
  noteMissing: 'Tuliskan catatan untuk keseluruhan, paling sedikit 5 huruf.',
  noteTooLong: 'Paling banyak 1.000 huruf.',
  noteTooLongAt: (p: { no: string }) => `Catatan indikator ${p.no}: paling banyak 1.000 huruf.`,
  approveTitle: 'Setujui',
  approveLead: 'Persetujuan diberikan di halaman status.',
  toApproval: 'Ke persetujuan',
  gapsAnswered: (p: { answered: string; total: string }) =>
    `${p.answered} dari ${p.total} indikator terjawab.`,
  gapLine: {
    unanswered: (p: { count: string }) => `${p.count} belum dijawab dan dihitung level terendah`,
    noJustification: (p: { count: string }) => `${p.count} tanpa penjelasan`,
    noEvidence: (p: { count: string }) => `${p.count} tanpa data dukung`,
    jump: (p: { count: string }) => `${p.count} berubah 2 level atau lebih dari tahun sebelumnya`,
  },
  gapsQuestion: 'Setujui walaupun demikian? Tekan sekali lagi, atau kembalikan kepada operator.',
  approveAnyway: 'Ya, setujui dengan kekurangan ini',
  gapsNamed: 'Belum disetujui: periksa dahulu kekurangan di bawah ini.',
  takeBackTitle: 'Tarik kembali persetujuan',
  takeBackLead:
    'Sampai pleno dibuka, persetujuan dapat ditarik: penilaian kembali menunggu keputusan Anda dan tidak lagi terlihat oleh instansi lain.',
  takeBack: 'Tarik persetujuan',
  takenBack: 'Persetujuan ditarik. Penilaian menunggu keputusan Anda lagi.',
  takeBackTooLate: 'Pleno sudah dibuka: persetujuan hanya dapat dibuka kembali oleh fasilitator.',
};

const en: typeof id = {
  anyGap: 'With something missing',
  shown: (p) => `Shown: ${p.count} of ${counted(p.total, 'indicator', 'indicators')}.`,
  nothing: 'There is no such indicator.',
  pdfHint: 'Holds the indicators shown now, with their justifications, evidence and what is missing.',
  gap: {
    unanswered: 'Unanswered',
    noJustification: 'No justification',
    noEvidence: 'No evidence',
    jump: 'Changed by 2 levels or more',
  },
  indicators: (p) => counted(p.count, 'indicator', 'indicators'),
  gapIn: {
    unanswered: (p) => `${p.count} unanswered`,
    noJustification: (p) => `${p.count} without justification`,
    noEvidence: (p) => `${p.count} without evidence`,
    jump: (p) => `${p.count} changed by 2 levels or more`,
  },
  countedAsLowest: (p) => `Unanswered, counts as level ${p.level}`,
  justification: 'Justification',
  evidence: 'Evidence',
  none: 'None',
  noteTo: (p) => `Note on indicator ${p.no}`,
  noteHint: 'Sent with the return; leave it empty where there is nothing to say.',
  returnTitle: 'Return to the operator',
  returnLead:
    'The operator gets this note together with the notes on single indicators above. A note you wrote is sent even while its indicator is not shown.',
  returnLabel: 'What needs to be corrected?',
  return: 'Return with notes',
  noteMissing: 'Write a note on the whole, at least 5 characters.',
  noteTooLong: 'At most 1,000 characters.',
  noteTooLongAt: (p) => `Note on indicator ${p.no}: at most 1,000 characters.`,
  approveTitle: 'Approve',
  approveLead: 'Approval is given on the status page.',
  toApproval: 'Go to the approval',
  gapsAnswered: (p) => `${p.answered} of ${p.total} indicators are answered.`,
  gapLine: {
    unanswered: (p) => `${p.count} unanswered, counted as the lowest level`,
    noJustification: (p) => `${p.count} without justification`,
    noEvidence: (p) => `${p.count} without evidence`,
    jump: (p) => `${p.count} changed by 2 levels or more against the earlier year`,
  },
  gapsQuestion: 'Approve nevertheless? Press once more, or return the assessment to the operator.',
  approveAnyway: 'Yes, approve with these gaps',
  gapsNamed: 'Not approved yet: look at what is missing below first.',
  takeBackTitle: 'Take the approval back',
  takeBackLead:
    'Until the plenary opens, the approval can be taken back: the assessment waits for your decision again and other agencies no longer see it.',
  takeBack: 'Take the approval back',
  takenBack: 'The approval is taken back. The assessment waits for your decision again.',
  takeBackTooLate: 'The plenary has opened: only the facilitator can reopen the approval.',
};

export const reviewWords = { id, en };

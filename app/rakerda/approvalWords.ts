/** The way from filled in to approved, in both languages, whatever is filled in. */
const id = {
  steps: { draft: 'Pengisian', submitted: 'Pengajuan', approved: 'Persetujuan kepala' },
  submittedBy: (p: { name: string; time: string }) => `Diajukan oleh ${p.name} pada ${p.time}`,
  approvedBy: (p: { name: string; time: string }) => `Disetujui oleh ${p.name} pada ${p.time}`,
  /** Where nobody did it: in demo data. */
  submittedOn: (p: { time: string }) => `Diajukan pada ${p.time}`,
  approvedOn: (p: { time: string }) => `Disetujui pada ${p.time}`,
  returnNote: 'Catatan pengembalian',
  returnTitle: 'Kembalikan kepada operator',
  returnLabel: 'Apa yang perlu diperbaiki?',
  return: 'Kembalikan',
  reopenLabel: 'Alasan membuka kembali',
  reopen: 'Buka kembali',
  noteMissing: 'Tuliskan alasannya, paling sedikit 5 huruf.',
  noteTooLong: 'Paling banyak 1.000 huruf.',
};

const en: typeof id = {
  steps: { draft: 'Filling in', submitted: 'Submission', approved: 'Approval by the head' },
  submittedBy: (p) => `Submitted by ${p.name} on ${p.time}`,
  approvedBy: (p) => `Approved by ${p.name} on ${p.time}`,
  submittedOn: (p) => `Submitted on ${p.time}`,
  approvedOn: (p) => `Approved on ${p.time}`,
  returnNote: 'Note on the return',
  returnTitle: 'Return to the operator',
  returnLabel: 'What needs to be corrected?',
  return: 'Return',
  reopenLabel: 'Reason for reopening',
  reopen: 'Reopen',
  noteMissing: 'Write the reason, at least 5 characters.',
  noteTooLong: 'At most 1,000 characters.',
};

export const approvalWords = { id, en };

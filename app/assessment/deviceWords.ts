/** Words of the page about what lies on this device. */
const id = {
  title: 'Isian di perangkat ini',
  lead: 'Isian Anda yang ada di perangkat ini dan belum ada di server. Isian dikirim sendiri begitu jaringan ada.',
  scripts: 'Halaman ini memerlukan JavaScript. Tanpa JavaScript tidak ada isian yang disimpan di perangkat.',
  none: 'Semua isian sudah ada di server.',
  notOnDevice: 'Sebagian isian belum tersimpan di perangkat: jangan tutup tab ini.',
  send: 'Kirim sekarang',
  save: 'Simpan sebagai berkas',
  fileName: 'isian-belum-terkirim.json',
  removeAll: 'Hapus semua dari perangkat',
  removeAllAsk: 'Hapus semua isian ini dari perangkat? Isian yang belum ada di server hilang.',
  remove: 'Hapus',
  removeOf: (p: { field: string; no: string }) => `${p.field}, indikator ${p.no}`,
  removeAsk: (p: { field: string; no: string }) =>
    `Hapus isian ${p.field} indikator ${p.no} dari perangkat? Isian yang belum ada di server hilang.`,
  removeFormAsk: (p: { label: string }) =>
    `Hapus isian ${p.label} dari perangkat? Isian yang belum ada di server hilang.`,
  indicator: (p: { no: string }) => `Indikator ${p.no}`,
  typed: (p: { time: string }) => `diketik ${p.time}`,
  state: {
    waiting: 'menunggu dikirim',
    asked: 'menunggu pilihan Anda: orang lain mengubah isian yang sama',
    invalid: 'perlu diperbaiki sebelum dapat dikirim',
    refused: 'tidak diterima server',
    notPressed: 'belum ditekan Simpan',
    undecided: 'menunggu keputusan Anda di halamannya',
  },
};

const en: typeof id = {
  title: 'Entries on this device',
  lead: 'What you typed that lies on this device and not yet on the server. It is sent by itself once there is a network.',
  scripts: 'This page needs JavaScript. Without it nothing is kept on the device.',
  none: 'The server has everything.',
  notOnDevice: 'Not all of it is kept on the device yet: do not close this tab.',
  send: 'Send now',
  save: 'Save as a file',
  fileName: 'entries-not-sent.json',
  removeAll: 'Remove all from the device',
  removeAllAsk: 'Remove all of these from the device? What the server does not have is gone.',
  remove: 'Remove',
  removeOf: (p) => `${p.field}, indicator ${p.no}`,
  removeFormAsk: (p) => `Remove ${p.label} from the device? What the server does not have is gone.`,
  removeAsk: (p) =>
    `Remove ${p.field} of indicator ${p.no} from the device? What the server does not have is gone.`,
  indicator: (p) => `Indicator ${p.no}`,
  typed: (p) => `typed ${p.time}`,
  state: {
    waiting: 'waiting to be sent',
    asked: 'waiting for your choice: somebody else changed the same field',
    invalid: 'has to be mended before it can be sent',
    refused: 'not accepted by the server',
    notPressed: 'Save was not pressed yet',
    undecided: 'waiting for your decision on its page',
  },
};

export const deviceWords = { id, en };

/** Words of changes that came after answers were closed. */
const id = {
  title: (p: { count: string }) => `Perubahan yang terlambat: ${p.count}`,
  lead: 'Perubahan ini diketik di perangkat tanpa jaringan dan sampai setelah pengisian ditutup. Jawaban belum berubah karenanya.',
  forwarded: 'Terlambat: diteruskan ke fasilitator. Fasilitator memutuskan apakah perubahan ini dipakai.',
  notOpen:
    'Untuk menerima perubahan, penilaian harus dapat diisi: buka kembali penilaian, atau kembalikan tahap Rakerda ke pengisian.',
  typed: (p: { name: string; time: string }) => `Diketik oleh ${p.name}, menurut perangkatnya ${p.time}`,
  typedUnknown: (p: { name: string }) => `Diketik oleh ${p.name}; perangkatnya tidak menyebut waktu`,
  arrived: (p: { time: string }) => `sampai ${p.time}`,
  standsAlready: 'Isi jawaban sekarang sudah sama.',
  accept: 'Terima perubahan',
  leave: 'Biarkan',
  of: (p: { no: string }) => `pada indikator ${p.no}`,
  done: {
    accepted: 'Perubahan diterima dan masuk ke jawaban. Keputusan ini tercatat di riwayat.',
    left: 'Perubahan dibiarkan: jawaban tetap, dan isian itu tetap ada di riwayat.',
  },
  refused: {
    locked: 'Belum diterima: jawaban sedang tidak dapat diubah. Buka kembali penilaian dahulu.',
    changed: 'Belum diterima: jawaban berubah sejak halaman ini dibuka. Bandingkan lagi, lalu putuskan.',
    gone: 'Perubahan ini sudah diputuskan.',
  },
};

const en: typeof id = {
  title: (p) => `Changes that came too late: ${p.count}`,
  lead: 'These changes were typed on a device without a network and arrived after filling in was closed. They have changed no answer.',
  forwarded: 'Too late: passed on to the facilitator, who decides whether this change counts.',
  notOpen:
    'To accept a change the assessment must be open for answers: reopen it, or take the Rakerda back to the stage of filling in.',
  typed: (p) => `Typed by ${p.name}, by their device at ${p.time}`,
  typedUnknown: (p) => `Typed by ${p.name}; the device does not say when`,
  arrived: (p) => `arrived ${p.time}`,
  standsAlready: 'The answer says this already.',
  accept: 'Accept the change',
  leave: 'Leave it',
  of: (p) => `to indicator ${p.no}`,
  done: {
    accepted: 'The change is accepted and in the answer. The decision is in the history.',
    left: 'The change is left: the answer stays, and what was typed stays in the history.',
  },
  refused: {
    locked: 'Not accepted yet: answers cannot be changed now. Reopen the assessment first.',
    changed:
      'Not accepted yet: the answer has changed since this page was opened. Compare again, then decide.',
    gone: 'This change was decided already.',
  },
};

export const lateWords = { id, en };

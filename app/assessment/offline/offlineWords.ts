/** Working without a connection, in both languages: every page of who may answer carries them. */
const id = {
  away: 'Bekerja tanpa koneksi.',
  pages: 'Daftar indikator, semua indikator, hasil dan rencana penilaian ini tetap dapat dibuka.',
  kept: 'Isian disimpan di perangkat ini dan dikirim sendiri setelah tersambung; nilai di sini sudah memperhitungkannya, rencana belum.',
  doNotClose: 'Jangan tutup tab ini: tanpa koneksi halaman ini tidak dapat dibuka lagi.',
  needsServer: 'Yang baru saja dipilih memerlukan koneksi.',
  mayClose: 'Tab ini boleh ditutup: tanpa koneksi pun alamat ini dapat dibuka lagi di perangkat ini.',
  newer: 'Versi baru tersedia.',
  reload: 'Muat ulang',
  ready: 'Semua indikator ada di tab ini: dapat diisi terus bila koneksi terputus.',
};

const en: typeof id = {
  away: 'Working without a connection.',
  pages: 'The list, all indicators, the result and the plan of this assessment can still be opened.',
  kept: 'Entries are kept on this device and sent by themselves once connected; the figures here count them already, the plan does not.',
  doNotClose: 'Do not close this tab: without a connection this page cannot be opened again.',
  needsServer: 'What was just chosen needs a connection.',
  mayClose: 'This tab may be closed: even without a connection this address opens again on this device.',
  newer: 'A new version is available.',
  reload: 'Reload',
  ready: 'All indicators are in this tab: filling in goes on if the connection is lost.',
};

export const offlineWords = { id, en };

const id = {
  title: 'Tidak ada koneksi ke server',
  say: 'Halaman ini tidak ada di perangkat. Halaman dibuka sendiri setelah server tersambung lagi.',
  here: 'Yang dapat dibuka tanpa koneksi:',
  nothing: 'Belum ada penilaian di perangkat ini yang dapat dibuka tanpa koneksi.',
  again: 'Coba lagi',
};

const en: typeof id = {
  title: 'No connection to the server',
  say: 'This page is not on the device. It opens by itself once the server is back.',
  here: 'What can be opened without a connection:',
  nothing: 'No assessment on this device can be opened without a connection yet.',
  again: 'Try again',
};

export const nothingKeptWords = { id, en };

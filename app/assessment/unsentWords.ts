/** What lies on this device and not on the server, in both languages: every page of who may answer carries them. */
import { counted } from '~/i18n/counted';

const id = {
  title: (p: { count: string }) => `Belum terkirim dari perangkat ini: ${p.count} indikator`,
  indicator: (p: { no: string }) => `Indikator ${p.no}`,
  forms: 'Belum tersimpan di server:',
  send: 'Kirim sekarang',
  list: 'Lihat isinya',
  late: (p: { count: string }) => `Terlambat, diteruskan ke fasilitator: ${p.count} indikator`,
  submit: 'Ada isian di perangkat ini yang belum sampai ke server. Tetap ajukan tanpa isian itu?',
  signOut:
    'Ada isian yang belum sampai ke server. Jika Anda keluar, isian itu dihapus dari perangkat ini. Tetap keluar?',
};

const en: typeof id = {
  title: (p: { count: string }) =>
    `Not sent from this device yet: ${counted(p.count, 'indicator', 'indicators')}`,
  indicator: (p: { no: string }) => `Indicator ${p.no}`,
  forms: 'Not saved on the server yet:',
  send: 'Send now',
  list: 'See what it is',
  late: (p) => `Too late, passed on to the facilitator: ${counted(p.count, 'indicator', 'indicators')}`,
  submit: 'Entries on this device have not reached the server. Submit without them?',
  signOut:
    'Entries have not reached the server. Signing out removes them from this device. Sign out all the same?',
};

export const unsentWords = { id, en };

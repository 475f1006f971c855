/** Words of the first picture, in both languages. */
import { counted } from '~/i18n/counted';

const id = {
  title: 'Selamat datang',
  today: 'Agenda hari ini',
  day: (p: { date: string }) => `Agenda ${p.date}`,
  empty: 'Agenda belum disusun.',
  now: 'Sekarang',
  next: 'Berikutnya',
  past: 'Selesai',
  endsIn: 'selesai dalam',
  startsIn: 'mulai dalam',
  over: 'Semua acara pada agenda telah selesai.',
  days: (p: { count: string }) => `${p.count} hari`,
};

const en: typeof id = {
  title: 'Welcome',
  today: 'Agenda today',
  day: (p) => `Agenda ${p.date}`,
  empty: 'There is no agenda yet.',
  now: 'Now',
  next: 'Next',
  past: 'Done',
  endsIn: 'ends in',
  startsIn: 'starts in',
  over: 'Everything on the agenda is done.',
  days: (p) => counted(p.count, 'day', 'days'),
};

export const welcomeWords = { id, en };

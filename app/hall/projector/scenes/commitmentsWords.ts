/** Words of the board of commitments, in both languages. */
import { counted } from '~/i18n/counted';

const id = {
  title: (p: { year: string }) => `Komitmen ${p.year}`,
  empty: 'Belum ada komitmen yang dicatat.',
  status: { planned: 'Direncanakan', underway: 'Berjalan', done: 'Selesai', dropped: 'Dihentikan' },
  late: 'Terlambat',
  due: (p: { date: string }) => `sampai ${p.date}`,
  gain: (p: { gain: string }) => `nanti indeks +${p.gain}`,
  counts: {
    planned: (p: { count: string }) => `${p.count} direncanakan`,
    underway: (p: { count: string }) => `${p.count} berjalan`,
    done: (p: { count: string }) => `${p.count} selesai`,
    dropped: (p: { count: string }) => `${p.count} dihentikan`,
    late: (p: { count: string; today: string }) => `${p.count} terlambat per ${p.today}`,
  },
  without: (p: { count: string }) => `${p.count} instansi belum berkomitmen`,
};

const en: typeof id = {
  title: (p) => `Commitments ${p.year}`,
  empty: 'No commitments have been recorded yet.',
  status: { planned: 'Planned', underway: 'On the way', done: 'Done', dropped: 'Dropped' },
  late: 'Late',
  due: (p) => `by ${p.date}`,
  gain: (p) => `then index +${p.gain}`,
  counts: {
    planned: (p) => `${p.count} planned`,
    underway: (p) => `${p.count} on the way`,
    done: (p) => `${p.count} done`,
    dropped: (p) => `${p.count} dropped`,
    late: (p) => `${p.count} late on ${p.today}`,
  },
  without: (p) => `${counted(p.count, 'agency', 'agencies')} without a commitment`,
};

export const commitmentsWords = { id, en };

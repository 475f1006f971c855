/** The invented agenda of the demo Rakerda: three days, every topic of the table, everything marked as an example. */
import type { Transaction } from 'kysely';
import type { Database, Topic } from '#db/schema';
import { addItemsIn } from '~/hall/agenda/index.server';
import { toUtc } from '~/i18n/zonedTime';
import { doingIn } from '~/record/change.server';

const TIME_ZONE = 'Asia/Makassar';

type Line = readonly [day: string, start: string, end: string, topic: Topic, title: string, speaker: string];

const LINES: readonly Line[] = [
  ['08', '08:30', '09:30', 'general', 'Pembukaan dan arahan gubernur', 'Sekretaris Daerah Provinsi'],
  ['08', '09:30', '12:00', 'spbe', 'Penilaian mandiri SPBE', 'Diskominfo Provinsi'],
  ['08', '13:00', '14:30', 'complaints', 'Evaluasi SP4N-LAPOR!', 'Pengelola SP4N-LAPOR!'],
  [
    '08',
    '14:30',
    '16:00',
    'communication',
    'Jangkauan internet dan komunikasi publik',
    'Bidang Informasi dan Komunikasi Publik',
  ],
  ['09', '08:30', '10:00', 'statistics', 'Statistik sektoral dan Satu Data', 'BPS Provinsi'],
  ['09', '10:00', '11:30', 'cryptography', 'Persandian dan keamanan informasi', 'BSSN'],
  ['09', '13:00', '16:00', 'spbe', 'Penilaian mandiri SPBE (lanjutan)', 'Diskominfo Provinsi'],
  ['10', '08:30', '11:30', 'spbe', 'Pleno: pembahasan hasil dan kalibrasi', 'Kemenpan-RB'],
  ['10', '13:00', '14:30', 'general', 'Komitmen instansi', 'Diskominfo Provinsi'],
  ['10', '14:30', '15:30', 'general', 'Berita Acara dan penutupan', 'Kepala Diskominfo Provinsi'],
];

/** Adds the agenda of 8–10 December of the year. */
export async function addDemoAgenda(
  trx: Transaction<Database>,
  rakerdaId: string,
  year: number,
  at: string,
): Promise<void> {
  const items = LINES.map(([day, start, end, topic, title, speaker]) => {
    const date = `${String(year)}-12-${day}`;
    return {
      startsAt: toUtc({ date, time: start }, TIME_ZONE),
      endsAt: toUtc({ date, time: end }, TIME_ZONE),
      topic,
      title,
      speaker: `${speaker} (contoh)`,
    };
  });
  await addItemsIn(doingIn(trx, { actorId: null, requestId: 'demo' }, at), rakerdaId, items);
}

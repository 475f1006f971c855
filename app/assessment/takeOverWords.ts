/** Starting from the earlier year: the words in both languages. */
import { counted } from '~/i18n/counted';

const id = {
  noEarlier: 'Tidak ada penilaian tahun sebelumnya dengan instrumen ini.',
  taken: (p: { count: string }) =>
    `Isian ${p.count} indikator diambil dan ditandai sampai dikonfirmasi. Periksa satu per satu.`,
  confirmed: (p: { count: string }) => `${p.count} indikator dikonfirmasi.`,
  nothingChosen: 'Tidak ada yang diambil atau dikonfirmasi: pilih dahulu indikatornya.',
  closed: 'Jawaban penilaian ini tidak dapat diubah sekarang; tidak ada yang diambil.',
  unconfirmedTitle: (p: { count: string }) => `Sudah diambil, belum dikonfirmasi (${p.count})`,
  unconfirmedLead:
    'Buka indikatornya untuk menyesuaikan: simpanan berikutnya mengonfirmasi. Yang sudah tepat dapat dikonfirmasi di sini.',
  confirm: 'Konfirmasi yang dipilih',
  offeredTitle: (p: { year: string; count: string }) => `Dapat diambil dari tahun ${p.year} (${p.count})`,
  offeredLead:
    'Yang belum dijawab atau levelnya tetap sudah dipilih. Yang levelnya berubah tidak dipilih: penjelasannya perlu ikut berubah.',
  take: 'Ambil yang dipilih',
  nothingOffered: 'Tidak ada lagi yang dapat diambil: semua isian tahun sebelumnya sudah terisi di sini.',
  relation: { empty: 'Belum dijawab', same: 'Level tetap', changed: 'Level berubah' },
  levelNow: (p: { level: string }) => `Sekarang level ${p.level}`,
  open: (p: { no: string }) => `Buka indikator ${p.no}`,
};

const en: typeof id = {
  noEarlier: 'There is no assessment of an earlier year with this instrument.',
  taken: (p) =>
    `Texts of ${counted(p.count, 'indicator', 'indicators')} were taken over and stay marked until confirmed. Check them one by one.`,
  confirmed: (p) => `${counted(p.count, 'indicator is', 'indicators are')} confirmed.`,
  nothingChosen: 'Nothing was taken over or confirmed: choose indicators first.',
  closed: 'The answers of this assessment cannot change now; nothing was taken over.',
  unconfirmedTitle: (p) => `Taken over, not confirmed yet (${p.count})`,
  unconfirmedLead:
    'Open an indicator to adapt it: the next save confirms it. What is right as it is can be confirmed here.',
  confirm: 'Confirm the chosen ones',
  offeredTitle: (p) => `Can be taken over from ${p.year} (${p.count})`,
  offeredLead:
    'What is unanswered or has the same level is chosen already. Where the level has changed it is not: the justification will have to change too.',
  take: 'Take over the chosen ones',
  nothingOffered: 'There is nothing left to take over: everything of the earlier year is filled in here.',
  relation: { empty: 'Unanswered', same: 'Same level', changed: 'Level changed' },
  levelNow: (p) => `Now level ${p.level}`,
  open: (p) => `Open indicator ${p.no}`,
};

export const takeOverWords = { id, en };

/** The plan as a staircase: the words in both languages. */
import { counted } from '~/i18n/counted';

const id = {
  title: (p: { from: string; to: string }) => `Tangga dari ${p.from} ke ${p.to}`,
  lead: 'Langkah yang paling banyak menaikkan indeks untuk usahanya didahulukan. Lebar anak tangga adalah usahanya.',
  drawing: (p: { steps: string; from: string; to: string; goal: string }) =>
    `Tangga dengan ${p.steps} langkah, dari indeks ${p.from} ke ${p.to}; sasaran ${p.goal}.`,
  now: 'Sekarang',
  goal: (p: { goal: string }) => `sasaran ${p.goal}`,
  effortAxis: (p: { cost: string }) => `usaha sampai ${p.cost} →`,
  reaches: (p: { index: string }) => `indeks menjadi ${p.index}`,
  earns: (p: { predicate: string }) => `predikat ${p.predicate}`,
  total: (p: { effort: string }) => `usaha sampai di sini ${p.effort}`,
  effortOf: (p: { word: string; cost: string }) => `usaha ${p.word} (${p.cost} per level)`,
  effort: 'Anggap usahanya:',
  word: { light: 'ringan', medium: 'sedang', heavy: 'berat', hardest: 'sangat berat' },
  changeEffort: (p: { no: string; word: string }) => `Anggap usaha indikator ${p.no} ${p.word}`,
  remove: 'Keluarkan langkah ini',
  removeFor: (p: { no: string; name: string }) =>
    `Keluarkan indikator ${p.no}, ${p.name}, dan cari jalan lain`,
  locked: 'Dikeluarkan dari rencana:',
  unlockFor: (p: { no: string; name: string }) => `Masukkan kembali indikator ${p.no}, ${p.name}`,
  commit: 'Jadikan komitmen',
  commitAll: 'Jadikan seluruh rencana komitmen',
  commitFor: (p: { no: string }) => `Jadikan kenaikan indikator ${p.no} komitmen`,
};

const en: typeof id = {
  title: (p) => `Stairs from ${p.from} to ${p.to}`,
  lead: 'What lifts the index most for its effort comes first. The width of a step is its effort.',
  drawing: (p) =>
    `Stairs of ${counted(p.steps, 'step', 'steps')}, from an index of ${p.from} to ${p.to}; the goal is ${p.goal}.`,
  now: 'Now',
  goal: (p) => `goal ${p.goal}`,
  effortAxis: (p) => `effort up to ${p.cost} →`,
  reaches: (p) => `the index becomes ${p.index}`,
  earns: (p) => `predicate ${p.predicate}`,
  total: (p) => `effort up to here ${p.effort}`,
  effortOf: (p) => `${p.word} effort (${p.cost} a level)`,
  effort: 'Take its effort as:',
  word: { light: 'light', medium: 'medium', heavy: 'heavy', hardest: 'very heavy' },
  changeEffort: (p) => `Take the effort of indicator ${p.no} as ${p.word}`,
  remove: 'Leave this step out',
  removeFor: (p) => `Leave out indicator ${p.no}, ${p.name}, and find another way`,
  locked: 'Left out of the plan:',
  unlockFor: (p) => `Take indicator ${p.no}, ${p.name}, in again`,
  commit: 'Make it a commitment',
  commitAll: 'Make the whole plan a commitment',
  commitFor: (p) => `Make the rise of indicator ${p.no} a commitment`,
};

export const stairWords = { id, en };

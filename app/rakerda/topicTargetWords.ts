/** What is to be reached in a topic: the words in both languages. */
import type { Unit } from '~/instrument';

interface Figure {
  readonly figure: string;
}

interface Bounds {
  readonly from: string;
  readonly to: string;
}

const id = {
  /** Beside one and beside several. */
  units: {
    index: { one: '', several: '' },
    points: { one: 'poin', several: 'poin' },
    percent: { one: '', several: '' },
    count: { one: '', several: '' },
    days: { one: 'hari', several: 'hari' },
  } satisfies Record<Exclude<Unit, 'ratio'>, { one: string; several: string }>,
  target: 'Target',
  atLeast: (p: Figure) => `paling sedikit ${p.figure}`,
  atMost: (p: Figure) => `paling banyak ${p.figure}`,
  reached: 'tercapai',
  short: (p: Figure) => `kurang ${p.figure}`,
  above: (p: Figure) => `lebih ${p.figure}`,
  measure: 'Angka yang ditarget',
  value: 'Target bersama',
  hint: {
    higher: (p: Bounds) => `Paling sedikit sekian, dari ${p.from} sampai ${p.to}. Kosong: tanpa target.`,
    lower: (p: Bounds) =>
      `Paling banyak sekian, karena makin sedikit makin baik; dari ${p.from} sampai ${p.to}. Kosong: tanpa target.`,
  },
  hintOfMany:
    'Paling sedikit sekian; pada angka bertanda ↓ paling banyak sekian, karena makin sedikit makin baik. Kosong: tanpa target.',
  errors: {
    notNumber: 'tulis angka saja.',
    comma: 'tulis koma untuk pecahan dan titik untuk ribuan, misalnya 95,5 atau 1200.',
    outside: (p: Bounds) => `di luar batasnya: tulis dari ${p.from} sampai ${p.to}.`,
    tooFine: (p: { decimals: string }) =>
      `terlalu banyak angka di belakang koma: paling banyak ${p.decimals}.`,
    choose: 'pilih dahulu angka yang ditarget.',
  },
};

const en: typeof id = {
  units: {
    index: { one: '', several: '' },
    points: { one: 'point', several: 'points' },
    percent: { one: '', several: '' },
    count: { one: '', several: '' },
    days: { one: 'day', several: 'days' },
  },
  target: 'Target',
  atLeast: (p) => `at least ${p.figure}`,
  atMost: (p) => `at most ${p.figure}`,
  reached: 'reached',
  short: (p) => `${p.figure} short`,
  above: (p) => `${p.figure} above`,
  measure: 'Figure with a target',
  value: 'Common target',
  hint: {
    higher: (p) => `At least so much, from ${p.from} to ${p.to}. Empty: no target.`,
    lower: (p) => `At most so much, because fewer is better; from ${p.from} to ${p.to}. Empty: no target.`,
  },
  hintOfMany:
    'At least so much; of figures marked ↓ at most so much, because fewer is better. Empty: no target.',
  errors: {
    notNumber: 'write a number only.',
    comma: 'write a point for fractions and a comma for thousands, such as 95.5 or 1200.',
    outside: (p) => `out of bounds: write a number from ${p.from} to ${p.to}.`,
    tooFine: (p) => `too many digits after the point: ${p.decimals} at most.`,
    choose: 'choose the figure first.',
  },
};

export type TopicTargetWords = typeof id;
export const topicTargetWords = { id, en };

/** What the figures and answers of this kind are called: the same in every instrument of it. */
import type { Confidence } from '../source';
import type { LocalizedText } from '../text';
import type { Mark } from './answers';

export const MARK_NAMES: Readonly<Record<Mark, LocalizedText>> = {
  0: { id: 'Belum ada', en: 'None' },
  1: { id: 'Dikerjakan', en: 'In work' },
  2: { id: 'Siap', en: 'Ready' },
};

/** The three figures, in the order they are shown. */
export const FIGURES = ['self', 'simulation', 'assessor'] as const;
export type LadderFigure = (typeof FIGURES)[number];

interface FigureNames {
  readonly name: LocalizedText;
  readonly meaning: LocalizedText;
  readonly confidence: Confidence;
}

export const FIGURE_NAMES: Readonly<Record<LadderFigure, FigureNames>> = {
  self: {
    name: { id: 'Penilaian mandiri', en: 'Self-assessment' },
    meaning: {
      id: 'Butir yang siap, menurut instansi. Desimalnya perkiraan.',
      en: 'Items that are ready, as the agency says. Its decimals are an estimate.',
    },
    confidence: 'proposal',
  },
  simulation: {
    name: { id: 'Simulasi', en: 'Simulation' },
    meaning: {
      id: 'Andai semua butir yang sedang dikerjakan juga siap. Perkiraan.',
      en: 'If every item in work were ready as well. An estimate.',
    },
    confidence: 'proposal',
  },
  assessor: {
    name: { id: 'Nilai asesor', en: 'Assessor’s values' },
    meaning: {
      id: 'Dihitung dari nilai yang diberikan asesor untuk setiap indikator.',
      en: 'Reckoned from the values that the assessor gave to every indicator.',
    },
    confidence: 'sourced',
  },
};

export const WAITING: LocalizedText = { id: 'Menunggu nilai', en: 'Score awaited' };

/** Of an item that is kept beside the others. */
export const SUPPORTING: LocalizedText = { id: 'Pendukung, tidak dihitung', en: 'Supporting, not counted' };

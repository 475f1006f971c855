/** A small instrument of the kind `points`, as a file would hold it: for tests that change one thing of it. */
import type { Figures } from '~/instrument/topicKind';

const text = (id: string) => ({ id, en: `${id} (en)` });
const source = { confidence: 'unconfirmed', citation: 'Uji' };

/** Stage and level of every question of an area. */
export type SmallArea = {
  readonly questions: readonly (readonly [stage: number, level: string, mayNotApply?: true])[];
  readonly gate?: number;
  readonly floor?: number;
  readonly tiers: readonly object[];
};

const EARNED = [3, 6, 9];

/** Two areas, three questions of category, two of supplement; the second area has no last stage. */
export const SMALL: readonly SmallArea[] = [
  {
    questions: [
      [1, 'II'],
      [1, 'II', true],
      [1, 'II'],
      [2, 'III'],
      [3, 'III'],
      [3, 'IV'],
    ],
    gate: 10,
    floor: 3,
    tiers: [
      { level: 'II', entry: 0, least: 3, reached: 6 },
      { level: 'III', entry: 7, least: 4, reached: 12 },
      { level: 'IV', entry: 13, needsFull: true, least: 3, reached: 6 },
    ],
  },
  {
    questions: [
      [1, 'II'],
      [2, 'III'],
    ],
    tiers: [
      { level: 'II', entry: 0, least: 1, reached: 2 },
      { level: 'III', entry: 3, least: 2, reached: 4 },
    ],
  },
];

export function pointsFile(areas: readonly SmallArea[] = SMALL) {
  const mostOf = ({ questions }: SmallArea) =>
    questions.reduce((sum, [stage]) => sum + (EARNED[stage - 1] ?? 0), 0);
  const ROMAN = ['II', 'III', 'IV', 'V'];
  const points = areas.reduce((sum, area) => sum + mostOf(area), 0);
  return {
    schemaVersion: 1,
    code: 'poin',
    version: '1.0.0',
    kind: 'points',
    name: text('Poin'),
    shortName: text('Poin'),
    regulation: { title: text('Peraturan'), citation: 'P 1', status: 'in-force', note: text('Catatan') },
    agenda: 'cryptography',
    period: text('Setahun'),
    notes: [],
    totals: {
      category: 3,
      questions: areas.reduce((sum, { questions }) => sum + questions.length, 0),
      points,
      supplement: 2,
    },
    states: ['Tidak', 'Rencana', 'Sebagian', 'Penuh'].map(text),
    notApplicable: text('Tidak berlaku'),
    stages: [
      [0, 1, 2, 3],
      [0, 2, 4, 6],
      [0, 3, 6, 9],
    ],
    gate: { lowest: 2, most: 1 },
    category: {
      name: text('Kategori'),
      options: [5, 2, 1],
      bands: [
        { code: 'rendah', name: text('Rendah'), min: 3 },
        { code: 'tinggi', name: text('Tinggi'), min: 8 },
      ],
      questions: [1, 2, 3].map((no) => ({
        code: `1.${no}`,
        name: text(`Ciri ${no}`),
        options: ['A', 'B', 'C'].map(text),
      })),
    },
    levels: ['I', 'II', 'III', 'IV'].map((code) => ({ code, name: text(`Tingkat ${code}`) })),
    areas: areas.map((area, a) => ({
      no: a + 2,
      code: ROMAN[a] ?? 'X',
      name: text(`Area ${a + 2}`),
      points: mostOf(area),
      ...(area.gate !== undefined && { gate: area.gate }),
      ...(area.floor !== undefined && { floor: area.floor }),
      tiers: area.tiers,
      themes: [],
      questions: area.questions.map(([stage, level, mayNotApply], q) => ({
        code: `${a + 2}.${q + 1}`,
        name: text(`Butir ${a + 2}.${q + 1}`),
        stage,
        level,
        ...(mayNotApply && { mayNotApply }),
      })),
    })),
    statuses: ['kurang', 'cukup', 'baik'].map((code) => ({ code, name: text(code) })),
    statusFrom: [
      { category: 'rendah', points: [0, Math.floor(points / 3), Math.floor(points / 2)] },
      { category: 'tinggi', points: [0, Math.floor(points / 2), points - 5] },
    ],
    supplement: {
      no: areas.length + 2,
      name: text('Suplemen'),
      themes: [],
      questions: [1, 2].map((no) => ({
        code: `${areas.length + 2}.${no}`,
        name: text(`Tambahan ${no}`),
      })),
    },
    sources: Object.fromEntries(
      ['questions', 'points', 'category', 'gates', 'statuses', 'floors', 'maturity', 'supplement'].map(
        (what) => [what, source],
      ),
    ),
  };
}

/** A heading above the questions of an area from a number on. */
export const theme = (from: number) => ({ from, name: text(`Tema ${from}`) });

/** An instrument of one area of so many questions of the first stage, below themes that begin at these numbers. */
export function longFile(questions: number, ...themes: readonly number[]) {
  const file = pointsFile([
    {
      questions: Array.from({ length: questions }, () => [1, 'II'] as const),
      tiers: [{ level: 'II', entry: 0, least: 1, reached: 2 }],
    },
  ]);
  return { ...file, areas: file.areas.map((one) => ({ ...one, themes: themes.map(theme) })) };
}

/** Answers of an area in its order. */
export const area = (no: number, ...states: readonly (number | null)[]): Figures =>
  Object.fromEntries(states.map((state, at) => [`${no}.${at + 1}`, state]));
export const LOW_CATEGORY = area(1, 2, 2, 2);
export const HIGH_CATEGORY = area(1, 0, 0, 0);

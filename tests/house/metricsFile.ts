/** A small topic of numbers as a file would hold it, not read yet: for tests of what is refused. */
import type { Formula } from '~/instrument/metrics/schema';

const text = (id: string) => ({ id, en: `${id} (en)` });
export const SOURCE = { confidence: 'proposal', citation: 'Uji' };
export const field = (code: string, decimals: number, lowest: number, highest: number, optional = false) => ({
  code,
  name: { id: `Isian ${code}`, en: `Field ${code}` },
  unit: { id: 'buah', en: 'pieces', one: 'piece' },
  help: { id: 'Uji', en: 'Test' },
  decimals,
  lowest,
  highest,
  optional,
  source: SOURCE,
});

export interface SmallMeasure {
  readonly formula: Formula;
  readonly unit?: 'percent' | 'count' | 'index' | 'days' | 'points';
  readonly decimals?: number;
  readonly direction?: 'higher' | 'lower' | 'neither';
}

/**
 * Fields `a` (1–10), `b` (2–20, may be left out), and with one decimal `c` and `d` (0–5).
 * @param measures by their codes; the last one stands for the topic, so that it is not the first by chance
 */
export function metricsFile(measures: Readonly<Record<string, SmallMeasure>>, more: object = {}) {
  return {
    schemaVersion: 1,
    code: 'angka',
    version: '1.0.0',
    kind: 'metrics',
    name: text('Angka'),
    shortName: text('Angka'),
    regulation: { title: text('Peraturan'), citation: 'P 1', status: 'in-force', note: text('Catatan') },
    agenda: 'complaints',
    period: text('Setahun'),
    notes: [],
    groups: [
      { name: { id: 'Satu', en: 'One' }, fields: [field('a', 0, 1, 10), field('b', 0, 2, 20, true)] },
      { name: { id: 'Dua', en: 'Two' }, fields: [field('c', 1, 0, 5), field('d', 1, 0, 5)] },
    ],
    // Without it a share of `b` could be more than its whole.
    checks: [{ kind: 'within', part: 'a', whole: 'b' }],
    measures: Object.entries(measures).map(([code, measure]) => ({
      code,
      name: { id: `Ukuran ${code}`, en: `Measure ${code}` },
      unit: 'count',
      decimals: 0,
      direction: 'higher',
      source: SOURCE,
      ...measure,
    })),
    headline: Object.keys(measures).at(-1),
    ...more,
  };
}

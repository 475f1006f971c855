/** What a sheet of this kind comes to, in the form that every kind shares. */
import type { Outcome, Quantity } from '../outcome';
import type { LocalizedText } from '../text';
import type { Figures } from '../topicKind';
import { heldBackText } from './names';
import type { Points } from './schema';
import { belowFloor, scoreWhole, statusOf, type Whole } from './score';

export function pointsQuantity(sum: number, direction: Quantity['direction'] = 'higher'): Quantity {
  return { numerator: sum, denominator: 1, unit: 'points', decimals: 0, direction };
}

/** How many questions are answered, those of the category too. What stands by itself is not asked for. */
export function pointsCompleteness(points: Points, { areas, category }: Pick<Whole, 'areas' | 'category'>) {
  return {
    filled: areas.reduce((sum, { answered }) => sum + answered, category.answered),
    total: points.totals.questions + points.totals.category,
  };
}

/** Whether anything was said that earns points. */
export function isBegun({ areas }: Pick<Whole, 'areas'>): boolean {
  return areas.some(({ answered }) => answered > 0);
}

export function pointsOutcome(points: Points, figures: Figures): Outcome {
  const whole = scoreWhole(points, figures, 'self');
  const { filled, total } = pointsCompleteness(points, whole);
  if (!isBegun(whole)) return { headline: null, band: null, ceiling: null, filled, total, remarks: [] };
  const status = statusOf(points, whole);
  return {
    headline: pointsQuantity(whole.sum),
    band: status && { code: status.code, name: status.name },
    ceiling: filled < total ? pointsQuantity(scoreWhole(points, figures, 'highest').sum) : null,
    filled,
    total,
    remarks: remarksOf(points, whole),
  };
}

function remarksOf(points: Points, { areas, category }: Whole): readonly LocalizedText[] {
  const { band } = category;
  // Of an area that is still being answered nobody says that it stays below.
  const settled = areas.filter(({ area, answered }) => answered === area.questions.length);
  const floors = band ? belowFloor(settled) : [];
  return [
    ...(band
      ? []
      : [
          {
            id: 'Kategori belum lengkap: status belum dapat ditentukan',
            en: 'The category is not complete: there is no status yet',
          },
        ]),
    ...floorsText(points, floors),
    ...heldBackText(points, areas),
  ];
}

function floorsText({ statuses }: Points, floors: ReturnType<typeof belowFloor>): readonly LocalizedText[] {
  const [lowest] = statuses;
  if (!lowest || floors.length === 0) return [];
  const parts = floors.map(({ area, sum }) => `${area.code} ${sum} < ${area.floor ?? 0}`).join(', ');
  return [
    {
      id: `${lowest.name.id} karena skor area di bawah batasnya: ${parts}`,
      en: `${lowest.name.en} because areas lie below their floor: ${parts}`,
    },
  ];
}

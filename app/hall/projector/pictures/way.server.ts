/** Scenes about the way: where agencies came from, and the cheapest road to where they want to be. */
import { type Figure, type Instrument, meanHundredths, planRises } from '~/instrument';
import type { Draw, Drawing } from './drawing.server';
import { type BegunAgency, type FieldAgency, hasBegun } from './field.server';
import { readBefore } from './before.server';
import { indicatorName } from './standing.server';

export interface Moved {
  readonly agency: BegunAgency;
  readonly before: Figure | null;
}

/** Every agency that has begun with what it had before, the greatest rise first. */
export async function readMovement(
  drawing: Drawing,
): Promise<{ readonly yearBefore: number | null; readonly moved: readonly Moved[] }> {
  const { field, tie } = drawing;
  const before = await readBefore(drawing);
  const moved = field
    .filter(hasBegun)
    .map((agency) => ({ agency, before: before?.figures.get(agency.code) ?? null }))
    .toSorted((a, b) => change(b) - change(a) || tie(a.agency, b.agency));
  return { yearBefore: before?.year ?? null, moved };
}

/** Without a year before there is nothing to rise from: such agencies stand behind all others. */
function change({ agency, before }: Moved): number {
  return before ? agency.whole.hundredths - before.hundredths : -Infinity;
}

export const drawMovement: Draw<'movement'> = async (drawing) => {
  const { instrument, agencies, rakerda } = drawing;
  const { yearBefore, moved } = await readMovement(drawing);
  const pairs = moved.filter((row) => row.before !== null);
  // Both means are of the same agencies, or the mean would move because others joined.
  const compared = pairs.length > 0 ? pairs : moved;
  return {
    scene: 'movement',
    yearBefore,
    year: rakerda.year,
    rows: moved.map(({ agency, before }) => ({
      agency: agencies.place(agency),
      before: before?.hundredths ?? null,
      now: agency.whole.hundredths,
      isComplete: agency.answered === agency.levels.length,
    })),
    meanBefore: meanHundredths(pairs.flatMap(({ before }) => before ?? [])),
    meanNow: meanHundredths(compared.map(({ agency }) => agency.whole)),
    bottom: instrument.level.min * 100,
    top: instrument.level.max * 100,
  };
};

/** One agency's cheapest road to its target. */
interface Way {
  /** Whole-level steps; null where even the highest levels do not reach the target. */
  readonly rises: number | null;
  readonly steps: readonly { readonly no: number; readonly rises: number }[];
  readonly then: Figure;
}

/** Roads that were planned already: an agency that stood still costs nothing. */
const ways = new WeakMap<Instrument, Map<string, Way>>();
const MOST_WAYS = 3000;

function wayOf(instrument: Instrument, agency: BegunAgency, target: number): Way {
  const known = ways.get(instrument) ?? new Map<string, Way>();
  ways.set(instrument, known);
  const key = `${target}:${agency.levelsText}`;
  const found = known.get(key);
  if (found) return found;
  const fresh = planWay(instrument, agency, target);
  if (known.size >= MOST_WAYS) known.clear();
  known.set(key, fresh);
  return fresh;
}

function planWay(instrument: Instrument, { levels, whole }: BegunAgency, target: number): Way {
  const plan = planRises(instrument, levels, { targetHundredths: target });
  if (plan.kind === 'already') return { rises: 0, steps: [], then: whole };
  if (plan.kind === 'impossible') return { rises: null, steps: [], then: whole };
  return {
    // Every step costs one where no effort is given.
    rises: plan.cost,
    steps: plan.rises.map(({ no, cost }) => ({ no, rises: cost })),
    then: plan.resulting,
  };
}

const MOST_INDICATORS = 10;

export const drawRoad: Draw<'road'> = (drawing) => {
  const { instrument, agencies, field, tie } = drawing;
  const begun = field.filter(hasBegun);
  const below = begun
    .flatMap((agency) => {
      const { target } = agency;
      if (target === null || agency.whole.hundredths >= target) return [];
      return { agency, target, way: wayOf(instrument, agency, target) };
    })
    .toSorted(
      (a, b) =>
        b.target - b.agency.whole.hundredths - (a.target - a.agency.whole.hundredths) ||
        tie(a.agency, b.agency),
    );
  const then = new Map<FieldAgency, Figure>(below.map(({ agency, way }) => [agency, way.then]));
  return {
    scene: 'road',
    indicators: sharedIndicators(below.map(({ way }) => way))
      .slice(0, MOST_INDICATORS)
      .map((shared) => ({ ...shared, name: indicatorName(drawing, shared.no) })),
    rows: below.map(({ agency, target, way }) => ({
      agency: agencies.place(agency),
      index: agency.whole.hundredths,
      target,
      rises: way.rises,
    })),
    reached: begun.filter(({ whole, target }) => target !== null && whole.hundredths >= target).length,
    withoutTarget: field.filter(({ target }) => target === null).length,
    totalRises: below.reduce((sum, { way }) => sum + (way.rises ?? 0), 0),
    meanNow: meanHundredths(begun.map(({ whole }) => whole)),
    meanThen: meanHundredths(begun.map((agency) => then.get(agency) ?? agency.whole)),
  };
};

/** Indicators on the roads, those of the most agencies first. */
function sharedIndicators(
  roads: readonly Way[],
): { readonly no: number; readonly agencies: number; readonly rises: number }[] {
  const shared = new Map<number, { no: number; agencies: number; rises: number }>();
  for (const { steps } of roads) {
    for (const { no, rises } of steps) {
      const known = shared.get(no) ?? { no, agencies: 0, rises: 0 };
      shared.set(no, { no, agencies: known.agencies + 1, rises: known.rises + rises });
    }
  }
  return [...shared.values()].sort((a, b) => b.agencies - a.agencies || b.rises - a.rises || a.no - b.no);
}

/** The mean of what everybody has now, over those that have begun. */
export function meanNow(field: readonly FieldAgency[]): number | null {
  return meanHundredths(field.filter(hasBegun).map(({ whole }) => whole));
}

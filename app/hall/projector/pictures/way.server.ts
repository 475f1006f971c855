/** Scenes about the way: where agencies came from, and the cheapest road to where they want to be. */
import {
  averageOf,
  type Figure,
  type Instrument,
  meanHundredths,
  planRises,
  rankComplete,
} from '~/instrument';
import { type Draw, scaleOf } from './drawing.server';
import { type FieldAgency, standingOf } from './field.server';
import { readMovements } from './movements.server';
import { indicatorName } from './standing.server';

export const drawMovement: Draw<'movement'> = async (drawing) => {
  const { agencies, rakerda, field } = drawing;
  const { yearBefore, moves, compared, meanBefore, meanNow } = await readMovements(drawing);
  return {
    scene: 'movement',
    yearBefore,
    year: rakerda.year,
    scale: scaleOf(drawing),
    rows: moves.map(({ agency, before, now }) => ({
      agency: agencies.place(agency),
      before: before?.hundredths ?? null,
      now: now.hundredths,
    })),
    compared,
    meanBefore,
    meanNow,
    unfinished: field.length - moves.length,
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

function wayOf(instrument: Instrument, agency: FieldAgency, target: number): Way {
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

function planWay(instrument: Instrument, { levels, whole }: FieldAgency, target: number): Way {
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
  // An agency with answers missing comes nearer by answering: no rise of a level is planned for it.
  const ranked = rankComplete(field, standingOf, tie);
  const complete = ranked.filter(({ rank }) => rank !== null);
  const below = complete
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
  const shared = sharedIndicators(below.map(({ way }) => way));
  return {
    scene: 'road',
    scale: scaleOf(drawing),
    indicators: shared
      .slice(0, MOST_INDICATORS)
      .map((one) => ({ ...one, name: indicatorName(drawing, one.no) })),
    steps: shared.length,
    rows: below.map(({ agency, target, way }) => ({
      agency: agencies.place(agency),
      index: agency.whole.hundredths,
      target,
      rises: way.rises,
    })),
    reached: complete
      .filter(({ whole, target }) => target !== null && whole.hundredths >= target)
      .map((agency) => agencies.place(agency)),
    withoutTarget: field.filter(({ target }) => target === null).length,
    unfinished: ranked.filter(({ rank }) => rank === null).map((agency) => agencies.place(agency)),
    totalRises: below.reduce((sum, { way }) => sum + (way.rises ?? 0), 0),
    average: averageOf(field.map(standingOf)),
    meanThen: meanHundredths(complete.map((agency) => then.get(agency) ?? agency.whole)),
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

/** Scenes about where agencies stand now: ranking, radar, heat map, one indicator. */
import {
  averageOf,
  figure,
  findIndicator,
  indicatorsOf,
  isComplete,
  localize,
  meanHundredths,
  median,
  predicateFor,
  rankComplete,
  type Ranked,
  shownLevel,
} from '~/instrument';
import { type Draw, type Drawing, scaleOf } from './drawing.server';
import { type FieldAgency, hasBegun, scoreOf, standingOf } from './field.server';
import { readMovements } from './movements.server';
import { tellingRows } from './telling';

/** Agencies that have begun: the complete ones by rank, then the others. */
export function rankedOf({ field, tie }: Pick<Drawing, 'field' | 'tie'>): readonly Ranked<FieldAgency>[] {
  return rankComplete(field.filter(hasBegun), standingOf, tie);
}

export const drawRanking: Draw<'ranking'> = async (drawing) => {
  const { instrument, locale, agencies, field } = drawing;
  const ranked = rankedOf(drawing);
  const { yearBefore, moves } = await readMovements(drawing);
  const before = new Map(moves.map((move) => [move.agency.code, move.before?.hundredths ?? null]));
  const complete = ranked.filter(({ rank }) => rank !== null);
  return {
    scene: 'ranking',
    scale: scaleOf(drawing),
    yearBefore,
    rows: ranked.map((agency) => ({
      agency: agencies.place(agency),
      rank: agency.rank,
      index: agency.whole.hundredths,
      ceiling: agency.ceiling.hundredths,
      before: before.get(agency.code) ?? null,
      answered: agency.answered,
      total: agency.levels.length,
      target: agency.target,
    })),
    unbegun: field.length - ranked.length,
    average: averageOf(field.map(standingOf)),
    bands: instrument.predicates.map((predicate) => ({
      predicate: localize(predicate.name, locale),
      agencies: complete.filter(({ whole }) => predicateFor(instrument, whole) === predicate).length,
    })),
  };
};

export const drawRadar: Draw<'radar'> = (drawing) => {
  const { instrument, locale, agencies, field } = drawing;
  const ranked = rankedOf(drawing);
  const aspects = instrument.domains.flatMap((domain) => domain.aspects);
  const scores = ranked.filter(({ rank }) => rank !== null).map((agency) => scoreOf(instrument, agency));
  return {
    scene: 'radar',
    axes: aspects.map((aspect) => localize(aspect.name, locale)),
    series: chooseForRadar(drawing, ranked).map((agency) => ({
      agency: agencies.place(agency),
      index: agency.whole.hundredths,
      answered: agency.answered,
      total: agency.levels.length,
      isComplete: isComplete(standingOf(agency)),
      values: scoreOf(instrument, agency).aspects.map((aspect) => aspect.index.hundredths),
    })),
    median: aspects.flatMap(
      (_, place) => median(scores.flatMap((one) => one.aspects[place]?.index ?? [])) ?? [],
    ),
    average: averageOf(field.map(standingOf)),
    bottom: instrument.level.min * 100,
    top: instrument.level.max * 100,
  };
};

/** More than these over one another nobody tells apart from the last row. */
const MOST_BY_ITSELF = 3;

/** What the facilitator chose; else whom they stepped to beside the best and the middle of the complete, or these and the last. */
function chooseForRadar(
  { state: { options } }: Drawing,
  ranked: readonly FieldAgency[],
): readonly FieldAgency[] {
  const chosen = new Set(options.agencies);
  if (ranked.some(({ code }) => chosen.has(code))) return ranked.filter(({ code }) => chosen.has(code));
  const complete = ranked.filter((agency) => isComplete(standingOf(agency)));
  const placed = complete.length > 0 ? complete : ranked;
  const middle = Math.floor((placed.length - 1) / 2);
  const focused = ranked.find(({ code }) => code === options.focus);
  const wished = [focused, placed[0], placed[middle], placed.at(-1)].filter((one) => one !== undefined);
  const telling = new Set([...new Set(wished)].slice(0, MOST_BY_ITSELF));
  return ranked.filter((agency) => telling.has(agency));
}

export const drawHeatMap: Draw<'heatMap'> = (drawing) => {
  const { instrument, locale, agencies, field } = drawing;
  const { min, max } = instrument.level;
  const ranked = rankedOf(drawing).map((agency) => ({
    agency,
    isComplete: agency.rank !== null,
    aspects: scoreOf(instrument, agency).aspects,
  }));
  const columns = instrument.domains
    .flatMap((domain) => domain.aspects)
    .map(({ no, name }, place) => ({
      no,
      name: localize(name, locale),
      place,
      median: median(ranked.flatMap((row) => (row.isComplete ? (row.aspects[place]?.index ?? []) : []))),
    }))
    // Without a median all are null: the instrument's own order.
    .toSorted((a, b) => (a.median ?? 0) - (b.median ?? 0) || a.no - b.no);
  const { shown, without, left } = tellingRows(ranked, ({ aspects }) => aspects.some(isComplete));
  agencies.leaveOut(left.map(({ agency }) => agency));
  return {
    scene: 'heatMap',
    columns: columns.map(({ place: _place, ...column }) => column),
    rows: shown.map(({ agency, isComplete: isWhole, aspects }) => ({
      agency: agencies.place(agency),
      index: agency.whole.hundredths,
      answered: agency.answered,
      total: agency.levels.length,
      isComplete: isWhole,
      cells: columns.map(({ place }) => {
        const aspect = aspects[place];
        return aspect && isComplete(aspect) ? aspect.index.hundredths : null;
      }),
    })),
    without,
    average: averageOf(field.map(standingOf)),
    middle: Math.ceil((min + max) / 2) * 100,
  };
};

export const drawIndicator: Draw<'indicator'> = (drawing) => {
  const { instrument, locale, agencies, state } = drawing;
  // A number that this instrument does not have, kept from another one: its first.
  const no = findIndicator(instrument, state.options.indicator) ? state.options.indicator : 1;
  const indicator = findIndicator(instrument, no);
  if (!indicator) throw new Error(`${instrument.code} has no indicator`);
  const { level: range } = instrument;
  const levelOf = (agency: FieldAgency) => agency.levels[no - 1] ?? null;
  const field = drawing.field.toSorted(drawing.tie);
  const answered = field.flatMap((agency) => levelOf(agency) ?? []);
  const aspect = instrument.domains
    .flatMap((domain) => domain.aspects)
    .find((candidate) => candidate.no === indicator.aspectNo);
  return {
    scene: 'indicator',
    no,
    name: localize(indicator.name, locale),
    aspect: aspect ? localize(aspect.name, locale) : '',
    levels: indicator.criteria.map((criterion) => ({
      level: criterion.level,
      criterion: localize(criterion.text, locale),
      ...(criterion.note && { note: localize(criterion.note, locale) }),
      agencies: field
        .filter((agency) => Math.floor(shownLevel(range, levelOf(agency) ?? -1)) === criterion.level)
        .map((agency) => agencies.place(agency)),
    })),
    unanswered: field.filter((agency) => levelOf(agency) === null).map((agency) => agencies.place(agency)),
    mean: meanHundredths(answered.map((level) => figure(level, range.unit))),
  };
};

/** Names of the indicators by number, for scenes that only mention them. */
export function indicatorName({ instrument, locale }: Drawing, no: number): string {
  const indicator = indicatorsOf(instrument)[no - 1];
  return indicator ? localize(indicator.name, locale) : '';
}

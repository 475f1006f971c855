/** Scenes about where agencies stand now: ranking, radar, heat map, one indicator. */
import {
  figure,
  findIndicator,
  indicatorsOf,
  localize,
  meanHundredths,
  median,
  predicateFor,
  shownLevel,
} from '~/instrument';
import type { Draw, Drawing } from './drawing.server';
import { type BegunAgency, byIndex, type FieldAgency, hasBegun, scoreOf } from './field.server';

/** Agencies that have begun, the highest index first. */
export function rankedOf({ field, tie }: Pick<Drawing, 'field' | 'tie'>): readonly BegunAgency[] {
  return field.filter(hasBegun).toSorted(byIndex(tie));
}

export const drawRanking: Draw<'ranking'> = (drawing) => {
  const { instrument, locale, agencies, field } = drawing;
  const ranked = rankedOf(drawing);
  const figures = ranked.map(({ whole }) => whole);
  const bands = new Map(instrument.predicates.map(({ code }) => [code, 0]));
  let rank = 0;
  let previous: number | null = null;
  const rows = ranked.map((agency, place) => {
    const index = agency.whole.hundredths;
    if (index !== previous) rank = place + 1;
    previous = index;
    const predicate = predicateFor(instrument, index);
    bands.set(predicate.code, (bands.get(predicate.code) ?? 0) + 1);
    return {
      agency: agencies.place(agency),
      rank,
      index,
      predicate: localize(predicate.name, locale),
      isComplete: agency.answered === agency.levels.length,
      target: agency.target,
    };
  });
  return {
    scene: 'ranking',
    rows,
    unbegun: field.length - ranked.length,
    mean: meanHundredths(figures),
    median: median(figures),
    bands: instrument.predicates.map(({ code, name }) => ({
      predicate: localize(name, locale),
      agencies: bands.get(code) ?? 0,
    })),
    top: instrument.level.max * 100,
  };
};

/** So many agencies a radar can show before its lines become a knot. */
const MOST_CHOSEN = 6;

export const drawRadar: Draw<'radar'> = (drawing) => {
  const { instrument, locale, agencies } = drawing;
  const ranked = rankedOf(drawing);
  const aspects = instrument.domains.flatMap((domain) => domain.aspects);
  const scores = ranked.map((agency) => scoreOf(instrument, agency));
  return {
    scene: 'radar',
    axes: aspects.map((aspect) => localize(aspect.name, locale)),
    series: chooseForRadar(drawing, ranked).map((agency) => ({
      agency: agencies.place(agency),
      index: agency.whole.hundredths,
      values: scoreOf(instrument, agency).aspects.map((aspect) => aspect.index.hundredths),
    })),
    mean: aspects.flatMap(
      (_, place) => meanHundredths(scores.flatMap((one) => one.aspects[place]?.index ?? [])) ?? [],
    ),
    bottom: instrument.level.min * 100,
    top: instrument.level.max * 100,
  };
};

/** What the facilitator chose; else whom they stepped to, the first three, the middle and the last. */
function chooseForRadar(
  { state: { options } }: Drawing,
  ranked: readonly BegunAgency[],
): readonly BegunAgency[] {
  const chosen = new Set(options.agencies);
  if (ranked.some(({ code }) => chosen.has(code))) return ranked.filter(({ code }) => chosen.has(code));
  const middle = Math.floor((ranked.length - 1) / 2);
  const telling = new Set(
    [
      ranked.find(({ code }) => code === options.focus),
      ...ranked.slice(0, 3),
      ranked[middle],
      ranked.at(-1),
    ].slice(0, MOST_CHOSEN),
  );
  return ranked.filter((agency) => telling.has(agency));
}

export const drawHeatMap: Draw<'heatMap'> = (drawing) => {
  const { instrument, locale, agencies } = drawing;
  return {
    scene: 'heatMap',
    columns: instrument.domains
      .flatMap((domain) => domain.aspects)
      .map(({ no, name }) => ({ no, name: localize(name, locale) })),
    rows: rankedOf(drawing).map((agency) => ({
      agency: agencies.place(agency),
      index: agency.whole.hundredths,
      isComplete: agency.answered === agency.levels.length,
      cells: scoreOf(instrument, agency).aspects.map(({ answered, index }) =>
        answered === 0 ? null : index.hundredths,
      ),
    })),
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

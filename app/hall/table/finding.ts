/** What the table says, in a sentence: worked out from finished figures only, and without the name of any agency. */
import { type LocalizedText, movementOf, type Quantity } from '~/instrument';
import { isNothing } from './ordering';
import { isRanked, type Ranked, type Topic } from './topic';

export type Finding =
  /** Of the agencies with a figure of both years so many became better. */
  | {
      readonly kind: 'moved';
      readonly topic: LocalizedText;
      readonly better: number;
      readonly compared: number;
      readonly year: number;
    }
  /** So many finished agencies stand in the band or above it. */
  | {
      readonly kind: 'reached';
      readonly topic: LocalizedText;
      readonly band: LocalizedText;
      readonly agencies: number;
      readonly ranked: number;
    }
  | {
      readonly kind: 'unfinished';
      readonly topic: LocalizedText;
      readonly ranked: number;
      readonly all: number;
    }
  /** So many have nothing where more is better. */
  | {
      readonly kind: 'nothing';
      readonly topic: LocalizedText;
      readonly agencies: number;
      readonly ranked: number;
    }
  /** What all of them have of what all of them should have. */
  | { readonly kind: 'parts'; readonly topic: LocalizedText; readonly done: number; readonly all: number };

/**
 * At most two: of the topic that orders the table, and of another one.
 * @param lead the topic that orders the table
 */
export function findingsOf(topics: readonly Topic[], lead: Topic | undefined): readonly Finding[] {
  const first = lead ? [findingOf(lead)] : [];
  const second = topics
    .filter((topic) => topic !== lead)
    .map(nothingIn)
    .filter((finding) => finding !== null)
    .sort((a, b) => b.agencies / b.ranked - a.agencies / a.ranked)[0];
  const other = topics.find((topic) => topic !== lead);
  return [...first, ...(second ? [second] : other ? [findingOf(other)] : [])].filter(
    (finding) => finding !== null,
  );
}

function findingOf(topic: Topic): Finding | null {
  const { name } = topic;
  const ranked = rankedOf(topic);
  if (topic.cells.size === 0) return null;
  if (ranked.length === 0) return { kind: 'unfinished', topic: name, ranked: 0, all: topic.cells.size };
  const moved = ranked.flatMap(({ outcome, before }) =>
    before ? (movementOf(outcome.headline, before) ?? []) : [],
  );
  if (topic.yearBefore !== null && moved.length > 0) {
    const better = moved.filter(({ isBetter }) => isBetter === true).length;
    return { kind: 'moved', topic: name, better, compared: moved.length, year: topic.yearBefore };
  }
  const headlines = ranked.map(({ outcome }) => outcome.headline);
  if (headlines.every(({ unit }) => unit === 'ratio'))
    return { kind: 'parts', topic: name, ...sumOf(headlines) };
  return (
    reachedIn(topic, ranked) ?? {
      kind: 'unfinished',
      topic: name,
      ranked: ranked.length,
      all: topic.cells.size,
    }
  );
}

function rankedOf({ cells }: Topic): readonly Ranked[] {
  return [...cells.values()].filter(isRanked);
}

/** The highest band that at least half of the finished agencies reach. */
function reachedIn({ name, bands }: Topic, ranked: readonly Ranked[]): Finding | null {
  const places = ranked.map(({ outcome }) => bands.findIndex(({ code }) => code === outcome.band?.code));
  for (let place = bands.length - 1; place > 0; place -= 1) {
    const agencies = places.filter((one) => one >= place).length;
    const band = bands[place];
    if (band && 2 * agencies >= ranked.length) {
      return { kind: 'reached', topic: name, band: band.name, agencies, ranked: ranked.length };
    }
  }
  return null;
}

function nothingIn(topic: Topic): Extract<Finding, { kind: 'nothing' }> | null {
  if (topic.isLowerBetter) return null;
  const ranked = rankedOf(topic);
  const agencies = ranked.filter(isNothing).length;
  return agencies === 0 ? null : { kind: 'nothing', topic: topic.name, agencies, ranked: ranked.length };
}

function sumOf(ratios: readonly Quantity[]): { readonly done: number; readonly all: number } {
  return {
    done: ratios.reduce((sum, { numerator }) => sum + numerator, 0),
    all: ratios.reduce((sum, { denominator }) => sum + denominator, 0),
  };
}

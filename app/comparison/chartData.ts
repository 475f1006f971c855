/** What the charts are given: names, figures and marks, nothing to compute. Pure. */
import { shortAgencyName } from '~/i18n';
import { type InstrumentOutline, isComplete, type NodeScore, type Score } from '~/instrument';
import { levelsOn } from '~/ui/indexAxis';
import type { RankedAgency } from './ranking';

/** A series of a chart: one agency. */
export interface Series {
  readonly code: string;
  readonly label: string;
}

/** Around a radar of more axes than this, whole names lie on one another. */
const MOST_NAMES = 12;

/** Whether a radar of so many axes can only call them by their short names, however wide it is. */
export const needsShortNames = (groups: number) => groups > MOST_NAMES;

/** One axis of the radar; `values` in the order of the series, in whole levels. */
export interface ChartGroup {
  /** For narrow screens: `A3`. */
  readonly short: string;
  readonly name: string;
  readonly values: readonly number[];
}

export interface ScoredAgency extends RankedAgency {
  readonly score: Score;
}

/** The series; an incomplete agency carries the mark of provisional figures. */
export function seriesOf(agencies: readonly ScoredAgency[], provisionalMark: string): readonly Series[] {
  return agencies.map((agency) => ({
    code: agency.code,
    label: `${shortAgencyName(agency.name)}${agency.answered < agency.total ? provisionalMark : ''}`,
  }));
}

/** One group per aspect. */
export function aspectGroups(
  instrument: InstrumentOutline,
  agencies: readonly ScoredAgency[],
  short: (no: number) => string,
): readonly ChartGroup[] {
  return aspectsOf(instrument).map((aspect, position) => ({
    short: short(aspect.no),
    name: aspect.name,
    values: agencies.map((agency) => level(agency.score.aspects[position]?.index.hundredths)),
  }));
}

/** Where one agency stands in a row of the dot plot, in whole levels. */
export interface Dot {
  readonly at: number;
  /** The highest it can still reach there; null where nothing is missing. */
  readonly ceiling: number | null;
}

/** The whole, a domain or an aspect; `dots` in the order of the series. */
export interface PlotRow {
  readonly key: string;
  readonly kind: 'whole' | 'domain' | 'aspect';
  readonly name: string;
  readonly dots: readonly Dot[];
}

/** The whole index first, then every domain with its aspects under it. */
export function plotRows(
  instrument: InstrumentOutline,
  agencies: readonly ScoredAgency[],
  whole: string,
): readonly PlotRow[] {
  const dots = (nodeOf: (score: Score) => NodeScore | undefined) =>
    agencies.map(({ score }) => dotOf(nodeOf(score)));
  return [
    { key: 'whole', kind: 'whole', name: whole, dots: dots((score) => score.whole) },
    ...instrument.domains.flatMap((domain): readonly PlotRow[] => [
      {
        key: `d${String(domain.no)}`,
        kind: 'domain',
        name: domain.name,
        dots: dots((score) => score.domains[domain.no - 1]),
      },
      ...domain.aspects.map((aspect): PlotRow => ({
        key: `a${String(aspect.no)}`,
        kind: 'aspect',
        name: aspect.name,
        dots: dots((score) => score.aspects[aspect.no - 1]),
      })),
    ]),
  ];
}

function dotOf(node: NodeScore | undefined): Dot {
  if (!node) return { at: 0, ceiling: null };
  return {
    at: level(node.index.hundredths),
    ceiling: isComplete(node) ? null : level(node.ceiling.hundredths),
  };
}

/**
 * Lanes for marks that would lie on one another: whoever stands within `near` of a mark gets a lane of its own. The lanes of
 * a crowd lie evenly around the middle: 0, or −½ and ½, or −1, 0 and 1.
 */
export function lanesOf(places: readonly number[], near: number): readonly number[] {
  const order = places.map((at, place) => ({ at, place })).sort((a, b) => a.at - b.at || a.place - b.place);
  const lanes = new Array<number>(places.length).fill(0);
  let crowd: typeof order = [];
  const settle = () => {
    crowd.forEach(({ place }, lane) => (lanes[place] = lane - (crowd.length - 1) / 2));
    crowd = [];
  };
  for (const mark of order) {
    const last = crowd.at(-1);
    if (last && mark.at - last.at >= near) settle();
    crowd.push(mark);
  }
  settle();
  return lanes;
}

export function aspectsOf(instrument: InstrumentOutline) {
  return instrument.domains.flatMap((domain) => domain.aspects);
}

/** The different targets of some agencies, lowest first, in hundredths. */
export function distinctTargets(agencies: readonly { readonly target: number | null }[]): readonly number[] {
  const targets = agencies.map((agency) => agency.target).filter((target) => target !== null);
  return [...new Set(targets)].sort((a, b) => a - b);
}

/** The instrument's own scale for an axis of whole levels: it does not begin at zero. */
export function axisInLevels({ min, max }: { readonly min: number; readonly max: number }) {
  const ticks = levelsOn({ bottom: min * 100, top: max * 100 }).map((tick) => tick / 100);
  return { domain: [min, max], ticks };
}

function level(hundredths: number | undefined): number {
  return (hundredths ?? 0) / 100;
}

/** Breaks a name into lines of about `width` characters, for labels that SVG does not wrap. */
export function wrapLines(name: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

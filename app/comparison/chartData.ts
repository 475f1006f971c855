/** What the charts are given: names, figures and marks, nothing to compute. Pure. */
import { shortAgencyName } from '~/i18n';
import type { InstrumentOutline, Score } from '~/instrument';
import { levelsOn } from '~/ui/indexAxis';
import type { RankedAgency } from './ranking';

/** A series of a chart: one agency. */
export interface Series {
  readonly code: string;
  readonly label: string;
}

/** Around or below a chart of more groups than this, whole names lie on one another. */
const MOST_NAMES = 12;

/** Whether a chart of so many groups can only call them by their short names, however wide it is. */
export const needsShortNames = (groups: number) => groups > MOST_NAMES;

/** One axis of the radar or one group of bars; `values` in the order of the series, in whole levels. */
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

/** The whole index first, then one group per domain. */
export function domainGroups(
  instrument: InstrumentOutline,
  agencies: readonly ScoredAgency[],
  whole: { readonly short: string; readonly name: string },
  short: (no: number) => string,
): readonly ChartGroup[] {
  return [
    { ...whole, values: agencies.map((agency) => level(agency.index)) },
    ...instrument.domains.map((domain, position) => ({
      short: short(domain.no),
      name: domain.name,
      values: agencies.map((agency) => level(agency.score.domains[position]?.index.hundredths)),
    })),
  ];
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

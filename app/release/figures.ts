/** The figures of a release: what each agency scores, one tidy row per answer, and their fingerprint's text. */
import {
  type FlatIndicator,
  indicatorsOf,
  type Instrument,
  type Locale,
  localize,
  type Predicate,
  scaleLevelName,
  score,
  type Score,
  shownLevel,
  standingLevels,
  storedRange,
} from '~/instrument';
import type { AnswerKey, Cell } from './columns';
import { ReleaseError } from './failure';
import type { Extent } from './files';
import type { Snapshot, SnapshotAgency } from './releaseSnapshot.server';

export interface AgencyFigures {
  readonly agency: SnapshotAgency;
  readonly score: Score<Predicate>;
  /** Level per indicator as the index counts it: unanswered at the lowest. */
  readonly counted: readonly number[];
}

export interface ReleasedRakerda {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly timeZone: string;
  readonly isDemo: boolean;
}

/** What files of every kind of instrument say of themselves. */
export interface ReleaseHead {
  readonly rakerda: ReleasedRakerda;
  readonly instrument: Pick<Instrument, 'code' | 'version' | 'name' | 'regulation'>;
  readonly scope: Extent;
  readonly asOf: number;
  readonly takenAt: string;
  readonly exportedBy: string;
  readonly locale: Locale;
  /** One for each agency. */
  readonly figures: readonly unknown[];
  /** SHA-256 of the figures as one text. */
  readonly sha256: string;
}

/** Everything that the files of an instrument with levels are written from and compared with. */
export interface Release extends ReleaseHead {
  readonly kind: 'scores';
  readonly instrument: Instrument;
  readonly figures: readonly AgencyFigures[];
}

/**
 * Scores the agencies of a snapshot.
 * @throws ReleaseError `empty` where there is none, `mismatch` where the stored levels of an assessment and its
 *   answers contradict each other
 */
export function figuresOf(
  instrument: Instrument,
  snapshot: Snapshot,
  included: (agency: SnapshotAgency) => boolean,
): readonly AgencyFigures[] {
  const figures = snapshot.agencies.filter(included).map((agency) => {
    checkAnswers(instrument, agency);
    return {
      agency,
      score: score(instrument, agency.levels),
      counted: standingLevels(instrument, agency.levels),
    };
  });
  if (figures.length === 0) throw new ReleaseError('empty', 'no agency is within the scope of the release');
  return figures;
}

/** The levels that scoring reads are kept beside the answers; a release must not go out where the two differ. */
function checkAnswers(instrument: Instrument, agency: SnapshotAgency): void {
  for (const { no } of indicatorsOf(instrument)) {
    const answered = agency.answers.get(no)?.level ?? null;
    if (answered !== (agency.levels[no - 1] ?? null)) {
      throw new ReleaseError(
        'mismatch',
        `${agency.code} indicator ${String(no)}: answer has level ${String(answered)}, assessment ${String(agency.levels[no - 1])}`,
      );
    }
  }
}

/** The text whose SHA-256 names the figures: the same figures give the same text, whenever they are exported. */
export function canonicalFigures(
  rakerdaId: string,
  instrument: Instrument,
  scope: Extent,
  figures: readonly AgencyFigures[],
): string {
  return JSON.stringify({
    instrument: `${instrument.code}@${instrument.version}`,
    rakerda: rakerdaId,
    scope,
    scores: figures.map(({ agency, score: { whole } }) => [
      agency.code,
      agency.state,
      whole.index.hundredths,
      agency.levels,
    ]),
  });
}

export type TidyRow = Readonly<Record<AnswerKey, Cell>>;

/** The tidy rows of one agency, in instrument order; codes where files word them, ISO 8601 UTC for times. */
export function* tidyRows(release: Release, one: AgencyFigures): Generator<TidyRow> {
  const { instrument, rakerda, locale } = release;
  for (const indicator of indicatorsOf(instrument)) {
    const i = indicator.no - 1;
    const level = one.agency.levels[i] ?? null;
    const counted = one.counted[i] ?? storedRange(instrument).min;
    const answer = one.agency.answers.get(indicator.no);
    yield {
      rakerda_id: rakerda.id,
      year: rakerda.year,
      agency_code: one.agency.code,
      agency_name: one.agency.name,
      instrument_code: instrument.code,
      instrument_version: instrument.version,
      domain_no: indicator.domainNo,
      aspect_no: indicator.aspectNo,
      indicator_no: indicator.no,
      indicator_name: localize(indicator.name, locale),
      weight_percent: (indicator.weight * 100) / instrument.weightTotal,
      weight_integer: indicator.weight,
      level: level === null ? null : shownLevel(instrument.level, level),
      level_name: levelName(instrument, indicator, level, locale),
      level_counted: shownLevel(instrument.level, counted),
      points: indicator.weight * counted,
      state: one.agency.state,
      updated_at: answer?.updatedAt ?? null,
      discuss: answer?.discuss ?? false,
      service_name: answer?.service ?? null,
      data_kind: rakerda.isDemo ? 'demo' : 'session',
    };
  }
}

/** The name of a level on the indicator's own scale; null where it is unanswered. */
export function levelName(
  instrument: Instrument,
  indicator: FlatIndicator,
  level: number | null,
  locale: Locale,
): string | null {
  return level === null ? null : scaleLevelName(instrument, indicator.scale, level, locale);
}

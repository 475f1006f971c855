/** What the questionnaire's screens read. Text of the instrument arrives in the reader's language. */
import {
  type FlatIndicator,
  type Instrument,
  type Levels,
  type Locale,
  findIndicator,
  indicatorsOf,
  localize,
  predicateFor,
  scaleLevelName,
  shownLevel,
  shareHundredths,
  storedLevel,
  storedRange,
  wholeIndex,
  wholeLevels,
} from '~/instrument';
import { type Actor, allows, may } from '~/policy';
import type { AssessmentPlace, AssessmentScope } from '~/rakerda/meetingScope.server';
import { listAnswers } from './answers.server';
import { earlierPathOf, findEarlier } from './earlier.server';
import { parseLevels } from './levels';
import { readMarks } from './marks.server';
import { readAnswer, type StoredAnswer } from './saveAnswer.server';
import { type Standing, standingOf } from './standing';

/** Why answers cannot be changed by this reader now; null where they can. */
export type ReadOnlyReason = 'role' | 'submitted' | 'approved' | 'closed' | null;

export function readOnlyReason(actor: Actor, place: AssessmentPlace): ReadOnlyReason {
  if (!may(actor, 'answer.write', place)) return 'role';
  if (place.assessment.state === 'submitted' || place.assessment.state === 'approved') {
    return place.assessment.state;
  }
  return allows(place.row.state, 'answers') ? null : 'closed';
}

export function standing(
  instrument: Instrument,
  levels: Levels,
  locale: Locale,
  aspectNo?: number,
): Standing {
  const predicates = instrument.predicates.map((band) => ({ ...band, name: localize(band.name, locale) }));
  return standingOf({ ...instrument, predicates }, levels, aspectNo);
}

/** One line of the list of indicators. Levels as people say them. */
export interface OverviewRow {
  readonly no: number;
  readonly name: string;
  readonly level: number | null;
  readonly levelName: string | null;
  readonly earlierLevel: number | null;
  readonly discuss: boolean;
  readonly justified: boolean;
  /** How many links prove it. */
  readonly evidence: number;
  readonly headNote: string | null;
  readonly isTakenOver: boolean;
}

export interface Overview {
  readonly standing: Standing;
  readonly earlierYear: number | null;
  readonly domains: readonly {
    readonly no: number;
    readonly name: string;
    /** What an answer's level is called, for answers that are not on the server yet. */
    readonly levels: readonly { readonly value: number; readonly level: number; readonly name: string }[];
    readonly aspects: readonly {
      readonly no: number;
      readonly name: string;
      readonly indicators: readonly OverviewRow[];
    }[];
  }[];
}

/** Everything the list of indicators shows. */
export async function readOverview({ db, place, instrument, locale }: AssessmentScope): Promise<Overview> {
  const levels = parseLevels(place.assessment.levels);
  const { answers, earlier } = await listAnswers(db, place.assessment.id, instrument, levels);
  const answerOf = new Map(answers.map((answer) => [answer.no, answer]));

  return {
    standing: standing(instrument, levels, locale),
    earlierYear: earlier?.year ?? null,
    domains: instrument.domains.map((domain) => ({
      no: domain.no,
      name: localize(domain.name, locale),
      levels: wholeLevels(instrument.level).map((value) => ({
        value,
        level: shownLevel(instrument.level, value),
        name: scaleLevelName(instrument, domain.scale, value, locale),
      })),
      aspects: domain.aspects.map((aspect) => ({
        no: aspect.no,
        name: localize(aspect.name, locale),
        indicators: aspect.indicators.map((indicator) => {
          const answer = answerOf.get(indicator.no);
          const level = answer?.level ?? null;
          return {
            no: indicator.no,
            name: localize(indicator.name, locale),
            level: shownOrNull(instrument, level),
            levelName: level === null ? null : scaleLevelName(instrument, domain.scale, level, locale),
            earlierLevel: shownOrNull(instrument, answer?.earlierLevel ?? null),
            discuss: answer?.discuss ?? false,
            justified: (answer?.justification ?? '') !== '',
            evidence: answer?.evidence.length ?? 0,
            headNote: answer?.headNote ?? null,
            isTakenOver: answer?.isTakenOver ?? false,
          };
        }),
      })),
    })),
  };
}

export interface IndicatorView {
  readonly no: number;
  readonly total: number;
  readonly name: string;
  readonly explanation: string;
  /** Hundredths of a per cent of the whole. */
  readonly weight: number;
  readonly aspectName: string;
  readonly source: Pick<FlatIndicator['source'], 'confidence' | 'citation'>;
  readonly range: ReturnType<typeof storedRange>;
  readonly choices: readonly IndicatorChoice[];
  /** The agency names the service that this is about. */
  readonly namesService: boolean;
  /** `level` as answers store it. */
  readonly earlier: { readonly year: number; readonly level: number | null } | null;
  /** The answer of then: its level as people say it, and where the reader opens it. */
  readonly earlierAnswer: {
    readonly year: number;
    readonly level: number;
    readonly to: string | null;
  } | null;
  readonly headNote: string | null;
  readonly isTakenOver: boolean;
  readonly answer: StoredAnswer | null;
  readonly standing: Standing;
  readonly previous: number | null;
  readonly next: number | null;
  readonly nextUnanswered: number | null;
}

interface IndicatorChoice {
  /** As people say it. */
  readonly level: number;
  /** As answers store it. */
  readonly value: number;
  readonly name: string;
  readonly criterion: string;
  /** What a later guide says beside it. */
  readonly note?: string;
  readonly evidence: readonly string[];
  /** What the whole would stand at with this level, and the predicate that earns. */
  readonly index: number;
  readonly predicate: string;
}

/** Everything one indicator's screen shows; null where the instrument has no such indicator. */
export async function readIndicator(scope: AssessmentScope, no: number): Promise<IndicatorView | null> {
  const { db, place, instrument, locale } = scope;
  const levels = parseLevels(place.assessment.levels);
  const asked = askedIn(instrument, no, levels, locale);
  if (!asked) return null;
  const [answer, earlier, marks] = await Promise.all([
    readAnswer(db, place.assessment.id, no),
    findEarlier(db, place.assessment.id),
    readMarks(db, place.assessment.id, no),
  ]);
  const earlierLevel = earlier?.levels[asked.position] ?? null;
  return {
    ...asked.view,
    earlier: earlier ? { year: earlier.year, level: earlierLevel } : null,
    earlierAnswer:
      earlierLevel === null || earlier === null
        ? null
        : {
            year: earlier.year,
            level: shownLevel(instrument.level, earlierLevel),
            to: await earlierPathOf(scope, earlier, no),
          },
    headNote: marks.notes.get(no) ?? null,
    isTakenOver: answer !== null && marks.takenOver.get(no) === answer.version,
    answer,
  };
}

/** The same before anybody has answered, for an instrument that no Rakerda uses yet. */
export function previewIndicator(instrument: Instrument, no: number, locale: Locale): IndicatorView | null {
  const asked = askedIn(
    instrument,
    no,
    indicatorsOf(instrument).map(() => null),
    locale,
  );
  return (
    asked && {
      ...asked.view,
      earlier: null,
      earlierAnswer: null,
      headNote: null,
      isTakenOver: false,
      answer: null,
    }
  );
}

/** What an indicator asks, and what each of its levels would come to. */
function askedIn(instrument: Instrument, no: number, levels: Levels, locale: Locale) {
  const indicator = findIndicator(instrument, no);
  if (!indicator) return null;
  const flat = indicatorsOf(instrument);
  const position = flat.indexOf(indicator);
  const aspect = instrument.domains
    .flatMap((domain) => domain.aspects)
    .find((candidate) => candidate.no === indicator.aspectNo);
  const view = {
    no,
    total: flat.length,
    name: localize(indicator.name, locale),
    explanation: localize(indicator.explanation, locale),
    weight: shareHundredths(instrument, indicator.weight),
    namesService: indicator.namesService ?? false,
    aspectName: aspect ? localize(aspect.name, locale) : '',
    source: {
      confidence: indicator.source.confidence,
      citation: indicator.source.citation,
    },
    range: storedRange(instrument),
    choices: indicator.criteria.map((criterion) => {
      const value = storedLevel(instrument.level, criterion.level);
      return {
        level: criterion.level,
        value,
        name: scaleLevelName(instrument, indicator.scale, value, locale),
        criterion: localize(criterion.text, locale),
        ...(criterion.note && { note: localize(criterion.note, locale) }),
        evidence: criterion.evidence.map((item) => localize(item, locale)),
        ...indexWith(instrument, levels, position, value, locale),
      };
    }),
    standing: standing(instrument, levels, locale, indicator.aspectNo),
    previous: flat[position - 1]?.no ?? null,
    next: flat[position + 1]?.no ?? null,
    nextUnanswered: nextUnanswered(flat, levels, position),
  };
  return { view, position };
}

export function shownOrNull(instrument: Instrument, stored: number | null): number | null {
  return stored === null ? null : shownLevel(instrument.level, stored);
}

/** The index if this indicator had the level and nothing else changed. */
function indexWith(instrument: Instrument, levels: Levels, position: number, level: number, locale: Locale) {
  const changed = levels.slice();
  changed[position] = level;
  const index = wholeIndex(instrument, changed);
  return { index: index.hundredths, predicate: localize(predicateFor(instrument, index).name, locale) };
}

/** The first unanswered indicator after the position, then from the start; never the one at the position. */
export function nextUnanswered(
  flat: readonly FlatIndicator[],
  levels: Levels,
  position: number,
): number | null {
  for (let step = 1; step < flat.length; step += 1) {
    const index = (position + step) % flat.length;
    if (levels[index] === null) return flat[index]?.no ?? null;
  }
  return null;
}

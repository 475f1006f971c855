/** The figures of a topic's release: what each agency comes to, one tidy row per figure, and their fingerprint's text. */
import type { AssessmentState } from '#db/schema';
import {
  type Locale,
  localize,
  type LocalizedText,
  type Outcome,
  type Quantity,
  shownUnits,
} from '~/instrument';
import {
  distanceTo,
  type Figures,
  kindOf,
  type Topic,
  type TopicColumn,
  type TopicGoal,
} from '~/instrument/topic';
import type { Cell } from './columns';
import { ReleaseError } from './failure';
import type { ReleaseHead } from './figures';
import type { Extent } from './files';
import type { FigureKey, ListKey } from './topicColumns';

/** Whose figures, and how they stand. */
export interface TopicAgency {
  readonly code: string;
  readonly name: string;
  readonly state: AssessmentState;
  readonly figures: Figures;
}

export interface TopicFigures {
  readonly agency: TopicAgency;
  readonly outcome: Outcome;
  /** In the order of the topic's columns. */
  readonly values: readonly (Quantity | null)[];
  /** In the order of its differences. */
  readonly differences: readonly (number | null)[];
}

/** Everything that the files of a topic are written from and compared with. */
export interface TopicRelease extends ReleaseHead {
  readonly kind: 'topic';
  readonly instrument: Topic;
  /** What every agency shall reach; null where nothing was set. The fingerprint is of figures alone. */
  readonly goal: TopicGoal | null;
  readonly figures: readonly TopicFigures[];
}

/** What an agency's figures come to. */
export function reckoned(topic: Topic, figures: Figures): Omit<TopicFigures, 'agency'> {
  const { outcome, values, differencesIn } = kindOf(topic);
  return { outcome: outcome(figures), values: values(figures), differences: differencesIn(figures) };
}

/** @throws ReleaseError `empty` where there is nobody */
export function topicFiguresOf(topic: Topic, agencies: readonly TopicAgency[]): readonly TopicFigures[] {
  if (agencies.length === 0) throw new ReleaseError('empty', 'no agency is within the scope of the release');
  return agencies.map((agency) => ({ agency, ...reckoned(topic, agency.figures) }));
}

/** The text whose SHA-256 names the figures: the same figures give the same text, whenever they are exported. */
export function canonicalTopic(
  rakerdaId: string,
  topic: Topic,
  scope: Extent,
  figures: readonly TopicFigures[],
): string {
  const { codes } = kindOf(topic);
  return JSON.stringify({
    instrument: `${topic.code}@${topic.version}`,
    rakerda: rakerdaId,
    scope,
    figures: figures.map(({ agency, outcome: { headline } }) => [
      agency.code,
      agency.state,
      headline && [headline.numerator, headline.denominator],
      codes.map((code) => [code, agency.figures[code] ?? null]),
    ]),
  });
}

/** As it is shown: rounded once. */
export function shownValue(quantity: Quantity | null): number | null {
  return quantity && shownUnits(quantity) / 10 ** quantity.decimals;
}

type FigureFacts = Readonly<Record<ListKey, Cell>>;

/** Every figure of a topic, in the order of its rows. */
export interface ListedFigures {
  readonly columns: readonly FigureFacts[];
  readonly differences: readonly FigureFacts[];
  readonly fields: readonly FigureFacts[];
}

export function listedFigures(topic: Topic, locale: Locale): ListedFigures {
  const { asked, codes, columns, differences, headline, nameOf, sectionOf } = kindOf(topic);
  const said = (text: LocalizedText | null | undefined) => (text ? localize(text, locale) : null);
  return {
    columns: columns.map((one) => ({
      figure_kind: one.code === headline.code ? 'headline' : 'measure',
      figure_code: one.code,
      figure_name: localize(one.name, locale),
      section: null,
      unit: one.unit,
      unit_name: said(one.unitName),
      direction: one.direction,
      confidence: one.source.confidence,
      source: sourceText(one, locale),
    })),
    differences: differences.map(({ code, name }) => ({
      ...NO_FACTS,
      figure_kind: 'difference',
      figure_code: code,
      figure_name: localize(name, locale),
    })),
    fields: codes.map((code) => ({
      ...NO_FACTS,
      figure_kind: 'field',
      figure_code: code,
      figure_name: said(nameOf(code)) ?? code,
      section: said(sectionOf(code)),
      unit_name: said(asked(code)?.unit),
    })),
  };
}

const NO_FACTS = {
  section: null,
  unit: null,
  unit_name: null,
  direction: null,
  confidence: null,
  source: null,
};

function sourceText({ source }: TopicColumn, locale: Locale): string {
  return source.note ? `${source.citation}. ${localize(source.note, locale)}` : source.citation;
}

/** Remarks of an agency in one text. */
export function remarksText({ remarks }: Outcome, locale: Locale): string | null {
  return remarks.length === 0 ? null : remarks.map((remark) => localize(remark, locale)).join('; ');
}

/** The target beside the figure that it is of, and how far away that is: above zero is what is missing, or too much. */
export function targetCells(goal: TopicGoal | null, place: number, now: Quantity | null) {
  if (goal?.place !== place) return { target: null, target_gap: null };
  return {
    target: shownValue(goal.goal),
    target_gap: now && distanceTo(goal.goal, now) / 10 ** goal.goal.decimals,
  };
}

export type FigureRow = Readonly<Record<FigureKey, Cell>>;

/** The tidy rows of one agency; codes where files word them. */
export function* figureRows(
  release: TopicRelease,
  listed: ListedFigures,
  { agency, outcome, values, differences }: TopicFigures,
): Generator<FigureRow> {
  const { goal, instrument, rakerda, locale } = release;
  const { cell, say } = kindOf(instrument);
  const shared = {
    rakerda_id: rakerda.id,
    year: rakerda.year,
    agency_code: agency.code,
    agency_name: agency.name,
    instrument_code: instrument.code,
    instrument_version: instrument.version,
    said: null,
    numerator: null,
    denominator: null,
    target: null,
    target_gap: null,
    stored: null,
    band: null,
    remarks: null,
    state: agency.state,
    filled: outcome.filled,
    total: outcome.total,
    data_kind: rakerda.isDemo ? 'demo' : 'session',
  };
  const named = ({ figure_kind, figure_code, figure_name, unit, unit_name }: FigureFacts) => ({
    figure_kind,
    figure_code,
    figure_name,
    unit,
    unit_name,
  });
  for (const [at, facts] of listed.columns.entries()) {
    const quantity = values[at] ?? null;
    yield {
      ...shared,
      ...named(facts),
      value: shownValue(quantity),
      numerator: quantity?.numerator ?? null,
      denominator: quantity?.denominator ?? null,
      ...targetCells(goal, at, quantity),
      ...(facts.figure_kind === 'headline' && {
        band: outcome.band && localize(outcome.band.name, locale),
        remarks: remarksText(outcome, locale),
      }),
    };
  }
  for (const [at, facts] of listed.differences.entries())
    yield { ...shared, ...named(facts), value: differences[at] ?? null };
  for (const facts of listed.fields) {
    const code = String(facts.figure_code);
    const stored = agency.figures[code] ?? null;
    const shown = stored === null ? null : cell(code, stored, locale);
    yield {
      ...shared,
      ...named(facts),
      value: typeof shown === 'number' ? shown : null,
      said: stored !== null && typeof shown === 'string' ? say(code, stored, locale) : null,
      stored,
    };
  }
}

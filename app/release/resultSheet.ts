/** What the PDF of one agency shows: made from the assessment once, so that the drawing only draws. */
import type { FileWords } from './fileWords';
import { formatDateTime, formatFigure, formatNumber, formatPercent } from '~/i18n';
import {
  indicatorsOf,
  type Instrument,
  levelHundredths,
  type LevelRange,
  type Levels,
  type Locale,
  localize,
  score,
} from '~/instrument';
import type { AssessmentState } from '#db/schema';
import { levelName } from './figures';
import { resultScale, type ResultScale } from './resultScale';

export interface ResultFacts {
  readonly agencyName: string;
  readonly agencyCode: string;
  readonly rakerdaName: string;
  readonly year: number;
  readonly timeZone: string;
  readonly isDemo: boolean;
  readonly state: AssessmentState;
  readonly approvedAt: string | null;
  readonly levels: Levels;
  /** Numbers of the indicators flagged for discussion. */
  readonly discuss: ReadonlySet<number>;
  /** Which service is meant, by number of the indicator. */
  readonly services: ReadonlyMap<number, string>;
  readonly targetHundredths: number | null;
  readonly printedAt: string;
}

export interface Bar {
  readonly label: string;
  readonly figure: string;
  /** Real index, for drawing. */
  readonly value: number;
}

export interface PartRow {
  readonly kind: 'domain' | 'aspect';
  readonly label: string;
  readonly weight: string;
  readonly answered: string;
  readonly index: string;
  readonly ceiling: string;
}

export interface IndicatorRow {
  readonly no: string;
  readonly name: string;
  readonly weight: string;
  readonly level: string;
  readonly levelName: string;
  readonly discuss: boolean;
}

export interface IndicatorGroup {
  readonly label: string;
  readonly rows: readonly IndicatorRow[];
}

export interface ResultSheet {
  readonly title: string;
  readonly agency: string;
  readonly rakerda: string;
  readonly instrument: string;
  readonly regulation: string;
  readonly isDemo: boolean;
  readonly provisional: boolean;
  readonly stateText: string;
  readonly index: string;
  readonly predicate: string;
  readonly completeness: string;
  readonly reach: string | null;
  readonly target: string;
  readonly targetValue: number | null;
  readonly levels: { readonly min: number; readonly max: number };
  readonly scale: ResultScale;
  readonly aspects: readonly Bar[];
  readonly domains: readonly Bar[];
  readonly parts: readonly PartRow[];
  readonly groups: readonly IndicatorGroup[];
  readonly method: readonly string[];
  readonly printed: string;
}

/** Puts one assessment into the words and figures of its PDF. */
export function resultSheet(
  instrument: Instrument,
  facts: ResultFacts,
  text: FileWords,
  locale: Locale,
): ResultSheet {
  const words = text.pdf;
  const scored = score(instrument, facts.levels);
  const { whole } = scored;
  const figure = (hundredths: number) => formatFigure(hundredths, locale);
  const moment = (iso: string) => formatDateTime(iso, locale, facts.timeZone);
  const weight = (own: number) =>
    `${new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB', { minimumFractionDigits: 2 }).format((own * 100) / instrument.weightTotal)}%`;
  const approved = facts.state === 'approved';
  const { regulation } = instrument;
  const answeredWords = {
    answered: formatNumber(whole.answered, locale),
    total: formatNumber(whole.total, locale),
  };
  return {
    title: words.documentTitle({
      instrument: localize(instrument.shortName, locale),
      agency: facts.agencyName,
      year: String(facts.year),
    }),
    agency: `${facts.agencyName} (${facts.agencyCode})`,
    rakerda: facts.rakerdaName,
    instrument: localize(instrument.name, locale),
    regulation: `${regulation.citation}. ${localize(regulation.note, locale)}`,
    isDemo: facts.isDemo,
    provisional: !approved,
    stateText: approved
      ? facts.approvedAt
        ? words.approvedOn({ moment: moment(facts.approvedAt) })
        : words.approved
      : words.provisionalText({ state: text.ui.state[facts.state] }),
    index: figure(whole.index.hundredths),
    predicate: localize(scored.predicate.name, locale),
    completeness: `${text.ui.answeredOf(answeredWords)} (${formatPercent(whole.answered, whole.total, locale)})`,
    reach:
      whole.answered < whole.total
        ? words.reach({ from: figure(whole.index.hundredths), to: figure(whole.ceiling.hundredths) })
        : null,
    target: targetText(facts.targetHundredths, whole.index.hundredths, text, figure),
    targetValue: facts.targetHundredths === null ? null : facts.targetHundredths / 100,
    levels: { min: instrument.level.min, max: instrument.level.max },
    scale: resultScale(
      instrument,
      { index: whole.index.hundredths, ceiling: whole.ceiling.hundredths, target: facts.targetHundredths },
      locale,
      figure,
    ),
    aspects: instrument.domains
      .flatMap((domain) => domain.aspects)
      .map((aspect, i) =>
        barOf(localize(aspect.name, locale), scored.aspects[i]?.index.hundredths ?? 0, figure),
      ),
    domains: instrument.domains.map((domain, i) =>
      barOf(
        `${String(domain.no)}. ${localize(domain.name, locale)}`,
        scored.domains[i]?.index.hundredths ?? 0,
        figure,
      ),
    ),
    parts: instrument.domains.flatMap((domain) =>
      [domain, ...domain.aspects].map((part): PartRow => {
        const node = part === domain ? scored.domains[part.no - 1] : scored.aspects[part.no - 1];
        return {
          kind: part === domain ? 'domain' : 'aspect',
          label: `${part === domain ? text.ui.domain : text.ui.aspect} ${String(part.no)}. ${localize(part.name, locale)}`,
          weight: weight(part.weight),
          answered: `${String(node?.answered ?? 0)}/${String(node?.total ?? 0)}`,
          index: figure(node?.index.hundredths ?? 0),
          ceiling: figure(node?.ceiling.hundredths ?? 0),
        };
      }),
    ),
    groups: instrument.domains.flatMap((domain) =>
      domain.aspects.map((aspect) => ({
        label: `${text.ui.aspect} ${String(aspect.no)}. ${localize(aspect.name, locale)}`,
        rows: indicatorsOf(instrument)
          .filter((indicator) => indicator.aspectNo === aspect.no)
          .map((indicator): IndicatorRow => {
            const level = facts.levels[indicator.no - 1] ?? null;
            return {
              no: String(indicator.no),
              name: withService(localize(indicator.name, locale), facts.services.get(indicator.no)),
              weight: weight(indicator.weight),
              level: level === null ? '–' : formatLevel(instrument.level, level, figure),
              levelName: levelName(instrument, indicator, level, locale) ?? text.ui.unanswered,
              discuss: facts.discuss.has(indicator.no),
            };
          }),
      })),
    ),
    method: [words.formulaText, text.release.method.roundingText, text.ui.provisionalHint],
    printed: words.printedAt({ moment: moment(facts.printedAt) }),
  };
}

function withService(name: string, service: string | undefined): string {
  return service ? `${name} – ${service}` : name;
}

function formatLevel(range: LevelRange, stored: number, figure: (hundredths: number) => string): string {
  return range.unit === 1 ? String(stored) : figure(levelHundredths(range, stored));
}

function barOf(label: string, hundredths: number, figure: (hundredths: number) => string): Bar {
  return { label, figure: figure(hundredths), value: hundredths / 100 };
}

function targetText(
  target: number | null,
  index: number,
  text: FileWords,
  figure: (hundredths: number) => string,
): string {
  const words = text.pdf;
  if (target === null) return words.noTarget;
  const reached = index >= target ? words.targetReached : words.targetGap({ gap: figure(target - index) });
  return `${figure(target)} (${reached})`;
}

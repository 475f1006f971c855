/**
 * The outline of an instrument: its scheme with the names of things in one language, for pages that score and name in
 * the browser. Criteria, explanations and proofs stay on the server; they are nine tenths of the instrument.
 */
import type { Instrument } from './schema';
import type { Band, Scheme } from './scheme';
import { type Locale, type LocalizedText, localize } from './text';

interface OutlineNode {
  readonly no: number;
  readonly name: string;
  readonly weight: number;
}

/** A band with its name. */
export interface OutlinePredicate extends Band {
  readonly name: string;
}

/** A {@link Scheme} that can be shown. */
export interface InstrumentOutline extends Scheme<OutlinePredicate> {
  readonly version: string;
  readonly name: string;
  readonly shortName: string;
  readonly regulation: {
    readonly title: string;
    readonly citation: string;
    readonly repealedBy: string | null;
    readonly note: string;
  };
  readonly scales: readonly {
    readonly code: string;
    /** Names of the steps, lowest first. */
    readonly levels: readonly string[];
  }[];
  readonly domains: readonly (OutlineNode & {
    /** Code of the scale its indicators are judged on. */
    readonly scale: string;
    readonly aspects: readonly (OutlineNode & { readonly indicators: readonly OutlineNode[] })[];
  })[];
}

/**
 * Takes from an instrument what pages show and score by.
 * @param instrument a parsed instrument
 * @param locale the reader's language
 */
export function outlineOf(instrument: Instrument, locale: Locale): InstrumentOutline {
  const words = (text: LocalizedText) => localize(text, locale);
  const node = ({ no, name, weight }: Pick<Instrument['domains'][number], 'no' | 'name' | 'weight'>) => ({
    no,
    name: words(name),
    weight,
  });
  const { code, version, regulation, level, weightTotal, predicateFrom } = instrument;
  return {
    code,
    version,
    name: words(instrument.name),
    shortName: words(instrument.shortName),
    regulation: {
      title: words(regulation.title),
      citation: regulation.citation,
      repealedBy: regulation.status === 'repealed' ? (regulation.repealedBy ?? '') : null,
      note: words(regulation.note),
    },
    level,
    weightTotal,
    scales: instrument.scales.map((scale) => ({
      code: scale.code,
      levels: scale.levels.map((step) => words(step.name)),
    })),
    predicates: instrument.predicates.map((predicate) => ({ ...predicate, name: words(predicate.name) })),
    predicateFrom,
    domains: instrument.domains.map((domain) => ({
      ...node(domain),
      scale: domain.scale,
      aspects: domain.aspects.map((aspect) => ({
        ...node(aspect),
        indicators: aspect.indicators.map(node),
      })),
    })),
  };
}

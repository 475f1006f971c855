/**
 * An instrument without its long texts, in one language: what a page needs to score and to name things in the
 * browser. The criteria stay on the server (they are nine tenths of the instrument).
 */
import { type Instrument, type Locale, type LocalizedText, localize } from '~/instrument';

interface Named {
  readonly no: number;
  readonly name: string;
  readonly weight: number;
}

export interface Skeleton {
  readonly code: string;
  readonly version: string;
  readonly name: string;
  readonly shortName: string;
  readonly regulation: {
    readonly title: string;
    readonly citation: string;
    readonly repealedBy: string | null;
    readonly note: string;
  };
  readonly level: { readonly min: number; readonly max: number; readonly unit: number };
  readonly weightTotal: number;
  readonly scales: readonly {
    readonly code: string;
    readonly name: string;
    readonly levels: readonly string[];
  }[];
  readonly predicates: readonly {
    readonly code: string;
    readonly name: string;
    readonly minHundredths: number;
  }[];
  readonly domains: readonly (Named & {
    readonly scale: string;
    readonly aspects: readonly (Named & { readonly indicators: readonly Named[] })[];
  })[];
}

/** Takes from a whole instrument what the browser needs, worded in the reader's language. */
export function skeletonOf(instrument: Instrument, locale: Locale): Skeleton {
  const words = (text: LocalizedText) => localize(text, locale);
  const { regulation } = instrument;
  return {
    code: instrument.code,
    version: instrument.version,
    name: words(instrument.name),
    shortName: words(instrument.shortName),
    regulation: {
      title: words(regulation.title),
      citation: regulation.citation,
      repealedBy: regulation.status === 'repealed' ? (regulation.repealedBy ?? '') : null,
      note: words(regulation.note),
    },
    level: instrument.level,
    weightTotal: instrument.weightTotal,
    scales: instrument.scales.map((scale) => ({
      code: scale.code,
      name: words(scale.name),
      levels: scale.levels.map((level) => words(level.name)),
    })),
    predicates: instrument.predicates.map(({ code, name, minHundredths }) => ({
      code,
      name: words(name),
      minHundredths,
    })),
    domains: instrument.domains.map(({ no, name, weight, scale, aspects }) => ({
      no,
      name: words(name),
      weight,
      scale,
      aspects: aspects.map((aspect) => ({
        no: aspect.no,
        name: words(aspect.name),
        weight: aspect.weight,
        indicators: aspect.indicators.map((indicator) => ({
          no: indicator.no,
          name: words(indicator.name),
          weight: indicator.weight,
        })),
      })),
    })),
  };
}

const known = new WeakMap<Skeleton, Instrument>();

/**
 * The skeleton in the shape the core takes. It scores and plans exactly as the instrument it came from; its criteria,
 * explanations and sources are empty. The same skeleton gives the same object, so that the core's caches hold.
 */
export function instrumentOf(skeleton: Skeleton): Instrument {
  const cached = known.get(skeleton);
  if (cached) return cached;
  const both = (text: string): LocalizedText => ({ id: text, en: text });
  const instrument: Instrument = {
    schemaVersion: 1,
    code: skeleton.code,
    version: skeleton.version,
    kind: 'maturity',
    name: both(skeleton.name),
    shortName: both(skeleton.shortName),
    regulation: {
      title: both(skeleton.regulation.title),
      citation: skeleton.regulation.citation,
      status: skeleton.regulation.repealedBy === null ? 'in-force' : 'repealed',
      note: both(skeleton.regulation.note),
    },
    level: skeleton.level,
    weightTotal: skeleton.weightTotal,
    scales: skeleton.scales.map((scale) => ({
      code: scale.code,
      name: both(scale.name),
      levels: scale.levels.map((name, i) => ({
        level: skeleton.level.min + i,
        name: both(name),
        meaning: both(''),
      })),
    })),
    predicates: skeleton.predicates.map((predicate) => ({ ...predicate, name: both(predicate.name) })),
    domains: skeleton.domains.map((domain) => ({
      no: domain.no,
      name: both(domain.name),
      weight: domain.weight,
      scale: domain.scale,
      aspects: domain.aspects.map((aspect) => ({
        no: aspect.no,
        name: both(aspect.name),
        weight: aspect.weight,
        indicators: aspect.indicators.map((indicator) => ({
          no: indicator.no,
          name: both(indicator.name),
          weight: indicator.weight,
          scoredBy: 'self' as const,
          explanation: both(''),
          criteria: [],
          source: { confidence: 'generic' as const, citation: '', read: [], note: '' },
        })),
      })),
    })),
  };
  known.set(skeleton, instrument);
  return instrument;
}

/**
 * An instrument without its texts: the few kilobytes of names and weights that a comparison needs in the browser,
 * instead of the criteria and proofs of every level.
 */
import { type Instrument, type LocalizedText, type Locale, localize } from '~/instrument';

export interface SkeletonIndicator {
  readonly no: number;
  readonly name: string;
  readonly weight: number;
}
export interface SkeletonAspect {
  readonly no: number;
  readonly name: string;
  readonly weight: number;
  readonly indicators: readonly SkeletonIndicator[];
}
export interface SkeletonDomain {
  readonly no: number;
  readonly name: string;
  readonly weight: number;
  readonly aspects: readonly SkeletonAspect[];
}
/** Names are in the reader's language; numbers and weights are the instrument's own. */
export interface Skeleton {
  readonly code: string;
  readonly version: string;
  readonly shortName: string;
  readonly level: Instrument['level'];
  readonly weightTotal: number;
  readonly predicates: readonly {
    readonly code: string;
    readonly name: string;
    readonly minHundredths: number;
  }[];
  readonly domains: readonly SkeletonDomain[];
}

/** What a comparison shows of an instrument, in the reader's language. */
export function skeletonOf(instrument: Instrument, locale: Locale): Skeleton {
  return {
    code: instrument.code,
    version: instrument.version,
    shortName: localize(instrument.shortName, locale),
    level: instrument.level,
    weightTotal: instrument.weightTotal,
    predicates: instrument.predicates.map(({ code, name, minHundredths }) => ({
      code,
      name: localize(name, locale),
      minHundredths,
    })),
    domains: instrument.domains.map((domain) => ({
      no: domain.no,
      name: localize(domain.name, locale),
      weight: domain.weight,
      aspects: domain.aspects.map((aspect) => ({
        no: aspect.no,
        name: localize(aspect.name, locale),
        weight: aspect.weight,
        indicators: aspect.indicators.map(({ no, name, weight }) => ({
          no,
          name: localize(name, locale),
          weight,
        })),
      })),
    })),
  };
}

const BLANK: LocalizedText = { id: '–', en: '–' };

/**
 * An instrument that scores exactly as the one the skeleton was taken from. Its texts are blank: the pure core
 * reads weights, levels and predicates only, so one scoring serves the server and the live page.
 */
export function instrumentFrom(skeleton: Skeleton): Instrument {
  const same = (name: string): LocalizedText => ({ id: name, en: name });
  return {
    schemaVersion: 1,
    code: skeleton.code,
    version: skeleton.version,
    kind: 'maturity',
    name: same(skeleton.shortName),
    shortName: same(skeleton.shortName),
    regulation: { title: BLANK, citation: '–', status: 'in-force', note: BLANK },
    level: skeleton.level,
    weightTotal: skeleton.weightTotal,
    scales: [],
    predicates: skeleton.predicates.map((predicate) => ({ ...predicate, name: same(predicate.name) })),
    domains: skeleton.domains.map((domain) => ({
      ...domain,
      name: same(domain.name),
      scale: '–',
      aspects: domain.aspects.map((aspect) => ({
        ...aspect,
        name: same(aspect.name),
        indicators: aspect.indicators.map((indicator) => ({
          ...indicator,
          name: same(indicator.name),
          scoredBy: 'self' as const,
          explanation: BLANK,
          criteria: [],
          source: { confidence: 'generic' as const, citation: '–', read: [], note: '' },
        })),
      })),
    })),
  };
}

/** Which indicators the list shows: a filter and a search, both in the address. */
import type { Overview } from './assessment.read.server';

const CHOICES = ['semua', 'belum', 'pleno'] as const;

export interface OverviewFilter {
  readonly saring: (typeof CHOICES)[number];
  readonly cari: string;
}

/** What the address asks for; what it cannot mean is left out. */
export function readOverviewFilter(params: URLSearchParams): OverviewFilter {
  const cari = params.get('cari')?.trim() ?? '';
  return {
    saring: CHOICES.find((choice) => choice === params.get('saring')) ?? 'semua',
    cari: cari.length <= 80 ? cari : '',
  };
}

/** The domains with only the matching indicators; empty aspects and domains are left out. */
export function filterOverview(domains: Overview['domains'], filter: OverviewFilter): Overview['domains'] {
  const words = filter.cari.toLowerCase().split(/\s+/).filter(Boolean);
  return domains
    .map((domain) => ({
      ...domain,
      aspects: domain.aspects
        .map((aspect) => ({
          ...aspect,
          indicators: aspect.indicators.filter(
            (indicator) =>
              (filter.saring !== 'belum' || indicator.level === null) &&
              (filter.saring !== 'pleno' || indicator.discuss) &&
              words.every((word) =>
                /^\d+$/.test(word)
                  ? String(indicator.no) === word
                  : indicator.name.toLowerCase().includes(word),
              ),
          ),
        }))
        .filter((aspect) => aspect.indicators.length > 0),
    }))
    .filter((domain) => domain.aspects.length > 0);
}

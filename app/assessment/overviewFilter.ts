/** Which indicators the list shows: a filter and a search, both in the address. */
import { z } from 'zod';
import type { Overview } from './queries.server';

const filterSchema = z.object({
  saring: z.enum(['semua', 'belum', 'pleno']).catch('semua'),
  cari: z.string().trim().max(80).catch(''),
});
export type OverviewFilter = z.infer<typeof filterSchema>;

export function readOverviewFilter(params: URLSearchParams): OverviewFilter {
  return filterSchema.parse({ saring: params.get('saring') ?? 'semua', cari: params.get('cari') ?? '' });
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

/** Puts the page of published results together: one year, as far as it was asked for, and the country over the years. */
import { z } from 'zod';
import { notFound, type Scope } from '~/accounts/requestScope.server';
import { sharedWords } from '~/i18n';
import { type Instrument, isNewerVersion, localize } from '~/instrument';
import { type Axis, axisOf } from '~/ui/indexAxis';
import { type ListPart, partOf } from '~/ui/listPart';
import {
  distribution,
  type ListFilter,
  narrowed,
  ordered,
  type PublishedRow,
  readFilter,
} from './publishedList';
import { publishedListWords } from './publishedListWords';

export interface NationalYear {
  readonly year: number;
  /** Hundredths. */
  readonly index: number;
  readonly domains: readonly (number | null)[];
  readonly regulation: string;
  /** Whether it was made by the rules that the instrument follows. */
  readonly isRuled: boolean;
}

export interface PublishedPage {
  readonly title: string;
  readonly instrument: {
    readonly code: string;
    readonly name: string;
    readonly axis: Axis;
    /** The lowest first. */
    readonly predicates: readonly { readonly code: string; readonly name: string }[];
    readonly domains: readonly string[];
  };
  readonly year: number;
  /** The latest first. */
  readonly years: readonly number[];
  /** That movements are measured against; null where there is none. */
  readonly yearBefore: number | null;
  readonly filter: ListFilter;
  readonly provinces: readonly { readonly code: string; readonly name: string }[];
  readonly ownCode: string | null;
  readonly part: ListPart<PublishedRow>;
  /** Of those found, on all pages. */
  readonly predicates: readonly { readonly code: string; readonly agencies: number }[];
  readonly national: readonly NationalYear[];
  readonly sources: readonly string[];
}

/** So many stand on a page: each is a row with its place on the scale. */
const ROWS = 50;

export async function readPublishedPage(scope: Scope, params: URLSearchParams): Promise<PublishedPage> {
  const { actor, locale } = scope;
  const { instrument, year, years, yearBefore, rows, filter, national } = await readPublished(scope, params);
  const found = ordered(narrowed(rows, filter), filter.order, actor.agencyCode, new Intl.Collator(locale));
  const predicates = [...instrument.predicates].reverse();
  return {
    title: `${publishedListWords[locale].title} – ${sharedWords[locale].productName}`,
    instrument: {
      code: instrument.code,
      name: localize(instrument.shortName, locale),
      axis: axisOf({
        level: instrument.level,
        predicates: instrument.predicates.map(({ name, minHundredths }) => ({
          name: localize(name, locale),
          minHundredths,
        })),
      }),
      predicates: predicates.map(({ code, name }) => ({ code, name: localize(name, locale) })),
      domains: instrument.domains.map(({ name }) => localize(name, locale)),
    },
    year,
    years,
    yearBefore,
    filter,
    provinces: await listProvinces(scope),
    ownCode: actor.agencyCode,
    // The names were searched already, with provinces and codes.
    part: {
      ...partOf(found, new URLSearchParams({ hal: params.get('hal') ?? '1' }), ROWS),
      search: filter.search,
    },
    predicates: distribution(
      found,
      predicates.map(({ code }) => code),
    ),
    national,
    sources: [...new Set(rows.map(({ source }) => source))],
  };
}

/** One year with what it is compared with. Throws 404 where nothing was published of the instrument. */
export async function readPublished(
  { db, instruments }: Pick<Scope, 'db' | 'instruments'>,
  params: URLSearchParams,
) {
  const all = await db
    .selectFrom('published_result')
    .leftJoin('agency', 'agency.code', 'published_result.agency_code')
    .leftJoin('agency as above', 'above.code', 'agency.province_code')
    .select(['instrument_code', 'year', 'agency_code', 'index_hundredths', 'domain_hundredths', 'predicate'])
    .select(['regulation', 'source', 'note', 'agency.name', 'agency.kind', 'agency.province_code'])
    .select(['above.name as province_name'])
    .orderBy('year', 'desc')
    .execute();
  const code = all.find((row) => row.instrument_code === params.get('instrumen'))?.instrument_code;
  const instrumentCode = code ?? all[0]?.instrument_code ?? notFound();
  const instrument = await newest({ db, instruments }, instrumentCode);
  const own = all.filter((row) => row.instrument_code === instrumentCode);
  const isRuled = ({ regulation }: { readonly regulation: string }) =>
    regulation === instrument.regulation.citation;
  const ruled = own.filter((row) => row.agency_code !== null && isRuled(row));
  const years = [...new Set(ruled.map(({ year }) => year))];
  const year = years.find((one) => String(one) === params.get('tahun')) ?? years[0] ?? notFound();
  const yearBefore = years.find((one) => one < year) ?? null;
  const before = new Map(
    ruled.flatMap((row) => (row.year === yearBefore ? [[row.agency_code, row.index_hundredths]] : [])),
  );
  const domains = domainsOf(own.map(({ domain_hundredths: text }) => text));
  const domainsBy = new Map(own.map((row, place) => [row, domains[place] ?? []]));
  return {
    instrument,
    year,
    years,
    yearBefore,
    filter: readFilter(params, instrument.domains.length),
    rows: ruled.flatMap((row): PublishedRow[] => {
      const { agency_code: agencyCode, name, kind } = row;
      if (row.year !== year || agencyCode === null || name === null || kind === null) return [];
      return [
        {
          agencyCode,
          agencyName: name,
          kind,
          provinceCode: row.province_code,
          provinceName: row.province_name,
          index: row.index_hundredths,
          domains: domainsBy.get(row) ?? [],
          predicate: row.predicate,
          before: before.get(agencyCode) ?? null,
          isDerived: row.note === 'd1-derived',
          source: row.source,
        },
      ];
    }),
    national: own
      .filter((row) => row.agency_code === null)
      .map((row): NationalYear => ({
        year: row.year,
        index: row.index_hundredths,
        domains: domainsBy.get(row) ?? [],
        regulation: row.regulation,
        isRuled: isRuled(row),
      })),
  };
}

const domainsSchema = z.array(z.array(z.int().nullable()));

/** One parse for all rows. */
function domainsOf(texts: readonly string[]): readonly (readonly (number | null)[])[] {
  return domainsSchema.parse(JSON.parse(`[${texts.join(',')}]`));
}

async function newest(
  { db, instruments }: Pick<Scope, 'db' | 'instruments'>,
  code: string,
): Promise<Instrument> {
  const rows = await db.selectFrom('instrument').select('version').where('code', '=', code).execute();
  const versions = rows.map(({ version }) => version);
  const version = versions.find((one) => versions.every((other) => !isNewerVersion(other, one)));
  return version === undefined ? notFound() : instruments.get(code, version);
}

async function listProvinces({ db }: Pick<Scope, 'db'>) {
  return db
    .selectFrom('agency')
    .select(['code', 'name'])
    .where('kind', '=', 'province')
    .orderBy('name')
    .execute();
}

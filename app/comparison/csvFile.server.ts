/** The tables of the comparison page as files. */
import { type Cell, csvFile, STYLES } from '~/files/csv';
import { sharedWords } from '~/i18n';
import {
  type Instrument,
  type LevelRange,
  type Locale,
  indicatorsOf,
  isComplete,
  shareHundredths,
  levelHundredths,
  localize,
  score,
} from '~/instrument';
import { type ComparedAgency, unpackLevels } from './comparedAgency';
import { comparisonWords } from './comparisonWords';
import { parseSort, type RankedAgency, rankAgencies, sortAgencies } from './ranking';

export const CSV_TABLES = ['peringkat', 'domain', 'aspek', 'peta'] as const;
export type CsvTable = (typeof CSV_TABLES)[number];

export function parseCsvTable(value: string | null): CsvTable | null {
  return CSV_TABLES.find((table) => table === value) ?? null;
}

export interface CsvRequest {
  readonly table: CsvTable;
  readonly instrument: Instrument;
  /** All agencies the reader may see. */
  readonly agencies: readonly ComparedAgency[];
  /** Only these; null for all. */
  readonly codes: readonly string[] | null;
  readonly sort: string | null;
  readonly isDemo: boolean;
  readonly locale: Locale;
}

/** Writes one table. Null where it would hold no agency: an empty file is never a download. */
export function comparisonCsv(request: CsvRequest): string | null {
  const { instrument, codes, locale } = request;
  const { ranked } = rankAgencies(instrument, request.agencies);
  const wanted = codes === null ? null : new Set(codes);
  const sorted = sortAgencies(instrument, ranked, parseSort(request.sort, instrument)).filter(
    (agency) => wanted === null || wanted.has(agency.code),
  );
  if (sorted.length === 0) return null;
  const rows = request.table === 'peta' ? mapRows(request, sorted) : agencyRows(request, sorted);
  return csvFile(rows, STYLES[locale]);
}

/** One row per agency. */
function agencyRows(request: CsvRequest, agencies: readonly RankedAgency[]): readonly (readonly Cell[])[] {
  const { table, instrument, locale } = request;
  const { file } = comparisonWords[locale];
  const nodeNames =
    table === 'domain'
      ? instrument.domains.map((domain) => `D${String(domain.no)} ${localize(domain.name, locale)}`)
      : table === 'aspek'
        ? instrument.domains.flatMap((domain) =>
            domain.aspects.map((aspect) => `A${String(aspect.no)} ${localize(aspect.name, locale)}`),
          )
        : [];
  const header = [
    ...[file.rank, file.code, file.name, file.state, file.answered, file.total, file.index],
    ...[file.provisional, file.ceiling, file.predicate, file.target, file.gap, ...nodeNames, file.demo],
  ];
  const predicates = new Map(instrument.predicates.map(({ code, name }) => [code, localize(name, locale)]));
  const rows = agencies.map((agency): readonly Cell[] => {
    const scored = table === 'peringkat' ? null : score(instrument, unpackLevels(agency.levels));
    const nodes = table === 'domain' ? scored?.domains : scored?.aspects;
    return [
      agency.rank,
      agency.code,
      agency.name,
      sharedWords[locale].state[agency.state],
      agency.answered,
      agency.total,
      { hundredths: agency.index },
      isComplete(agency) ? file.no : file.yes,
      { hundredths: agency.ceiling },
      agency.predicate === null ? null : (predicates.get(agency.predicate) ?? null),
      agency.target === null ? null : { hundredths: agency.target },
      agency.target === null || !isComplete(agency) ? null : { hundredths: agency.index - agency.target },
      ...(nodes ?? []).map((node) => ({ hundredths: node.index.hundredths })),
      request.isDemo ? file.yes : file.no,
    ];
  });
  return [header, ...rows];
}

/** One row per indicator, one column per agency; an empty cell is an indicator nobody answered there yet. */
function mapRows(request: CsvRequest, agencies: readonly RankedAgency[]): readonly (readonly Cell[])[] {
  const { instrument, locale } = request;
  const { file } = comparisonWords[locale];
  const levels = agencies.map((agency) => unpackLevels(agency.levels));
  const header = [
    ...[file.indicator, file.indicatorName, file.domain, file.aspect, file.weight],
    ...agencies.map((agency) => `${agency.code} ${agency.name}`),
    file.demo,
  ];
  const rows = indicatorsOf(instrument).map((indicator, position): readonly Cell[] => [
    indicator.no,
    localize(indicator.name, locale),
    indicator.domainNo,
    indicator.aspectNo,
    { hundredths: shareHundredths(instrument, indicator.weight) },
    ...levels.map((column) => levelCell(instrument.level, column[position] ?? null)),
    request.isDemo ? file.yes : file.no,
  ]);
  return [header, ...rows];
}

function levelCell(range: LevelRange, level: number | null): Cell {
  if (level === null || range.unit === 1) return level;
  return { hundredths: levelHundredths(range, level) };
}

/** `demo-banding-peringkat-kalsel-2025.csv`: printable ASCII, so that every browser keeps it. */
export function csvFileName(table: CsvTable, rakerdaId: string, isDemo: boolean): string {
  const id = rakerdaId.replaceAll(/[^a-zA-Z0-9._-]/g, '-');
  return `${isDemo && !id.startsWith('demo-') ? 'demo-' : ''}${id}-banding-${table}.csv`;
}

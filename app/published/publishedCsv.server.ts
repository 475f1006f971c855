/** The published results of a year as a file: what is found on the page, on all of its pages. */
import type { Scope } from '~/accounts/requestScope.server';
import { type Cell, csvFile, STYLES } from '~/files/csv';
import { downloadName } from '~/files/downloadName';
import { sharedWords } from '~/i18n';
import { localize } from '~/instrument';
import { movedBy, narrowed, ordered } from './publishedList';
import { readPublished } from './publishedList.read.server';
import { publishedListWords } from './publishedListWords';

export async function publishedCsv(
  scope: Scope,
  params: URLSearchParams,
): Promise<{ readonly name: string; readonly body: string }> {
  const { locale } = scope;
  const { instrument, year, yearBefore, rows, filter } = await readPublished(scope, params);
  const { file } = publishedListWords[locale];
  const { agencyKind } = sharedWords[locale];
  const names = new Map(instrument.predicates.map(({ code, name }) => [code, localize(name, locale)]));
  const figure = (hundredths: number | null): Cell => (hundredths === null ? null : { hundredths });
  const header: readonly Cell[] = [
    file.code,
    file.name,
    file.kind,
    file.province,
    file.year,
    file.index,
    ...instrument.domains.map(({ no, name }) => `D${String(no)} ${localize(name, locale)}`),
    file.predicate,
    ...(yearBefore === null ? [] : [String(yearBefore), file.moved({ year: String(yearBefore) })]),
    file.regulation,
    file.source,
    file.note,
  ];
  const found = ordered(narrowed(rows, filter), filter.order, null, new Intl.Collator(locale));
  const body = found.map((row): readonly Cell[] => [
    row.agencyCode,
    row.agencyName,
    agencyKind[row.kind],
    row.provinceName,
    year,
    figure(row.index),
    ...instrument.domains.map((_, place) => figure(row.domains[place] ?? null)),
    row.predicate === null ? null : (names.get(row.predicate) ?? row.predicate),
    ...(yearBefore === null ? [] : [figure(row.before), figure(movedBy(row))]),
    instrument.regulation.citation,
    row.source,
    row.isDerived ? file.derived : null,
  ]);
  return {
    name: downloadName(false, ['hasil-resmi', instrument.code, String(year)], 'csv'),
    body: csvFile([header, ...body], STYLES[locale]),
  };
}

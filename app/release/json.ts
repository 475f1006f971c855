/** The JSON release: one document that explains itself. Keys are those of the data dictionary. */
import type { FileWords } from './fileWords';
import { indicatorsOf, localize, type NodeScore, shownLevel, storedRange } from '~/instrument';
import { mapTexts, plainText } from '~/text';
import { type DictionaryEntry, dictionaryOf } from './columns';
import { type AgencyFigures, levelName, type Release, type ReleaseHead } from './figures';
import { type MethodLine, methodOf } from './method';

const published = (node: NodeScore) => ({
  index: node.index.hundredths / 100,
  index_hundredths: node.index.hundredths,
  ceiling: node.ceiling.hundredths / 100,
  answered: node.answered,
  indicators: node.total,
});

/** A value as JSON whose texts hold no hidden signs. */
function written(value: object): string {
  return JSON.stringify(mapTexts(value, plainText));
}

/** The document in pieces: the head, then one agency at a time. */
export function* jsonOf(
  release: Release,
  text: FileWords,
  both: { readonly id: FileWords; readonly en: FileWords },
): Generator<string> {
  yield* openJson(release, text, {
    method: methodOf(release, text),
    dictionary: dictionaryOf(release.instrument, text, both),
  });
  yield `"indicators":${written(indicatorRows(release))},\n`;
  yield* list('agencies', release.figures, agencyRow);
  yield* list('answers', release.figures, (one) => answerRows(release, one));
  yield* list('scores', release.figures, (one) => scoreRow(release, one));
  yield closeJson();
}

/** How every document begins: what it is, how its figures came about, and what its keys mean. */
export function* openJson(
  release: ReleaseHead,
  text: FileWords,
  of: { readonly method: readonly MethodLine[]; readonly dictionary: readonly DictionaryEntry[] },
): Generator<string> {
  const { rakerda, instrument, locale } = release;
  const about = {
    format: 'rakerda-spbe-release',
    format_version: 1,
    language: locale,
    data_kind: rakerda.isDemo ? 'demo' : 'session',
    ...(rakerda.isDemo && { notice: `${text.release.dataKind.demo}. ${text.ui.demoNotice}` }),
    rakerda: { id: rakerda.id, name: rakerda.name, year: rakerda.year, time_zone: rakerda.timeZone },
    instrument: {
      code: instrument.code,
      version: instrument.version,
      name: localize(instrument.name, locale),
    },
    scope: release.scope,
    agencies: release.figures.length,
    exported_at: release.takenAt,
    exported_by: release.exportedBy,
    as_of_event: release.asOf,
    figures_sha256: release.sha256,
  };
  const method = Object.fromEntries(of.method.map(({ key, content }) => [key, content]));
  yield `{"about":${written(about)},\n"method":${written(method)},\n`;
  yield `"dataDictionary":${written(of.dictionary)},\n`;
}

/** How it ends: a document that lacks this is not whole. */
export function closeJson(): string {
  return '"end":true}\n';
}

/** `"name":[…],` with the row or rows of one agency per piece. */
export function* list<One>(
  name: string,
  figures: readonly One[],
  rowsOf: (one: One) => object | readonly object[],
): Generator<string> {
  yield `"${name}":[`;
  let separator = '\n';
  for (const one of figures) {
    const found = rowsOf(one);
    const rows = Array.isArray(found) ? found : [found];
    yield separator + rows.map(written).join(',\n');
    separator = ',\n';
  }
  yield '\n],\n';
}

function indicatorRows({ instrument, locale }: Release): readonly object[] {
  return indicatorsOf(instrument).map((indicator) => ({
    indicator_no: indicator.no,
    indicator_name: localize(indicator.name, locale),
    domain_no: indicator.domainNo,
    aspect_no: indicator.aspectNo,
    weight_percent: (indicator.weight * 100) / instrument.weightTotal,
    weight_integer: indicator.weight,
  }));
}

function agencyRow({ agency }: AgencyFigures): object {
  return {
    agency_code: agency.code,
    agency_name: agency.name,
    state: agency.state,
    target: agency.targetHundredths === null ? null : agency.targetHundredths / 100,
  };
}

function answerRows({ instrument, locale }: Release, { agency, counted }: AgencyFigures): readonly object[] {
  const { level: range } = instrument;
  const lowest = storedRange(instrument).min;
  return indicatorsOf(instrument).map((indicator) => {
    const level = agency.levels[indicator.no - 1] ?? null;
    const answer = agency.answers.get(indicator.no);
    return {
      agency_code: agency.code,
      indicator_no: indicator.no,
      level: level === null ? null : shownLevel(range, level),
      level_name: levelName(instrument, indicator, level, locale),
      level_counted: shownLevel(range, counted[indicator.no - 1] ?? lowest),
      weight_integer: indicator.weight,
      updated_at: answer?.updatedAt ?? null,
      discuss: answer?.discuss ?? false,
      ...(answer?.service && { service_name: answer.service }),
    };
  });
}

function scoreRow({ instrument, locale }: Release, { agency, score }: AgencyFigures): object {
  return {
    agency_code: agency.code,
    ...published(score.whole),
    predicate: score.predicate.code,
    predicate_name: localize(score.predicate.name, locale),
    domains: score.domains.map((node) => ({ domain_no: node.no, ...published(node) })),
    aspects: score.aspects.map((node) => ({ aspect_no: node.no, ...published(node) })),
    instrument_code: instrument.code,
  };
}

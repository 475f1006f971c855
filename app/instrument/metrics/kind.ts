/** The kind `metrics`, as every room asks it. */
import { writeNumber } from '../number';
import type { TopicKind } from '../topicKind';
import { countsOf } from './count';
import { fieldsByCode } from './fields';
import { measuresOf } from './measure';
import type { Metrics } from './schema';
import { contradictions, judgeSheet, metricsOutcome, unaccountedOf } from './sheet';

export function metricsKind(metrics: Metrics): TopicKind {
  const fields = fieldsByCode(metrics);
  const decimalsOf = (code: string) => fields.get(code)?.decimals ?? 0;
  const { measures, checks } = metrics;
  // The loader has seen that the headline is among the measures, of which there is one at least.
  const [headline = fallback(metrics)] = measures.filter(({ code }) => code === metrics.headline);
  return {
    codes: [...fields.keys()],
    parts: [],
    columns: measures,
    headline,
    bands: [],
    differences: checks.flatMap((check) => (check.kind === 'parts' ? [check] : [])),
    registers: {
      all: metrics.registers ?? [],
      count: (register, given) => countsOf(metrics, register, given),
    },
    sources: [
      ...fields.values(),
      ...measures,
      ...(metrics.registers ?? []).flatMap(({ columns }) => columns),
    ],
    nameOf: (code) => fields.get(code)?.name ?? null,
    sectionOf: (code) =>
      metrics.groups.find((group) => group.fields.some((field) => field.code === code))?.name ?? null,
    asked(code) {
      const field = fields.get(code);
      return field?.counted ? null : { unit: field?.unit ?? null, choices: [] };
    },
    counting: metrics.counting ?? null,
    write: (code, stored, locale) => writeNumber(stored, decimalsOf(code), locale),
    say: (code, stored, locale) => writeNumber(stored, decimalsOf(code), locale),
    cell: (code, stored) => stored / 10 ** decimalsOf(code),
    judge: (_, typed, locale) => judgeSheet(metrics, typed, locale),
    contradictions: (figures) => contradictions(metrics, figures),
    values: (figures) => measuresOf(metrics, figures).map(({ quantity }) => quantity),
    differencesIn: (figures) => unaccountedOf(metrics, figures).map(({ difference }) => difference),
    outcome: (figures) => metricsOutcome(metrics, figures),
  };
}

function fallback({ code, headline }: Metrics): never {
  throw new Error(`Topic ${code} has no measure ${headline}`);
}

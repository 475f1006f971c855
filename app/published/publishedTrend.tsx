/**
 * An agency's index from year to year: what Kemenpan-RB published as squares, what the agency says of itself as discs,
 * and the country as a line. Both are told apart in words too, and nothing is reckoned from one to the other.
 */
import { Link } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { type InstrumentOutline, predicateShown } from '~/instrument';
import { publishedPath } from '~/paths';
import { Badge, Card, Sideways } from '~/ui';
import { axisOf, placeOn } from '~/ui/indexAxis';
import { IndexBands } from '~/ui/indexTrack';
import type { PublishedResult } from './published.server';
import { publishedWords } from './publishedWords';

/** What the agency said of itself in one year. */
export interface OwnResult {
  readonly year: number;
  /** Hundredths. */
  readonly index: number;
  /** `12/47` while it is unfinished; null once it is complete. */
  readonly part: string | null;
  readonly isDemo: boolean;
}

interface Line {
  readonly key: string;
  readonly year: number;
  readonly origin: string;
  readonly isPublished: boolean;
  readonly index: number;
  readonly predicate: string | null;
  readonly national: number | null;
  readonly domains: readonly (number | null)[];
  /** Why it has no place on the scale; null where it has. */
  readonly otherRules: string | null;
  readonly remark: string | null;
}

export function PublishedTrend(props: {
  readonly instrument: InstrumentOutline;
  /** The latest first. */
  readonly published: readonly PublishedResult[];
  readonly own: readonly OwnResult[];
}) {
  const words = useSection(publishedWords);
  const format = useFormat();
  const { instrument, published, own } = props;
  if (published.length === 0) return null;
  const axis = axisOf(instrument);
  const lines = linesOf(instrument, published, own, words);
  const sources = [...new Set(published.map(({ source }) => source))];
  return (
    <Card aria-labelledby="perjalanan-indeks" className="space-y-3">
      <div className="space-y-1">
        <h2 id="perjalanan-indeks" className="text-lg font-semibold">
          {headline(published, words, format.figure)}
        </h2>
        <p className="max-w-prose text-sm text-muted">{words.lead}</p>
      </div>
      <Sideways label={words.caption}>
        <table className="w-full text-sm">
          <caption className="sr-only">{words.caption}</caption>
          <thead className="text-left text-muted">
            <tr className="border-b border-line">
              <th scope="col" className="py-2 pr-3 font-medium">
                {words.year}
              </th>
              <th
                scope="col"
                className="w-2/5 min-w-40 py-2 pr-3 font-medium max-sm:hidden"
                aria-hidden="true"
              >
                {words.place}
              </th>
              <th scope="col" className="py-2 pr-3 text-right font-medium">
                {words.index}
              </th>
              <th scope="col" className="py-2 pr-3 font-medium">
                {words.predicate}
              </th>
              {instrument.domains.map(({ no, name }) => (
                <th
                  key={no}
                  scope="col"
                  className="py-2 pr-3 text-right font-medium max-lg:hidden"
                  title={name}
                >
                  <abbr title={name} className="no-underline">{`D${String(no)}`}</abbr>
                </th>
              ))}
              <th scope="col" className="py-2 text-right font-medium">
                {words.national}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key} className="border-b border-line align-top last:border-0">
                <th scope="row" className="py-2 pr-3 text-left font-normal">
                  <span translate="no" className="block font-semibold tabular-nums">
                    {line.year}
                  </span>
                  <span className="max-sm:hidden">
                    <Badge tone={line.isPublished ? 'brand' : 'neutral'}>{line.origin}</Badge>
                  </span>
                  {/* On a phone it wraps: a pill as wide as its words would push the figures out. */}
                  <span translate="no" className="block min-w-28 text-xs text-muted sm:hidden">
                    {line.origin}
                  </span>
                </th>
                <td className="py-2 pr-3 max-sm:hidden" aria-hidden="true">
                  {line.otherRules === null ? (
                    <svg width="100%" height="34" className="block overflow-visible">
                      <IndexBands axis={axis} />
                      {line.national === null ? null : (
                        <line
                          x1={placeOn(axis, line.national)}
                          x2={placeOn(axis, line.national)}
                          y2="100%"
                          strokeWidth="2"
                          className="stroke-ink"
                        />
                      )}
                      <Mark line={line} place={placeOn(axis, line.index)} />
                    </svg>
                  ) : (
                    <p className="text-xs text-muted">{line.otherRules}</p>
                  )}
                </td>
                <td translate="no" className="py-2 pr-3 text-right font-semibold tabular-nums">
                  {format.figure(line.index)}
                </td>
                <td className="py-2 pr-3">
                  {line.predicate ?? words.none}
                  {line.remark === null ? null : <p className="max-w-56 text-xs text-muted">{line.remark}</p>}
                </td>
                {instrument.domains.map(({ no }, place) => (
                  <td key={no} translate="no" className="py-2 pr-3 text-right tabular-nums max-lg:hidden">
                    {figureOf(line.domains[place])}
                  </td>
                ))}
                <td translate="no" className="py-2 text-right tabular-nums">
                  {figureOf(line.national)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      <p className="text-xs text-muted">
        <span className="max-sm:hidden">{words.legend} </span>
        {words.sources}: {sources.join('; ')}.
      </p>
      <p className="print:hidden">
        <Link
          to={`${publishedPath()}#nasional`}
          className="inline-flex min-h-11 items-center text-brand underline underline-offset-2"
        >
          {words.toNational}
        </Link>
      </p>
    </Card>
  );

  function figureOf(hundredths: number | null | undefined): string {
    return hundredths === null || hundredths === undefined ? words.none : format.figure(hundredths);
  }
}

/** A thick short line is a square whatever the width of the drawing. */
function Mark({ line, place }: { readonly line: Line; readonly place: string }) {
  if (line.isPublished)
    return <line x1={place} x2={place} y1="10" y2="24" strokeWidth="14" className="stroke-brand" />;
  return <circle cx={place} cy="50%" r="7" strokeWidth="2.5" className="fill-canvas stroke-brand" />;
}

type Words = (typeof publishedWords)['id'];

function linesOf(
  instrument: InstrumentOutline,
  published: readonly PublishedResult[],
  own: readonly OwnResult[],
  words: Words,
): readonly Line[] {
  const ruled = instrument.regulation.citation;
  const lines = [
    ...own.map(({ year, index, part, isDemo }): Line => {
      const said = isDemo ? words.ownDemo : words.own;
      return {
        key: `sendiri-${String(year)}`,
        year,
        origin: part === null ? said : words.unfinished({ said, part }),
        isPublished: false,
        index,
        // An unfinished index earns nothing yet.
        predicate: part === null ? predicateShown(instrument, index).name : null,
        national: null,
        domains: [],
        otherRules: null,
        remark: null,
      };
    }),
    ...published.map((one): Line => {
      const isRuled = one.regulation === ruled;
      const isEdge =
        isRuled && one.predicate !== null && predicateShown(instrument, one.index).code !== one.predicate;
      return {
        key: `terbit-${String(one.year)}`,
        year: one.year,
        origin: words.published,
        isPublished: true,
        index: one.index,
        predicate: instrument.predicates.find(({ code }) => code === one.predicate)?.name ?? one.predicate,
        national: one.national,
        domains: isRuled ? one.domains : [],
        otherRules: isRuled ? null : words.otherRules({ regulation: one.regulation }),
        remark:
          [...(isEdge ? [words.edge] : []), ...(one.note === 'd1-derived' ? [words.derived] : [])].join(
            ' ',
          ) || null,
      };
    }),
  ];
  return lines.sort((a, b) => b.year - a.year || Number(a.isPublished) - Number(b.isPublished));
}

/** Says how the published index moved, between years that were made by the same rules only. */
function headline(
  published: readonly PublishedResult[],
  words: Words,
  figure: (hundredths: number) => string,
): string {
  const [last, before] = published;
  if (!last) return words.title;
  const said = { year: String(last.year), index: figure(last.index) };
  if (before?.regulation !== last.regulation) return words.only(said);
  const since = String(before.year);
  if (last.index === before.index) return words.same({ ...said, since });
  const change = figure(Math.abs(last.index - before.index));
  return (last.index > before.index ? words.rose : words.fell)({ ...said, change, since });
}

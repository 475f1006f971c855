/** What all of the published results come to: predicates of those found, and the country over the years. */
import { useFormat, useSection } from '~/i18n';
import { Card, Sideways } from '~/ui';
import { IndexTrack } from '~/ui/indexTrack';
import type { PublishedPage } from './publishedList.read.server';
import { publishedListWords } from './publishedListWords';

/** How many have each predicate: bars over figures, so that both say the same. */
export function Predicates({ predicates, instrument, part }: PublishedPage) {
  const words = useSection(publishedListWords);
  const format = useFormat();
  const most = Math.max(1, ...predicates.map(({ agencies }) => agencies));
  const names = new Map(instrument.predicates.map(({ code, name }) => [code, name]));
  return (
    <Card aria-labelledby="sebaran" className="space-y-3">
      <h2 id="sebaran" className="text-lg">
        {words.predicatesTitle}
      </h2>
      <p translate="no" className="text-sm text-muted">
        {words.predicatesLead({ count: format.number(part.found) })}
      </p>
      <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-5">
        {[...predicates].reverse().map(({ code, agencies }) => (
          <li key={code}>
            <div className="flex justify-between gap-3">
              <span id={`predikat-${code}`}>{names.get(code) ?? code}</span>
              <span translate="no" className="font-semibold tabular-nums">
                {format.number(agencies)}
              </span>
            </div>
            <progress className="bar" max={most} value={agencies} aria-labelledby={`predikat-${code}`} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The country over the years, as published. */
export function National({ national, instrument }: PublishedPage) {
  const words = useSection(publishedListWords);
  const format = useFormat();
  const figure = (hundredths: number | null | undefined) =>
    hundredths === null || hundredths === undefined ? words.none2 : format.figure(hundredths);
  if (national.length === 0) return null;
  const number = 'px-3 py-2 text-right tabular-nums';
  return (
    <section aria-labelledby="nasional" className="space-y-3">
      <h2 id="nasional" className="text-xl">
        {words.nationalTitle}
      </h2>
      <p className="max-w-prose text-sm text-muted">{words.nationalLead}</p>
      <Sideways labelledBy="nasional" framed>
        <table className="w-full border-collapse text-left">
          <thead className="border-b border-line bg-sunken text-sm">
            <tr>
              <th scope="col" className="px-3 py-2">
                {words.year}
              </th>
              <th scope="col" className="px-3 py-2 text-right">
                {words.index}
              </th>
              <th scope="col" aria-hidden="true" className="w-1/3 min-w-40 px-3 py-2 max-sm:hidden">
                {words.scale}
              </th>
              {instrument.domains.map((name, place) => (
                <th key={name} scope="col" className="px-3 py-2 text-right">
                  <abbr title={name}>{`D${String(place + 1)}`}</abbr>
                </th>
              ))}
              <th scope="col" className="px-3 py-2">
                {words.rules}
              </th>
            </tr>
          </thead>
          <tbody>
            {national.map((one, place) => (
              <tr key={one.year} className="border-b border-line last:border-0">
                <th scope="row" translate="no" className="px-3 py-2 tabular-nums">
                  {one.year}
                </th>
                <td translate="no" className={`${number} font-bold`}>
                  {figure(one.index)}
                </td>
                <td aria-hidden="true" className="px-3 py-2 max-sm:hidden">
                  {one.isRuled ? (
                    <div className="h-7">
                      <IndexTrack
                        axis={instrument.axis}
                        now={one.index}
                        before={beforeOf(national, place)}
                        bands="own"
                      />
                    </div>
                  ) : null}
                </td>
                {instrument.domains.map((name, domain) => (
                  <td key={name} translate="no" className={number}>
                    {figure(one.domains[domain])}
                  </td>
                ))}
                <td className="px-3 py-2 text-sm whitespace-nowrap text-muted">
                  {one.regulation}
                  {one.isRuled ? null : ` (${words.otherRules})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}

/** Of the year before, where that was made by the same rules. */
function beforeOf(national: PublishedPage['national'], place: number): number | null {
  const before = national[place + 1];
  return before?.isRuled ? before.index : null;
}

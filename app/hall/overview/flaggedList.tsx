/** What goes to the plenary: the indicators that agencies asked to discuss. */
import { Link } from '@remix-run/react';
import { useFormat, useSection, useText } from '~/i18n';
import { Card } from '~/ui';
import type { FlaggedIndicator } from './overviewRows';
import { setUpWords } from '~/rakerda/setUpWords';
import { overviewWords } from './overviewWords';

/** So many stand on the page at once; the rest unfolds. */
const AT_ONCE = 6;

export function Flagged({ flagged, ownOnly }: { flagged: readonly FlaggedIndicator[]; ownOnly: boolean }) {
  const overviewText = useSection(overviewWords);
  const format = useFormat();
  const words = overviewText.overview;
  const { more } = useSection(setUpWords).flagged;
  // One line more is shorter than a line that unfolds.
  const first = flagged.length <= AT_ONCE + 1 ? flagged : flagged.slice(0, AT_ONCE);
  const rest = flagged.slice(first.length);
  return (
    <section aria-labelledby="pleno" className="space-y-3">
      <h2 id="pleno" className="text-xl">
        {words.flaggedTitle}
      </h2>
      <p className="text-muted">{ownOnly ? words.flaggedLeadOwn : words.flaggedLead}</p>
      {flagged.length === 0 ? <p>{words.flaggedNone}</p> : <FlaggedTable flagged={first} />}
      {rest.length > 0 ? (
        <details className="space-y-3">
          <summary className="min-h-11 py-2 font-medium text-brand">
            {more({ count: format.number(rest.length) })}
          </summary>
          <FlaggedTable flagged={rest} />
        </details>
      ) : null}
    </section>
  );
}

function FlaggedTable({ flagged }: { flagged: readonly FlaggedIndicator[] }) {
  const text = useText();
  const overviewText = useSection(overviewWords);
  const format = useFormat();
  const words = overviewText.overview;
  return (
    <Card className="p-0! sm:p-0!">
      <table className="w-full border-collapse text-left max-sm:block">
        <caption className="sr-only">{words.flaggedCaption}</caption>
        <thead className="border-b border-line bg-sunken max-sm:sr-only">
          <tr>
            <th scope="col" className="px-4 py-3">
              {text.indicator}
            </th>
            <th scope="col" className="px-4 py-3">
              {words.agenciesAndLevels}
            </th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {flagged.map((indicator) => (
            <tr
              key={indicator.no}
              className="border-b border-line align-baseline last:border-0 max-sm:block max-sm:py-2"
            >
              <th scope="row" className="px-4 py-2 font-medium max-sm:block max-sm:py-0 sm:w-2/5">
                {format.number(indicator.no)}. {indicator.name}
              </th>
              <td className="px-4 max-sm:block">
                <ul className="flex flex-wrap gap-x-6">
                  {indicator.agencies.map((agency) => (
                    <li key={agency.code} className="flex flex-wrap items-center gap-x-2">
                      <Link
                        to={agency.path}
                        className="inline-flex min-h-11 items-center text-brand underline underline-offset-2"
                      >
                        {agency.name}
                      </Link>
                      <span className="text-muted">
                        {agency.level === null
                          ? text.unanswered
                          : words.levelIs({ level: format.number(agency.level) })}
                      </span>
                    </li>
                  ))}
                  {indicator.others > 0 ? (
                    <li className="inline-flex min-h-11 items-center text-muted">
                      {words.flaggedOthers({ count: format.number(indicator.others) })}
                    </li>
                  ) : null}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

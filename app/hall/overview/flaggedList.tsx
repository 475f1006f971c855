/** What goes to the plenary: the indicators that agencies asked to discuss. */
import { Link } from '@remix-run/react';
import { useFormat, useSection, useText } from '~/i18n';
import type { FlaggedIndicator } from './overviewRows';
import { manageWords } from './manageWords';
import { overviewWords } from './overviewWords';

/** So many stand on the page at once; the rest unfolds. */
const AT_ONCE = 6;

export function Flagged({ flagged, ownOnly }: { flagged: readonly FlaggedIndicator[]; ownOnly: boolean }) {
  const overviewText = useSection(overviewWords);
  const format = useFormat();
  const words = overviewText.overview;
  const { more } = useSection(manageWords).flagged;
  // One line more is shorter than a line that unfolds.
  const first = flagged.length <= AT_ONCE + 1 ? flagged : flagged.slice(0, AT_ONCE);
  const rest = flagged.slice(first.length);
  return (
    <section aria-labelledby="pleno" className="space-y-3">
      <h2 id="pleno" className="text-xl">
        {words.flaggedTitle}
      </h2>
      <p className="text-sm text-muted">{ownOnly ? words.flaggedLeadOwn : words.flaggedLead}</p>
      {flagged.length === 0 ? <p>{words.flaggedNone}</p> : <FlaggedList flagged={first} />}
      {rest.length > 0 ? (
        <details className="space-y-3">
          <summary className="min-h-11 py-2 font-medium text-brand">
            {more({ count: format.number(rest.length) })}
          </summary>
          <FlaggedList flagged={rest} />
        </details>
      ) : null}
    </section>
  );
}

function FlaggedList({ flagged }: { flagged: readonly FlaggedIndicator[] }) {
  const text = useText();
  const format = useFormat();
  const words = useSection(overviewWords).overview;
  return (
    <ul className="divide-y divide-line rounded-xl border border-line bg-surface px-3">
      {flagged.map((indicator) => (
        <li key={indicator.no} className="py-1.5">
          <p className="text-sm font-medium">
            {format.number(indicator.no)}. {indicator.name}
          </p>
          <ul className="flex flex-wrap gap-x-4 text-sm">
            {indicator.agencies.map((agency) => (
              <li key={agency.code} className="flex flex-wrap items-center gap-x-1.5">
                <Link
                  to={agency.path}
                  className="inline-flex min-h-6 items-center text-brand underline underline-offset-2"
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
              <li className="inline-flex min-h-6 items-center text-muted">
                {words.flaggedOthers({ count: format.number(indicator.others) })}
              </li>
            ) : null}
          </ul>
        </li>
      ))}
    </ul>
  );
}

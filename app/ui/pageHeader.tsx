import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useText } from '~/i18n';

export interface Crumb {
  readonly to: string;
  readonly label: string;
}

/** Where the reader is, what the page is, and what can be done from here. */
export function PageHeader(props: {
  title: string;
  lead?: ReactNode;
  crumbs?: readonly Crumb[];
  actions?: ReactNode;
  /** Says of the page's figures what they are; stands in the line of the crumbs. */
  mark?: ReactNode;
}) {
  return (
    <header className="mb-4 space-y-1">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 *:mb-0 empty:hidden">
        {props.crumbs && props.crumbs.length > 0 ? <Crumbs crumbs={props.crumbs} /> : null}
        {props.mark}
      </div>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-2xl sm:text-3xl">{props.title}</h1>
          {props.lead ? <div className="mt-1 max-w-prose text-muted">{props.lead}</div> : null}
        </div>
        {props.actions ? <div className="flex flex-wrap gap-x-3 gap-y-2">{props.actions}</div> : null}
      </div>
    </header>
  );
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const text = useText();
  // On a phone the two pages above are enough: five crumbs would take four lines. Home stands in the header too.
  const first = Math.max(crumbs.length - 2, crumbs.length > 1 && crumbs[0]?.to === '/' ? 1 : 0);
  return (
    <nav aria-label={text.breadcrumbs} className="print:hidden">
      <ol className="flex flex-wrap gap-x-2 text-sm text-muted">
        {crumbs.map((crumb, place) => (
          <li key={crumb.to} className={`flex gap-2 ${place < first ? 'max-sm:hidden' : ''}`}>
            {place === 0 ? null : (
              // Nothing stands before the first that is shown.
              <span aria-hidden="true" className={place === first ? 'max-sm:hidden' : ''}>
                ›
              </span>
            )}
            <Link
              to={crumb.to}
              className="inline-flex min-h-6 items-center text-brand underline underline-offset-2"
            >
              {crumb.label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

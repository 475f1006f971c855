import { Link } from '@remix-run/react';
import { useText } from '~/i18n';
import { type RakerdaPage, rakerdaPagePath } from './pages';

/** The pages of one Rakerda that the reader may open. Wraps, so that nothing hides beyond the edge of a phone. */
export function RakerdaNav(props: {
  rakerda: { readonly id: string };
  may: readonly RakerdaPage[];
  current: RakerdaPage;
}) {
  const words = useText().rakerda.pages;
  if (props.may.length < 2) return null;
  return (
    <nav aria-label={words.label} className="mb-6 border-b border-line print:hidden">
      <ul className="flex flex-wrap gap-x-1">
        {props.may.map((page) => {
          const isCurrent = page === props.current;
          return (
            <li key={page}>
              <Link
                to={rakerdaPagePath(props.rakerda.id, page)}
                aria-current={isCurrent ? 'page' : undefined}
                className={`flex min-h-11 items-center rounded-t-lg border-b-4 px-3 whitespace-nowrap no-underline hover:bg-sunken ${
                  isCurrent
                    ? 'border-brand bg-brand-soft font-semibold text-brand-strong'
                    : 'border-transparent text-ink'
                }`}
              >
                {words[page]}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

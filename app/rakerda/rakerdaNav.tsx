import { Link } from '@remix-run/react';
import { useSection } from '~/i18n';
import { type RakerdaPage, rakerdaPagePath } from './rakerdaPages';
import { rakerdaPageWords } from './rakerdaPageWords';

interface NavProps {
  readonly rakerda: { readonly id: string };
  readonly may: readonly RakerdaPage[];
  readonly current: RakerdaPage;
}

/** The pages of one Rakerda that the reader may open: a row where there is room, one line that unfolds on a phone. */
export function RakerdaNav(props: NavProps) {
  const words = useSection(rakerdaPageWords);
  if (props.may.length < 2) return null;
  return (
    <nav aria-label={words.label} className="mb-6 print:hidden lg:border-b lg:border-line">
      <details className="group rounded-lg border border-line bg-surface lg:hidden">
        <summary className="flex min-h-11 list-none items-center gap-x-2 px-3 [&::-webkit-details-marker]:hidden">
          <span className="text-sm text-muted">{words.label}</span>
          <span className="font-semibold text-brand-strong">{words[props.current]}</span>
          <span aria-hidden="true" className="ml-auto text-brand group-open:rotate-180">
            ▾
          </span>
        </summary>
        <ul className="grid grid-cols-2 gap-1 border-t border-line p-2 sm:grid-cols-3">
          <Pages {...props} currentClass="rounded-lg bg-brand-soft font-semibold text-brand-strong" />
        </ul>
      </details>
      <ul className="flex flex-wrap max-lg:hidden">
        <Pages
          {...props}
          linkClass="rounded-t-lg border-b-4 text-[0.9375rem] whitespace-nowrap"
          currentClass="border-brand bg-brand-soft font-semibold text-brand-strong"
        />
      </ul>
    </nav>
  );
}

function Pages(props: NavProps & { linkClass?: string; currentClass: string }) {
  const words = useSection(rakerdaPageWords);
  return props.may.map((page) => {
    const isCurrent = page === props.current;
    return (
      <li key={page}>
        <Link
          to={rakerdaPagePath(props.rakerda.id, page)}
          aria-current={isCurrent ? 'page' : undefined}
          className={`flex min-h-11 items-center px-2 no-underline hover:bg-sunken ${props.linkClass ?? ''} ${
            isCurrent ? props.currentClass : 'border-transparent text-ink'
          }`}
        >
          {words[page]}
        </Link>
      </li>
    );
  });
}

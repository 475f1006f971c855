import { Link } from '@remix-run/react';
import type { RakerdaState } from '#db/schema';
import { useSection, useText } from '~/i18n';
import { type RakerdaPage, rakerdaPath } from '~/paths';
import { groupsOf, hallStep, hallStepPath, type PageGroup } from './navigation';
import { rakerdaPageWords } from './rakerdaPageWords';

interface NavProps {
  readonly rakerda: { readonly id: string; readonly state: RakerdaState };
  readonly may: readonly RakerdaPage[];
  readonly current: RakerdaPage;
  /** The page itself says what comes next. */
  readonly withoutStep?: boolean;
}

/**
 * The pages of one Rakerda that the reader may open, in four groups, and what comes next. Where there is room the pages of
 * the current group stand in a row and the other groups unfold; on a phone all of it unfolds from one line.
 */
export function RakerdaNav(props: NavProps) {
  const words = useSection(rakerdaPageWords);
  const groups = groupsOf(props.may);
  const here = groups.find(({ pages }) => pages.includes(props.current));
  if (props.may.length < 2 || !here) return null;
  return (
    <nav
      aria-label={words.label}
      className="mb-6 flex flex-wrap items-center gap-x-1 gap-y-1 print:hidden lg:gap-y-0"
    >
      <details className="group w-full rounded-lg border border-line bg-surface lg:hidden">
        <summary className="flex min-h-11 list-none items-center gap-x-2 px-3 [&::-webkit-details-marker]:hidden">
          <span className="text-sm text-muted">{words.groups[here.name]} ›</span>
          <span className="font-semibold text-brand-strong">{words[props.current]}</span>
          <span aria-hidden="true" className="ml-auto text-brand group-open:rotate-180">
            ▾
          </span>
        </summary>
        <div className="space-y-2 border-t border-line p-2">
          {groups.map((group) => (
            <div key={group.name}>
              <p className="px-2 text-sm font-medium text-muted">{words.groups[group.name]}</p>
              <ul className="grid grid-cols-2 gap-x-1 sm:grid-cols-4">
                <Pages {...props} group={group} />
              </ul>
            </div>
          ))}
        </div>
      </details>
      <div className="flex gap-1 max-lg:hidden">
        {groups.map((group) =>
          group === here ? (
            <span
              key={group.name}
              className="flex min-h-11 items-center rounded-t-lg bg-brand-soft px-4 font-semibold text-brand-strong"
            >
              {words.groups[group.name]}
            </span>
          ) : (
            <details key={group.name} name="shell-menu" className="group relative">
              <summary className="flex min-h-11 list-none items-center gap-1 rounded-lg px-4 hover:bg-sunken [&::-webkit-details-marker]:hidden">
                {words.groups[group.name]}
                <span aria-hidden="true" className="text-xs group-open:rotate-180">
                  ▾
                </span>
              </summary>
              <ul className="absolute z-40 min-w-56 rounded-lg border border-line bg-surface p-1 shadow-lg">
                <Pages {...props} group={group} />
              </ul>
            </details>
          ),
        )}
      </div>
      {props.withoutStep ? null : <StageLine {...props} />}
      <ul className="flex w-full flex-wrap gap-x-1 rounded-b-lg rounded-tr-lg bg-brand-soft px-2 max-lg:hidden">
        <Pages {...props} group={here} inRow />
      </ul>
    </nav>
  );
}

function Pages(props: NavProps & { group: PageGroup; inRow?: boolean }) {
  const words = useSection(rakerdaPageWords);
  return props.group.pages.map((page) => {
    const isCurrent = page === props.current;
    const look = props.inRow
      ? isCurrent
        ? 'border-b-4 border-brand font-semibold text-brand-strong'
        : 'border-b-4 border-transparent text-ink hover:border-line-strong'
      : isCurrent
        ? 'rounded-lg bg-brand-soft font-semibold text-brand-strong'
        : 'rounded-lg text-ink hover:bg-sunken';
    return (
      <li key={page}>
        <Link
          to={rakerdaPath(props.rakerda.id, page)}
          aria-current={isCurrent ? 'page' : undefined}
          className={`flex min-h-11 items-center px-2 no-underline ${look}`}
        >
          {words[page]}
        </Link>
      </li>
    );
  });
}

function StageLine({ rakerda, may }: NavProps) {
  const text = useText();
  const words = useSection(rakerdaPageWords);
  const step = hallStep(rakerda.state, may);
  return (
    <p className="flex flex-wrap items-center gap-x-2 px-1 text-sm lg:ml-auto">
      <span className="text-muted">
        {words.stage}: <span className="font-semibold text-ink">{text.rakerdaState[rakerda.state]}</span>
      </span>
      {step === null ? null : (
        <Link
          to={hallStepPath(rakerda.id, step)}
          className="inline-flex min-h-8 items-center font-medium text-brand underline underline-offset-2"
        >
          {words.next[step]} ›
        </Link>
      )}
    </p>
  );
}

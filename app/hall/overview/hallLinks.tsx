/** What whoever leads the hall needs next, by the stage of the Rakerda: one press away on the overview. */
import { Link } from '@remix-run/react';
import type { RakerdaState } from '#db/schema';
import { useSection } from '~/i18n';
import { type RakerdaPage, rakerdaPagePath } from '~/rakerda/rakerdaPages';
import { setUpWords } from '~/rakerda/setUpWords';

type HallPage = Extract<
  RakerdaPage,
  'agenda' | 'cards' | 'monitor' | 'remote' | 'attendance' | 'commitments' | 'minutes'
>;

const AT_STAGE: Readonly<Record<RakerdaState, readonly HallPage[]>> = {
  preparation: ['cards', 'agenda', 'monitor', 'remote'],
  filling: ['monitor', 'remote', 'cards', 'attendance'],
  plenary: ['monitor', 'remote', 'cards', 'minutes'],
  closed: ['minutes', 'commitments', 'attendance'],
  archived: ['minutes', 'commitments', 'attendance'],
};

export function HallLinks(props: {
  rakerda: { readonly id: string; readonly state: RakerdaState };
  may: readonly RakerdaPage[];
  /** The reader may move the Rakerda on, further down this page. */
  managesStage: boolean;
}) {
  const words = useSection(setUpWords).hall;
  const { state } = props.rakerda;
  const pages = AT_STAGE[state].filter((page) => props.may.includes(page));
  return (
    <section aria-labelledby="sidang" className="space-y-3 print:hidden">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="sidang" className="text-xl">
          {words.title[state]}
        </h2>
        {props.managesStage ? (
          <a
            href="#tahap"
            className="inline-flex min-h-11 items-center text-brand underline underline-offset-4"
          >
            {words.stage[state]}
          </a>
        ) : null}
      </div>
      <ul className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {pages.map((page) => (
          <li key={page}>
            <Link
              to={rakerdaPagePath(props.rakerda.id, page)}
              className="flex h-full min-h-11 flex-col rounded-xl border border-line bg-surface p-3 text-ink no-underline hover:border-brand hover:bg-brand-soft sm:p-4"
            >
              <span className="font-semibold text-brand underline underline-offset-4">
                {words.pages[page].name}
              </span>
              <span className="text-sm text-muted">{words.pages[page].what}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The pages of one assessment, the same row on each of them. */
import { Link } from '@remix-run/react';
import { useSection } from '~/i18n';
import { assessmentTabWords } from './assessmentTabWords';

const TABS = { fill: '/isi', result: '', plan: '/rencana', status: '/status', history: '/riwayat' } as const;
export type AssessmentTab = keyof typeof TABS;

/** What stands open to whoever sees approved figures, and what only to those who may read the answers too. */
const FIGURES: readonly AssessmentTab[] = ['result', 'plan'];
const ALL: readonly AssessmentTab[] = ['fill', 'result', 'plan', 'status', 'history'];

export function AssessmentTabs(props: {
  /** The address of the assessment. */
  base: string;
  current: AssessmentTab;
  /** The page lies below the one of the tab, as an indicator below the list. */
  below?: boolean;
  mayRead: boolean;
  /** Where every line counts. */
  low?: boolean;
}) {
  const words = useSection(assessmentTabWords);
  const height = props.low ? 'min-h-8' : 'min-h-11';
  return (
    <nav aria-label={words.label} className={props.low ? 'print:hidden' : 'mb-4 print:hidden'}>
      <ul className={`flex flex-wrap ${props.low ? '' : 'border-b border-line'}`}>
        {(props.mayRead ? ALL : FIGURES).map((tab) => {
          const isCurrent = tab === props.current;
          return (
            <li key={tab}>
              <Link
                to={`${props.base}${TABS[tab]}`}
                aria-current={isCurrent ? (props.below ? 'true' : 'page') : undefined}
                className={`flex items-center border-b-4 px-2 no-underline sm:px-3 ${height} ${
                  isCurrent
                    ? 'border-brand font-semibold text-brand-strong'
                    : 'border-transparent text-ink hover:border-line-strong'
                }`}
              >
                {words[tab]}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

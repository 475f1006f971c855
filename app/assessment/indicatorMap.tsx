/** Every indicator as a small square with its level: how far the agency is, and a jump to any of them. */
import { useNavigate } from '@remix-run/react';
import type { MouseEvent } from 'react';
import { useFormat, useSection, useText } from '~/i18n';
import { levelTone } from '~/ui';
import { assessmentWords } from './assessmentWords';

export function IndicatorMap(props: {
  base: string;
  current: number;
  /** As people say them, in the instrument's order. */
  levels: readonly (number | null)[];
  /** Leaves once what was typed is safe. */
  go?: (to: string) => void;
}) {
  const text = useText();
  const words = useSection(assessmentWords);
  const format = useFormat();
  const navigate = useNavigate();
  /** A router's own link asks six contexts where it leads; 47 of them were a tenth of the work on the page. */
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const to = event.currentTarget.getAttribute('href') ?? '';
    if (props.go) props.go(to);
    else navigate(to, { replace: event.currentTarget.hasAttribute('aria-current') });
  };
  return (
    <nav
      aria-label={words.map}
      className={`-mx-4 border-t border-line bg-surface px-4 py-1 sm:-mx-6 sm:px-6 print:hidden ${
        // Without the bar above it nothing keeps room for it.
        props.go ? 'low:static xl:sticky xl:bottom-0 xl:z-30' : ''
      }`}
    >
      <ol translate="no" className="flex flex-wrap gap-0.5 xl:flex-nowrap xl:*:min-w-0 xl:*:flex-1">
        {props.levels.map((level, place) => {
          const no = place + 1;
          const isCurrent = no === props.current;
          const says = level === null ? text.unanswered : words.levelShort({ level: format.number(level) });
          const tone = level === null ? 'border-dashed border-line-strong text-muted' : levelTone(level);
          return (
            <li key={no}>
              <a
                href={`${props.base}/isi/${String(no)}`}
                title={`${format.number(no)}. ${says}`}
                aria-label={words.mapOf({ no: format.number(no), says })}
                aria-current={isCurrent ? 'page' : undefined}
                className={`map-square ${tone}${isCurrent ? ' ring-3 ring-brand ring-inset' : ''}`}
                onClick={follow}
              >
                {level === null ? '·' : Math.floor(level)}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

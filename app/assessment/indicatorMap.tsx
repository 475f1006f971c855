/** Every indicator as a small square with its level: how far the agency is, and a jump to any of them. */
import { Link } from '@remix-run/react';
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
  return (
    <nav
      aria-label={words.map}
      className={`-mx-4 border-t border-line bg-surface px-4 py-1 sm:-mx-6 sm:px-6 print:hidden ${
        // Without the bar above it nothing keeps room for it.
        props.go ? 'low:static xl:sticky xl:bottom-0 xl:z-30' : ''
      }`}
    >
      <ol className="flex flex-wrap gap-0.5 xl:flex-nowrap">
        {props.levels.map((level, place) => {
          const no = place + 1;
          const to = `${props.base}/isi/${String(no)}`;
          const isCurrent = no === props.current;
          const says = level === null ? text.unanswered : words.levelShort({ level: format.number(level) });
          return (
            <li key={no} className="xl:min-w-0 xl:flex-1">
              <Link
                to={to}
                title={`${format.number(no)}. ${says}`}
                aria-label={words.mapOf({ no: format.number(no), says })}
                aria-current={isCurrent ? 'page' : undefined}
                className={`flex h-6 min-w-6 items-center justify-center rounded-sm border text-xs font-semibold no-underline tabular-nums max-sm:h-8 max-sm:min-w-8 ${
                  level === null
                    ? 'border-dashed border-line-strong text-muted'
                    : `border-line ${levelTone(level)}`
                } ${isCurrent ? 'ring-3 ring-brand ring-inset' : ''}`}
                onClick={(event) => {
                  if (!props.go || event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  props.go(to);
                }}
              >
                {level === null ? '·' : Math.floor(level)}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

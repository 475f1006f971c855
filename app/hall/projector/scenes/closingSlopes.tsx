/**
 * Every agency that is complete in both years as a line from the one to the other, over the instrument's own scale with
 * its predicates behind; their mean is the thick one. SVG percentages: no scripts, no style attributes.
 */
import { useFormat, useSection } from '~/i18n';
import { bandOpacity, bandsOn, partOn } from '~/ui/indexAxis';
import type { SceneOf } from '../scene';
import { MANY } from './scenePaging';
import { useMarkOf, useWords } from './stage';
import { closingWords } from './closingWords';

/** Per cent of the width before and behind the lines, for the figures there. */
const LEFT = 8;
const RIGHT = 92;

const TONES = [
  { className: 'stroke-danger', is: (change: number) => change < 0 },
  { className: 'stroke-muted', is: (change: number) => change === 0 },
  { className: 'stroke-brand', is: (change: number) => change > 0 },
] as const;

/** Hundreds of lines must not become one block: the more there are, the more of what is behind is seen through each. */
function opacityOf(lines: number): number {
  return lines > MANY ? Math.max(0.06, (0.3 * MANY) / lines) : 1;
}

export function ClosingSlopes(scene: SceneOf<'closing'>) {
  const { scale, slopes, meanBefore, meanNow } = scene;
  const text = useSection(closingWords);
  const { mean } = useWords();
  const format = useFormat();
  const markOf = useMarkOf();
  const y = (index: number) => `${(100 - partOn(scale, index)).toFixed(1)}%`;
  const line = (before: number, now: number) => ({
    x1: `${String(LEFT)}%`,
    x2: `${String(RIGHT)}%`,
    y1: y(before),
    y2: y(now),
    pathLength: 1,
    'data-grow': 'draw',
  });
  const ordered = [...slopes].reverse();
  const isMarked = (agency: number) => markOf(agency).isOwn || markOf(agency).isFocused;
  const years = { before: String(scene.yearBefore ?? ''), now: String(scene.year) };
  return (
    <figure translate="no" className="hall:flex hall:min-h-0 hall:flex-col">
      <svg
        role="img"
        aria-label={text.drawing({ count: format.number(slopes.length), ...years })}
        width="100%"
        height="100%"
        className="block h-56 overflow-visible hall:h-full hall:min-h-0 hall:flex-1"
      >
        {bandsOn(scale).map(({ name, start, width }, place) => (
          <rect
            key={name}
            y={`${(100 - start - width).toFixed(1)}%`}
            width="100%"
            height={`${width.toFixed(1)}%`}
            fillOpacity={bandOpacity(place)}
            strokeWidth="0.1em"
            className="fill-muted stroke-canvas"
          />
        ))}
        {/* The greatest rise comes last, then who is spoken of, and the mean of all after it. What a line looks like is
            said once for all that look so: there may be hundreds. */}
        {TONES.map(({ className, is }) => (
          <g
            key={className}
            className={className}
            strokeWidth="0.12em"
            strokeLinecap="round"
            strokeOpacity={opacityOf(slopes.length)}
          >
            {ordered.map(({ agency, before, now }) =>
              is(now - before) && !isMarked(agency) ? (
                <line key={markOf(agency).key} {...line(before, now)} />
              ) : null,
            )}
          </g>
        ))}
        {ordered.map(({ agency, before, now }) =>
          isMarked(agency) ? (
            <line
              key={markOf(agency).key}
              {...line(before, now)}
              strokeWidth="0.3em"
              strokeLinecap="round"
              className={
                markOf(agency).isFocused
                  ? 'stroke-accent'
                  : TONES.find(({ is }) => is(now - before))?.className
              }
            />
          ) : null,
        )}
        {meanBefore === null || meanNow === null ? null : (
          <line
            {...line(meanBefore, meanNow)}
            strokeWidth="0.36em"
            strokeLinecap="round"
            className="stroke-ink"
          />
        )}
      </svg>
      <figcaption className="flex justify-between font-semibold text-muted hall:text-sm">
        <span>{years.before}</span>
        {meanBefore === null || meanNow === null ? null : (
          <span className="text-ink">
            <span aria-hidden="true" className="mr-2 inline-block h-1 w-6 bg-ink align-middle" />
            {mean}
          </span>
        )}
        <span>{years.now}</span>
      </figcaption>
    </figure>
  );
}

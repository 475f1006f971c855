/**
 * Every agency that is complete in both years as a line from the one to the other, over the instrument's own scale with
 * its predicates behind, in words before the lines; behind them who is best and who rose the most. The mean of all is the
 * thick one. SVG percentages: no scripts, no style attributes.
 */
import { useFormat, useSection } from '~/i18n';
import { bandOpacity, bandsOn, partOn } from '~/ui/indexAxis';
import type { SceneOf } from '../scene';
import { namedLines } from './lineNames';
import { MANY } from './scenePaging';
import { useMarkOf, useWords } from './stage';
import { closingWords } from './closingWords';

/** A band that is lower than this, in per cent of the picture, has no room for its name. */
const LEAST_BAND = 11;
/** A letter is about so wide. */
const LETTER_EM = 0.56;
/** A longer name would leave a projector of 4:3 no room for the lines. */
const SHORT = 18;
const MOST = 26;

const TONES = [
  { className: 'stroke-danger', is: (change: number) => change < 0 },
  { className: 'stroke-muted', is: (change: number) => change === 0 },
  { className: 'stroke-brand', is: (change: number) => change > 0 },
] as const;

/** Hundreds of lines must not become one block: the more there are, the more of what is behind is seen through each. */
function opacityOf(lines: number): number {
  return lines > MANY ? Math.max(0.06, (0.3 * MANY) / lines) : 1;
}

/** Holds a column as wide as the longest of the names in it. */
function widthFor(names: readonly string[]): string {
  const longest = Math.max(0, ...names.map(({ length }) => length));
  return `${(Math.min(longest, MOST) * LETTER_EM).toFixed(1)}em`;
}

export function ClosingSlopes(scene: SceneOf<'closing'>) {
  const { scale, slopes, meanBefore, meanNow } = scene;
  const text = useSection(closingWords);
  const { mean } = useWords();
  const format = useFormat();
  const markOf = useMarkOf();
  const height = (index: number) => 100 - partOn(scale, index);
  const y = (index: number) => `${height(index).toFixed(1)}%`;
  const line = (before: number, now: number) => ({
    x1: '0%',
    x2: '100%',
    y1: y(before),
    y2: y(now),
    pathLength: 1,
    'data-grow': 'draw',
  });
  const ordered = [...slopes].reverse();
  const isMarked = (agency: number) => markOf(agency).isOwn || markOf(agency).isFocused;
  const years = { before: String(scene.yearBefore ?? ''), now: String(scene.year) };
  const bands = bandsOn(scale).map((band) => ({ ...band, top: 100 - band.start - band.width }));
  const named = namedLines(
    slopes.filter(({ agency }) => markOf(agency).name !== null),
    isMarked,
    height,
  ).flatMap(({ agency, now }) => {
    const { key, name } = markOf(agency);
    return name === null ? [] : [{ key, name, now }];
  });
  const inAll = named.filter(({ name }) => name.length <= SHORT);
  return (
    <figure
      translate="no"
      className="grid h-56 grid-cols-[auto_minmax(0,1fr)_auto] grid-rows-[minmax(0,1fr)_auto] gap-x-2 font-semibold hall:h-auto hall:min-h-0 hall:text-sm"
    >
      <svg
        aria-hidden="true"
        width="100%"
        height="100%"
        className="col-span-full col-start-1 row-start-1 block min-h-0"
      >
        {bands.map(({ name, top, width }, place) => (
          <rect
            key={name}
            y={`${top.toFixed(1)}%`}
            width="100%"
            height={`${width.toFixed(1)}%`}
            fillOpacity={bandOpacity(place)}
            strokeWidth="0.1em"
            className="fill-muted stroke-canvas"
          />
        ))}
      </svg>
      <svg
        aria-hidden="true"
        width={widthFor(bands.map(({ name }) => name))}
        height="100%"
        className="col-start-1 row-start-1 ml-2 block min-h-0 overflow-visible"
      >
        {bands.map(({ name, top, width }) =>
          width < LEAST_BAND ? null : (
            <text
              key={name}
              data-apart
              y={`${(top + width / 2).toFixed(1)}%`}
              dy="0.36em"
              className="fill-muted"
            >
              {name}
            </text>
          ),
        )}
      </svg>
      <svg
        role="img"
        aria-label={text.drawing({ count: format.number(slopes.length), ...years })}
        width="100%"
        height="100%"
        className="col-start-2 row-start-1 block min-h-0 overflow-visible"
      >
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
      {/* Names of whose lines end there; the widest of them holds the room. */}
      <LineEnds names={inAll} y={y} className="wide:hidden" />
      <LineEnds names={named} y={y} className="hidden wide:block" />
      <figcaption className="contents text-muted">
        <span className="col-start-2 row-start-2 flex justify-between gap-x-1 whitespace-nowrap text-muted">
          <span>{years.before}</span>
          <span>{years.now}</span>
        </span>
        {meanBefore === null || meanNow === null ? null : (
          <span className="col-start-3 row-start-2 whitespace-nowrap text-ink">
            <span aria-hidden="true" className="mr-2 inline-block h-1 w-6 bg-ink align-middle" />
            {mean}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

function LineEnds(props: {
  readonly names: readonly { readonly key: string; readonly name: string; readonly now: number }[];
  readonly y: (index: number) => string;
  readonly className: string;
}) {
  const { names, y, className } = props;
  return (
    <svg
      aria-hidden="true"
      width={widthFor(names.map(({ name }) => name))}
      height="100%"
      className={`col-start-3 row-start-1 mr-2 min-h-0 overflow-visible ${className}`}
    >
      {names.map(({ key, name, now }) => (
        <text key={key} data-apart y={y(now)} dy="0.36em" className="fill-ink">
          {name}
        </text>
      ))}
    </svg>
  );
}

/** A plan drawn as stairs: as wide as the effort, as high as the index. SVG percentages: no scripts, no style attributes. */
import { useFormat, useSection } from '~/i18n';
import type { InstrumentOutline, OutlinePredicate, Stair } from '~/instrument';
import { stairWords } from './stairWords';

/** Per cent of the width that the place to start from takes: its index stands in it, on a phone too. */
const BASE = 12;
/** Heights in pixels: the drawing, and above and below it what is written. */
const HEIGHT = 240;
const TOP = 26;
const BOTTOM = 24;
/** A number fits on a step of this many per cent. */
const NUMBERED = 3.2;
const NUMBERED_ON_PHONE = 8;

export function Stairs(props: {
  instrument: InstrumentOutline;
  now: number;
  goal: number;
  stairs: readonly Stair[];
}) {
  const { instrument, now, goal, stairs } = props;
  const words = useSection(stairWords);
  const format = useFormat();
  const last = stairs.at(-1);
  if (!last) return null;
  const high = Math.max(goal, last.reaches.hundredths);
  // What is below where it stands tells nothing: the first step begins a quarter above the floor.
  const low = Math.max(instrument.level.min * 100, now - Math.max(10, Math.round((high - now) / 3)));
  const y = (hundredths: number) =>
    TOP + (HEIGHT - TOP - BOTTOM) * (1 - (hundredths - low) / Math.max(1, high - low));
  const x = (effort: number) => BASE + (effort / last.effort) * (100 - BASE);
  const floor = HEIGHT - BOTTOM;
  const lines: readonly OutlinePredicate[] = instrument.predicates.filter(
    ({ minHundredths }) => minHundredths > now && minHundredths <= high,
  );
  return (
    <figure translate="no">
      <svg
        role="img"
        aria-label={words.drawing({
          steps: format.number(stairs.length),
          from: format.figure(now),
          to: format.figure(last.reaches.hundredths),
          goal: format.figure(goal),
        })}
        width="100%"
        height={HEIGHT}
        className="block overflow-visible"
      >
        <rect
          width={`${String(BASE)}%`}
          y={y(now)}
          height={floor - y(now)}
          className="fill-line stroke-surface"
        />
        <text
          x="3"
          y={Math.min(y(now) + 17, floor - 4)}
          className="fill-ink text-sm font-bold tabular-nums max-sm:text-xs"
        >
          {format.figure(now)}
        </text>
        <text x="0" y={HEIGHT - 6} className="fill-muted text-sm">
          {words.now}
        </text>
        {stairs.map(({ rise, effort, reaches }, place) => {
          const from = x(stairs[place - 1]?.effort ?? 0);
          const width = x(effort) - from;
          const top = y(reaches.hundredths);
          const isLast = place === stairs.length - 1;
          return (
            <g key={rise.no}>
              <rect
                x={`${from.toFixed(2)}%`}
                width={`${width.toFixed(2)}%`}
                y={top}
                height={floor - top}
                className="fill-brand-soft stroke-surface"
              />
              <line
                x1={`${from.toFixed(2)}%`}
                x2={`${(from + width).toFixed(2)}%`}
                y1={top}
                y2={top}
                strokeWidth="4"
                className="stroke-brand"
              />
              {width < NUMBERED ? null : (
                <text
                  x={`${(from + width / 2).toFixed(2)}%`}
                  y={Math.min(top + 18, floor - 4)}
                  textAnchor="middle"
                  className={`fill-ink text-sm tabular-nums ${width < NUMBERED_ON_PHONE ? 'max-sm:hidden' : ''}`}
                >
                  {rise.no}
                </text>
              )}
              {isLast ? (
                <text
                  x="100%"
                  y={top - 8}
                  textAnchor="end"
                  className="fill-ink text-sm font-bold tabular-nums"
                >
                  {format.figure(reaches.hundredths)}
                </text>
              ) : null}
            </g>
          );
        })}
        {lines.map(({ code, name, minHundredths }) => (
          <g key={code}>
            <line
              x2="100%"
              y1={y(minHundredths)}
              y2={y(minHundredths)}
              strokeDasharray="2 4"
              strokeWidth="1.5"
              className="stroke-line-strong"
            />
            <text x="0" y={y(minHundredths) - 5} className="fill-muted text-sm">
              {name} {format.figure(minHundredths)}
            </text>
          </g>
        ))}
        {lines.some(({ minHundredths }) => minHundredths === goal) ? null : (
          <g>
            <line
              x2="100%"
              y1={y(goal)}
              y2={y(goal)}
              strokeDasharray="6 4"
              strokeWidth="2"
              className="stroke-accent"
            />
            <text x="0" y={y(goal) - 5} className="fill-accent text-sm font-semibold">
              {words.goal({ goal: format.figure(goal) })}
            </text>
          </g>
        )}
        <text x="100%" y={HEIGHT - 6} textAnchor="end" className="fill-muted text-sm">
          {words.effortAxis({ cost: format.number(last.effort) })}
        </text>
      </svg>
    </figure>
  );
}

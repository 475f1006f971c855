/**
 * The common way as stairs: as wide as the levels to rise, as high as the mean that they bring. Each step is one
 * indicator, lifted by all whose road it lies on. SVG percentages: no scripts, no style attributes.
 */
import { useFormat, useSection } from '~/i18n';
import type { SceneOf } from '../scene';
import { useStage } from './stage';
import { roadWords } from './roadWords';

/** Per cent of the width that the place to start from takes. */
const BASE = 15;
/** Per cent of the height above the highest step, for what is written there. */
const ROOM = 15;
/** Per cent of the height that what stands already takes. */
const STANDS = 20;
/** A number fits on a step of this many per cent. */
const NUMBERED = { hall: 5.5, phone: 9 } as const;
/** Lines nearer to each other than this, in per cent: one is named below itself. */
const NEAR = 11;

const percent = (value: number) => `${value.toFixed(2)}%`;

export function RoadStairs({
  scene,
  target,
}: {
  readonly scene: SceneOf<'road'>;
  readonly target: number | null;
}) {
  const { size } = useStage();
  const words = useSection(roadWords);
  const format = useFormat();
  const { stairs, scale } = scene;
  const now = scene.average.mean;
  const last = stairs.at(-1);
  if (now === null || !last) return null;
  const above = scale.bands.find(({ from }) => from > last.reaches);
  const high = Math.max(above?.from ?? last.reaches, target ?? 0, now + 1);
  const y = (index: number) => ROOM + (100 - ROOM - STANDS) * (1 - (index - now) / (high - now));
  const x = (walked: number) => BASE + (walked / last.walked) * (100 - BASE);
  const lines = scale.bands.filter(({ from }) => from > now && from <= high && from !== target);
  return (
    <svg
      role="img"
      aria-label={words.drawing({
        steps: format.number(stairs.length),
        from: format.figure(now),
        to: format.figure(last.reaches),
      })}
      width="100%"
      height="100%"
      className="block h-56 overflow-visible tabular-nums hall:h-full hall:min-h-0 hall:flex-1"
    >
      <rect width={percent(BASE)} y={percent(y(now))} height={percent(100 - y(now))} className="fill-line" />
      {stairs.map(({ no, walked, reaches }, place) => {
        const from = x(stairs[place - 1]?.walked ?? 0);
        const width = x(walked) - from;
        const top = y(reaches);
        return (
          <g key={no}>
            <rect
              data-grow="column"
              x={percent(from)}
              width={percent(width)}
              y={percent(top)}
              height={percent(100 - top)}
              strokeWidth="0.08em"
              className="origin-bottom fill-brand-soft stroke-canvas [transform-box:fill-box]"
            />
            <line
              x1={percent(from)}
              x2={percent(from + width)}
              y1={percent(top)}
              y2={percent(top)}
              strokeWidth="0.2em"
              className="stroke-brand"
            />
            {width < NUMBERED[size] ? null : (
              <text
                x={percent(from + width / 2)}
                y={percent(top)}
                dy="1.3em"
                textAnchor="middle"
                className="fill-brand-strong font-bold hall:text-sm"
              >
                {no}
              </text>
            )}
          </g>
        );
      })}
      {lines.map(({ name, from }) => (
        <g key={name}>
          <line
            x2="100%"
            y1={percent(y(from))}
            y2={percent(y(from))}
            strokeWidth="0.08em"
            strokeDasharray="0.1em 0.3em"
            className="stroke-muted"
          />
          <text y={percent(y(from))} dy="-0.4em" className="fill-muted hall:text-sm">
            {name} {format.figure(from)}
          </text>
        </g>
      ))}
      {target === null || target <= now ? null : (
        <g>
          <line
            x2="100%"
            y1={percent(y(target))}
            y2={percent(y(target))}
            strokeWidth="0.12em"
            className="stroke-accent"
          />
          <text
            y={percent(y(target))}
            dy={
              lines.some(({ from }) => y(target) - y(from) > 0 && y(target) - y(from) < NEAR)
                ? '1.2em'
                : '-0.4em'
            }
            className="fill-accent font-semibold hall:text-sm"
          >
            {words.target} {format.figure(target)}
          </text>
        </g>
      )}
      <text
        x={percent(BASE / 2)}
        y={percent(y(now))}
        dy="1.2em"
        textAnchor="middle"
        className="fill-ink text-lg font-bold hall:text-xl"
      >
        {format.figure(now)}
      </text>
      <text
        x="100%"
        y={percent(y(last.reaches))}
        dy="-0.25em"
        textAnchor="end"
        strokeWidth="0.2em"
        className="fill-ink stroke-canvas text-3xl font-bold [paint-order:stroke] hall:text-4xl"
      >
        {format.figure(last.reaches)}
      </text>
    </svg>
  );
}

/** Index, domains and aspects as rows, agencies as marks: each its own colour and shape. */
import {
  CartesianGrid,
  ErrorBar,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { bandOpacity } from '~/ui/indexAxis';
import { axisInLevels, lanesOf, type PlotRow, type Series, wrapLines } from './chartData';
import { TOOLTIP, useLarge, useNarrow, useTextSize } from './chartLook';
import { rowHeight } from './plotSizes';
import { seriesLook } from './series';

export interface PlotProps {
  readonly kind: 'plot';
  readonly series: readonly Series[];
  /** Which of the series has just moved. */
  readonly moved: readonly boolean[];
  readonly rows: readonly PlotRow[];
  /** Lowest and highest whole level. */
  readonly range: { readonly min: number; readonly max: number };
  /** The predicates, behind the index they are of; figures in hundredths. */
  readonly bands: readonly { readonly name: string; readonly from: number; readonly to: number }[];
  /** Dashed lines across the index. */
  readonly targets: readonly { readonly value: number; readonly label: string }[];
  readonly formatLevel: (value: number) => string;
}

/** A mark as recharts hands it back to what draws it. */
interface Mark {
  readonly x: number;
  readonly y: number;
  /** What is still open: to the left nothing, to the right as far as the ceiling. */
  readonly open: [number, number] | null;
}

/** Marks closer than this part of the axis would lie on one another. */
const NEAR = { narrow: 0.055, usual: 0.02, large: 0.014 } as const;
/** How much larger marks are than those of a legend, and how far apart lanes lie while the row has room: in pixels. */
const SCALE = { narrow: 1.2, usual: 1.2, large: 1.5 } as const;
const LANE = { narrow: 12, usual: 12, large: 15 } as const;
/** Above the marks of a narrow row stand two lines of its name. */
const NAME = 30;

export function DotPlot({ series, moved, rows, range, bands, targets, formatLevel }: PlotProps) {
  const isNarrow = useNarrow();
  const isLarge = useLarge();
  const textSize = useTextSize();
  const size = isNarrow ? 'narrow' : isLarge ? 'large' : 'usual';
  const row = rowHeight(size, series.length);
  const near = NEAR[size] * (range.max - range.min);
  /** From the middle of a row to the middle of its marks, in rows. */
  const down = isNarrow ? NAME / 2 / row : 0;
  const marks: Mark[][] = series.map(() => []);
  rows.forEach(({ dots }, place) => {
    const lanes = lanesOf(
      dots.map(({ at }) => at),
      near,
    );
    const room = row - (isNarrow ? NAME : 0) - LANE[size];
    const step = Math.min(LANE[size], room / Math.max(1, 2 * Math.max(...lanes, 0))) / row;
    dots.forEach(({ at, ceiling }, agency) => {
      marks[agency]?.push({
        x: at,
        y: place + down + (lanes[agency] ?? 0) * step,
        open: ceiling === null ? null : [0, ceiling - at],
      });
    });
  });
  return (
    <ResponsiveContainer width="100%" height="100%" minWidth={0}>
      <ScatterChart
        margin={{ top: textSize * 1.6, right: 16, bottom: 0, left: isNarrow ? 10 : 0 }}
        accessibilityLayer={false}
      >
        {rows.map(({ key, kind }, place) =>
          kind === 'domain' ? (
            <ReferenceArea
              key={key}
              y1={place - 0.5}
              y2={place + 0.5}
              fill="var(--color-sunken)"
              fillOpacity={1}
              zIndex={-20}
            />
          ) : null,
        )}
        {bands.map(({ name, from, to }, place) => (
          <ReferenceArea
            key={name}
            x1={from / 100}
            x2={to / 100}
            y1={-0.5}
            y2={0.5}
            fill="var(--color-muted)"
            fillOpacity={bandOpacity(place)}
            stroke="var(--color-surface)"
            zIndex={-20}
          />
        ))}
        <CartesianGrid stroke="var(--color-line)" horizontal={false} />
        <XAxis
          type="number"
          dataKey="x"
          {...axisInLevels(range)}
          tick={{ fill: 'var(--color-muted)', fontSize: textSize }}
          stroke="var(--color-line-strong)"
        />
        <YAxis
          type="number"
          dataKey="y"
          domain={[-0.5, rows.length - 0.5]}
          reversed
          interval={0}
          ticks={rows.map((_, place) => place)}
          width={isNarrow ? 1 : textSize * 19}
          axisLine={!isNarrow}
          tickLine={false}
          stroke="var(--color-line-strong)"
          tick={(tick: Tick) => (
            <RowName {...tick} rows={rows} row={row} size={textSize} isNarrow={isNarrow} />
          )}
        />
        <Tooltip
          {...TOOLTIP}
          cursor={false}
          content={({ active, payload }) => {
            const mark: unknown = active ? payload[0]?.payload : null;
            return isMark(mark) ? (
              <Hint mark={mark} rows={rows} series={series} marks={marks} formatLevel={formatLevel} />
            ) : null;
          }}
        />
        {targets.map(({ value, label }) => (
          <ReferenceLine
            key={label}
            segment={[
              { x: value, y: -0.5 },
              { x: value, y: 0.5 },
            ]}
            stroke="var(--color-accent)"
            strokeDasharray="5 4"
            strokeWidth={2}
            label={{
              value: label,
              position: 'top',
              fill: 'var(--color-accent)',
              fontSize: textSize,
              fontWeight: 600,
            }}
          />
        ))}
        {series.map(({ code, label }, position) => (
          <Scatter
            key={code}
            name={label}
            data={marks[position] ?? []}
            isAnimationActive={false}
            shape={({ cx, cy, payload }: { cx?: number; cy?: number; payload?: unknown }) => (
              <Shape
                cx={cx ?? 0}
                cy={cy ?? 0}
                position={position}
                isOpen={isMark(payload) && payload.open !== null}
                hasMoved={moved[position] ?? false}
                scale={SCALE[size]}
              />
            )}
          >
            <ErrorBar
              dataKey="open"
              direction="x"
              width={0}
              stroke={seriesLook(position).colour}
              strokeWidth={2.5}
              strokeDasharray="0.1 6"
              strokeLinecap="round"
              isAnimationActive={false}
            />
          </Scatter>
        ))}
      </ScatterChart>
    </ResponsiveContainer>
  );
}

function isMark(value: unknown): value is Mark {
  return typeof value === 'object' && value !== null && 'x' in value && 'y' in value && 'open' in value;
}

/** A mark; hollow where answers are missing, with a halo where the agency has just moved. */
function Shape(props: {
  cx: number;
  cy: number;
  position: number;
  isOpen: boolean;
  hasMoved: boolean;
  scale: number;
}) {
  const { colour, mark } = seriesLook(props.position);
  return (
    <g
      data-mark={props.position}
      transform={`translate(${String(props.cx)} ${String(props.cy)}) scale(${String(props.scale)})`}
    >
      {props.hasMoved ? <circle r="9" fill="var(--color-accent)" fillOpacity="0.35" /> : null}
      <path
        d={mark}
        fill={props.isOpen ? 'var(--color-surface)' : colour}
        stroke={props.isOpen ? colour : 'var(--color-surface)'}
        strokeWidth={props.isOpen ? 1.8 : 0.8}
      />
    </g>
  );
}

interface Tick {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly payload?: { readonly value?: string | number };
}

/** The name of a row: left of it, on a phone above its marks. */
function RowName({
  x,
  y,
  payload,
  rows,
  row,
  size,
  isNarrow,
}: Tick & { rows: readonly PlotRow[]; row: number; size: number; isNarrow: boolean }) {
  const named = rows[Number(payload?.value ?? -1)];
  if (!named) return null;
  const isAspect = named.kind === 'aspect';
  const lines = wrapLines(named.name, isNarrow ? 44 : isAspect ? 36 : 33);
  const line = isNarrow ? 14 : size + 1;
  const top = isNarrow ? Number(y) - row / 2 + 13 : Number(y) + size * 0.35 - ((lines.length - 1) * line) / 2;
  return (
    <text
      x={isNarrow ? Number(x) + 4 : Number(x) - 4}
      y={top}
      textAnchor={isNarrow ? 'start' : 'end'}
      fill="var(--color-ink)"
      fontSize={isNarrow ? 12 : size}
      fontWeight={isAspect ? 400 : 700}
    >
      {lines.map((words, place) => (
        <tspan key={words} x={isNarrow ? Number(x) + 4 : Number(x) - 4} dy={place === 0 ? 0 : line}>
          {words}
        </tspan>
      ))}
    </text>
  );
}

/** What a mark says when it is pointed at: the row, and every agency in it. */
function Hint(props: {
  mark: Mark;
  rows: readonly PlotRow[];
  series: readonly Series[];
  marks: readonly (readonly Mark[])[];
  formatLevel: (value: number) => string;
}) {
  const place = props.marks.flatMap((own) => own.indexOf(props.mark)).find((found) => found >= 0) ?? -1;
  const row = props.rows[place];
  if (!row) return null;
  return (
    <div className="rounded-lg border border-line-strong bg-surface p-2 text-sm text-ink">
      <p className="font-semibold">{row.name}</p>
      <ul>
        {props.series.map(({ code, label }, position) => {
          const dot = row.dots[position];
          return dot ? (
            <li key={code} className="flex justify-between gap-4">
              <span>{label}</span>
              <span translate="no" className="tabular-nums">
                {props.formatLevel(dot.at)}
                {dot.ceiling === null ? '' : ` … ${props.formatLevel(dot.ceiling)}`}
              </span>
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}

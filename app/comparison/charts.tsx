/** The drawings, the only file that needs recharts: loaded in the browser, and only on this page. */
import {
  PolarAngleAxis,
  PolarGrid,
  PolarRadiusAxis,
  Radar,
  RadarChart,
  ResponsiveContainer,
  Tooltip,
} from 'recharts';
import { axisInLevels, type ChartGroup, needsShortNames, type Series, wrapLines } from './chartData';
import { DotPlot, type PlotProps } from './dotPlot';
import { TOOLTIP, useNarrow, useTextSize } from './chartLook';
import { seriesLook } from './series';

interface RadarProps {
  readonly kind: 'radar';
  readonly series: readonly Series[];
  readonly groups: readonly ChartGroup[];
  /** Lowest and highest whole level. */
  readonly range: { readonly min: number; readonly max: number };
  readonly formatLevel: (value: number) => string;
}

export type ChartProps = RadarProps | PlotProps;

/** One row per group with the value of series n under `s<n>`, as recharts wants it. */
function rowsOf(groups: readonly ChartGroup[], isNarrow: boolean): Record<string, string | number>[] {
  const isShort = isNarrow || needsShortNames(groups.length);
  return groups.map((group) => ({
    label: isShort ? group.short : group.name,
    ...Object.fromEntries(group.values.map((value, position) => [`s${String(position)}`, value])),
  }));
}

export default function Chart(props: ChartProps) {
  return props.kind === 'radar' ? <RadarDrawing {...props} /> : <DotPlot {...props} />;
}

function RadarDrawing({ series, groups, range, formatLevel }: RadarProps) {
  const isNarrow = useNarrow();
  const size = useTextSize();
  const axis = axisInLevels(range);
  return (
    <ResponsiveContainer width="100%" height="100%" minWidth={0}>
      <RadarChart
        data={rowsOf(groups, isNarrow)}
        outerRadius={isNarrow || size > 14 ? '82%' : '74%'}
        accessibilityLayer={false}
      >
        <PolarGrid stroke="var(--color-line)" />
        <PolarAngleAxis dataKey="label" tick={(tick: Tick) => <WrappedTick {...tick} size={size} />} />
        <PolarRadiusAxis
          {...axis}
          // Between two axes, where no mark and no name stands.
          angle={90 - 180 / Math.max(groups.length, 1)}
          axisLine={false}
          tick={{ fill: 'var(--color-muted)', fontSize: size }}
        />
        <Tooltip {...TOOLTIP} formatter={(value) => formatLevel(Number(value))} />
        {series.map(({ code, label }, position) => {
          const { colour, dash, mark } = seriesLook(position);
          return (
            <Radar
              key={code}
              name={label}
              dataKey={`s${String(position)}`}
              stroke={colour}
              strokeWidth={2.5}
              strokeDasharray={dash}
              fill={colour}
              fillOpacity={series.length <= 2 ? 0.12 : 0.03}
              isAnimationActive={false}
              dot={({ cx, cy, index }: { cx?: number; cy?: number; index?: number }) => (
                <path
                  key={index}
                  transform={`translate(${String(cx ?? 0)} ${String(cy ?? 0)})`}
                  d={mark}
                  fill={colour}
                  stroke="var(--color-surface)"
                />
              )}
            />
          );
        })}
      </RadarChart>
    </ResponsiveContainer>
  );
}

interface Tick {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly cy?: number | string;
  readonly textAnchor?: string;
  readonly payload?: { readonly value?: string | number };
}

/** A label of several lines, growing away from the middle of the radar. */
function WrappedTick({ x, y, cy, textAnchor, payload, size }: Tick & { size: number }) {
  const lines = wrapLines(String(payload?.value ?? ''), 22);
  const top = Number(y ?? 0);
  const isAbove = cy !== undefined && top < Number(cy) - 4;
  return (
    <text
      x={x}
      y={isAbove ? top - (lines.length - 1) * (size + 3) - 4 : top + 10}
      textAnchor={textAnchor === 'start' || textAnchor === 'end' ? textAnchor : 'middle'}
      fill="var(--color-ink)"
      fontSize={size}
    >
      {lines.map((line, position) => (
        <tspan key={line} x={x} dy={position === 0 ? 0 : size + 3}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

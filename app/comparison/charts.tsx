/** The drawings, the only file that needs recharts: loaded in the browser, and only on this page. */
import {
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  PolarAngleAxis,
  PolarGrid,
  PolarRadiusAxis,
  Radar,
  RadarChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useSyncExternalStore } from 'react';
import { axisInLevels, type ChartGroup, needsShortNames, type Series, wrapLines } from './chartData';
import { patternId, seriesLook, SeriesPatterns } from './series';

export interface ChartProps {
  readonly kind: 'radar' | 'bars';
  readonly series: readonly Series[];
  readonly groups: readonly ChartGroup[];
  /** Lowest and highest whole level. */
  readonly range: { readonly min: number; readonly max: number };
  /** Dashed lines across the bars. */
  readonly targets: readonly { readonly value: number; readonly label: string }[];
  readonly formatLevel: (value: number) => string;
  /** Names this chart's patterns; unique on the page. */
  readonly id: string;
}

const NARROW = '(max-width: 48rem)';
/** A projector or a very large screen: read from farther away. */
const LARGE = '(min-width: 96rem)';

function useTextSize(): number {
  return useMedia(LARGE) ? 18 : 14;
}

function useMedia(media: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(media);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia(media).matches,
    () => false,
  );
}

const TOOLTIP = {
  contentStyle: {
    background: 'var(--color-surface)',
    border: '1px solid var(--color-line-strong)',
    borderRadius: '0.5rem',
    color: 'var(--color-ink)',
  },
  itemStyle: { color: 'var(--color-ink)' },
  isAnimationActive: false,
} as const;

/** One row per group with the value of series n under `s<n>`, as recharts wants it. */
function rowsOf(groups: readonly ChartGroup[], isNarrow: boolean): Record<string, string | number>[] {
  const isShort = isNarrow || needsShortNames(groups.length);
  return groups.map((group) => ({
    label: isShort ? group.short : group.name,
    ...Object.fromEntries(group.values.map((value, position) => [`s${String(position)}`, value])),
  }));
}

export default function Chart(props: ChartProps) {
  return props.kind === 'radar' ? <RadarDrawing {...props} /> : <BarDrawing {...props} />;
}

function RadarDrawing({ series, groups, range, formatLevel }: ChartProps) {
  const isNarrow = useMedia(NARROW);
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

/** Values stand on the bars while there is room for them. */
const LABELLED_BARS = 24;

function BarDrawing({ series, groups, range, targets, formatLevel, id }: ChartProps) {
  const isNarrow = useMedia(NARROW);
  const size = useTextSize();
  const axisText = { fill: 'var(--color-ink)', fontSize: size };
  const level = {
    type: 'number' as const,
    ...axisInLevels(range),
    tick: { ...axisText, fill: 'var(--color-muted)' },
    stroke: 'var(--color-line-strong)',
  };
  const group = {
    type: 'category' as const,
    dataKey: 'label',
    interval: 0,
    stroke: 'var(--color-line-strong)',
  };
  const showsValues = !isNarrow && series.length * groups.length <= LABELLED_BARS;
  return (
    <ResponsiveContainer width="100%" height="100%" minWidth={0}>
      <BarChart
        data={rowsOf(groups, isNarrow)}
        layout={isNarrow ? 'vertical' : 'horizontal'}
        margin={{
          top: 24,
          right: isNarrow ? 16 : targets.length > 0 ? size * 7.5 : 8,
          bottom: isNarrow ? 0 : groups.length > 5 && !needsShortNames(groups.length) ? size * 5 : size * 2.5,
          left: 0,
        }}
        barCategoryGap={isNarrow ? '18%' : '22%'}
        barGap={1}
        accessibilityLayer={false}
      >
        <SeriesPatterns prefix={id} />
        <CartesianGrid stroke="var(--color-line)" horizontal={!isNarrow} vertical={isNarrow} />
        {isNarrow ? (
          <XAxis {...level} />
        ) : (
          <XAxis
            {...group}
            tick={(tick: Tick) => <BelowTick {...tick} width={groups.length > 5 ? 15 : 20} size={size} />}
          />
        )}
        {isNarrow ? <YAxis {...group} tick={axisText} width={60} /> : <YAxis {...level} width={size * 2} />}
        <Tooltip
          {...TOOLTIP}
          cursor={{ fill: 'var(--color-sunken)', opacity: 0.6 }}
          formatter={(value) => formatLevel(Number(value))}
        />
        {series.map(({ code, label }, position) => (
          <Bar
            key={code}
            name={label}
            dataKey={`s${String(position)}`}
            fill={`url(#${patternId(id, position)})`}
            stroke={seriesLook(position).colour}
            isAnimationActive={false}
          >
            {showsValues ? (
              <LabelList
                position="top"
                formatter={(value) => formatLevel(Number(value))}
                fill="var(--color-ink)"
                fontSize={Math.min(size, 15)}
              />
            ) : null}
          </Bar>
        ))}
        {targets.map(({ value, label }) => (
          <ReferenceLine
            key={label}
            {...(isNarrow ? { x: value } : { y: value })}
            stroke="var(--color-accent)"
            strokeDasharray="6 4"
            strokeWidth={2}
            label={{
              value: label,
              position: isNarrow ? 'top' : 'right',
              fill: 'var(--color-accent)',
              fontSize: size,
              fontWeight: 600,
            }}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

function BelowTick({ x, y, payload, width, size }: Tick & { width: number; size: number }) {
  return (
    <text x={x} y={Number(y ?? 0) + 8} textAnchor="middle" fill="var(--color-ink)" fontSize={size}>
      {wrapLines(String(payload?.value ?? ''), width).map((line, position) => (
        <tspan key={line} x={x} dy={position === 0 ? 8 : size + 2}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/**
 * The radar of a result, fetched when it is asked for; the table beside it holds the same figures. Every series has its own
 * colour, dash and mark, so that colour is never the only sign.
 */
import { PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart, ResponsiveContainer } from 'recharts';
import { useFormat } from '~/i18n';
import { levelsOn } from '~/ui/indexAxis';

type SeriesKey = 'own' | 'average' | 'target' | 'before';

/** A drawn line and what the legend calls it. */
export interface RadarSeries {
  readonly key: SeriesKey;
  readonly name: string;
}

/** One aspect; figures in hundredths. */
export interface RadarNode {
  readonly short: string;
  readonly name: string;
  readonly own: number;
  readonly average: number | null;
  readonly target: number | null;
  readonly before: number | null;
}

const look: Readonly<Record<SeriesKey, { color: string; dash: string; width: number; fill: number }>> = {
  own: { color: 'var(--color-series-1)', dash: '0', width: 3, fill: 0.16 },
  average: { color: 'var(--color-series-2)', dash: '7 4', width: 2, fill: 0 },
  target: { color: 'var(--color-series-4)', dash: '2 4', width: 2, fill: 0 },
  before: { color: 'var(--color-series-3)', dash: '10 3 2 3', width: 2, fill: 0 },
};

export default function ResultRadar(props: {
  title: string;
  low: number;
  high: number;
  series: readonly RadarSeries[];
  aspects: readonly RadarNode[];
}) {
  const { series, low, high } = props;
  const format = useFormat();
  return (
    <div aria-hidden="true">
      <p className="font-semibold">{props.title}</p>
      <div className="h-80 text-sm sm:h-112">
        <ResponsiveContainer width="100%" height="100%">
          <RadarChart data={[...props.aspects]} outerRadius="60%" accessibilityLayer={false}>
            <PolarGrid stroke="var(--color-line-strong)" strokeOpacity={0.5} />
            <PolarAngleAxis dataKey="short" tick={<AspectTick nodes={props.aspects} />} />
            <PolarRadiusAxis
              angle={67.5}
              domain={[low, high]}
              ticks={[...levelsOn({ bottom: low, top: high })]}
              tickFormatter={(value: number) => format.number(value / 100)}
              tick={{ fill: 'var(--color-muted)', fontSize: 14 }}
              axisLine={false}
            />
            {[...series].reverse().map(({ key, name }) => (
              <Radar
                key={key}
                name={name}
                dataKey={key}
                stroke={look[key].color}
                strokeWidth={look[key].width}
                strokeDasharray={look[key].dash}
                fill={look[key].color}
                fillOpacity={look[key].fill}
                isAnimationActive={false}
                dot={key === 'own' ? { r: 4, fillOpacity: 1 } : false}
              />
            ))}
          </RadarChart>
        </ResponsiveContainer>
      </div>
      <Legend series={series} />
    </div>
  );
}

function Legend({ series }: { series: readonly RadarSeries[] }) {
  return (
    <ul className="flex flex-wrap justify-center gap-x-5 gap-y-1 text-sm">
      {series.map(({ key, name }) => (
        <li key={key} className="flex items-center gap-2">
          <svg width="34" height="16">
            <line
              x1="0"
              x2="34"
              y1="8"
              y2="8"
              stroke={look[key].color}
              strokeWidth={look[key].width}
              strokeDasharray={look[key].dash}
            />
            {key === 'own' ? <circle cx="17" cy="8" r="4" fill={look[key].color} /> : null}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

interface TickProps {
  readonly nodes: readonly RadarNode[];
  readonly x?: number | string;
  readonly y?: number | string;
  readonly cy?: number | string;
  readonly textAnchor?: 'start' | 'middle' | 'end' | 'inherit';
  readonly payload?: { readonly value?: string };
}

/** Around a circle of more axes than this, whole names lie on one another: numbers, which the table below tells. */
const MOST_NAMES = 12;

/** Short name on a phone; the whole name in up to three lines where there is room. */
function AspectTick({ nodes, x, y, cy, textAnchor, payload }: TickProps) {
  const node = nodes.find(({ short }) => short === payload?.value);
  if (!node) return null;
  if (nodes.length > MOST_NAMES) {
    return (
      <text x={x} y={y} textAnchor={textAnchor} className="fill-ink text-xs sm:text-sm">
        {nodes.indexOf(node) + 1}
      </text>
    );
  }
  const lines = wrap(node.name, 16, 5);
  // Names at the top grow upwards, those at the bottom downwards, those at the sides both ways: none lies on a ring.
  const side = textAnchor === 'start' || textAnchor === 'end';
  const first = side
    ? (1 - lines.length) * 0.5
    : Number(y) < Number(cy)
      ? (1 - lines.length) * 1.15 - 0.2
      : 0.8;
  return (
    <g className="fill-ink" textAnchor={textAnchor}>
      <text x={x} y={y} className="text-xs sm:text-sm xl:hidden">
        {node.short}
      </text>
      <text x={x} y={y} fontSize={14} className="max-xl:hidden">
        {lines.map((line, i) => (
          <tspan key={line} x={x} dy={i === 0 ? `${first}em` : '1.15em'}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

/** Breaks a name into lines of about `width` letters; what does not fit into `most` lines ends in an ellipsis. */
function wrap(name: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of name.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''} …`];
}

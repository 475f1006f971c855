/** The two charts of the PDF, drawn as SVG from the geometry in radar.ts. */
import { G, Line, Polygon, Rect, Svg, Text } from '@react-pdf/renderer';
import { PAPER } from './pdfStyles';
import { pdfText } from './pdfText';
import { radarLabel, radarOutline, type RadarFrame, radarPoint } from './radar';
import type { Bar } from './resultSheet';

interface ChartProps {
  readonly bars: readonly Bar[];
  readonly scale: { readonly min: number; readonly max: number };
  readonly target: number | null;
}

const RADAR = { width: 240, height: 180 };

/** One axis per aspect, numbered; the rings are the levels. */
export function RadarChart({ bars, scale, target }: ChartProps) {
  // The centre lies one level below the lowest, so that the lowest level is still a visible shape.
  const frame: RadarFrame = {
    center: { x: RADAR.width / 2, y: RADAR.height / 2 + 2 },
    radius: 72,
    min: scale.min - 1,
    max: scale.max,
  };
  const rings = Array.from({ length: scale.max - scale.min + 1 }, (_, i) => scale.min + i);
  const same = (value: number) => bars.map(() => value);
  return (
    <Svg
      width={RADAR.width}
      height={RADAR.height}
      viewBox={`0 0 ${String(RADAR.width)} ${String(RADAR.height)}`}
    >
      {rings.map((ring) => (
        <Polygon
          key={ring}
          points={radarOutline(frame, same(ring))}
          fill="none"
          stroke={PAPER.line}
          strokeWidth={0.6}
        />
      ))}
      {bars.map(({ label }, axis) => {
        const rim = radarPoint(frame, axis, bars.length, scale.max);
        return (
          <Line
            key={label}
            x1={frame.center.x}
            y1={frame.center.y}
            x2={rim.x}
            y2={rim.y}
            stroke={PAPER.line}
            strokeWidth={0.6}
          />
        );
      })}
      {target === null ? null : (
        <Polygon
          points={radarOutline(frame, same(target))}
          fill="none"
          stroke={PAPER.accent}
          strokeWidth={1}
          strokeDasharray="3 2"
        />
      )}
      <Polygon
        points={radarOutline(
          frame,
          bars.map(({ value }) => value),
        )}
        fill={PAPER.brand}
        fillOpacity={0.25}
        stroke={PAPER.brand}
        strokeWidth={1.5}
      />
      {bars.map(({ label, figure }, axis) => {
        const { x, y, anchor } = radarLabel(frame, axis, bars.length, 7);
        return (
          <Text key={label} x={x} y={y + 3} textAnchor={anchor} fill={PAPER.ink} style={{ fontSize: 7.5 }}>
            {pdfText(`${String(axis + 1)} (${figure})`)}
          </Text>
        );
      })}
    </Svg>
  );
}

const BARS = { width: 240, rowHeight: 40, barHeight: 12, figureWidth: 34 };

/** One bar per domain from the lowest to the highest level, the target as a dashed line. */
export function DomainBars({ bars, scale, target }: ChartProps) {
  const length = BARS.width - BARS.figureWidth;
  const height = bars.length * BARS.rowHeight;
  // From zero: a bar's length is the index itself.
  const at = (value: number) => (value / scale.max) * length;
  return (
    <Svg width={BARS.width} height={height} viewBox={`0 0 ${String(BARS.width)} ${String(height)}`}>
      {bars.map(({ label, figure, value }, i) => {
        const top = i * BARS.rowHeight + 16;
        return (
          <G key={label}>
            <Text x={0} y={top - 4} fill={PAPER.ink} style={{ fontSize: 8 }}>
              {pdfText(label)}
            </Text>
            <Rect x={0} y={top} width={length} height={BARS.barHeight} fill={PAPER.sunken} />
            <Rect x={0} y={top} width={at(value)} height={BARS.barHeight} fill={PAPER.brand} />
            <Text
              x={BARS.width}
              y={top + 10}
              textAnchor="end"
              fill={PAPER.ink}
              style={{ fontSize: 10, fontFamily: 'Helvetica-Bold' }}
            >
              {pdfText(figure)}
            </Text>
            {target === null ? null : (
              <Line
                x1={at(target)}
                x2={at(target)}
                y1={top - 2}
                y2={top + BARS.barHeight + 2}
                stroke={PAPER.accent}
                strokeWidth={1.2}
                strokeDasharray="3 2"
              />
            )}
          </G>
        );
      })}
    </Svg>
  );
}

/**
 * The scale from the lowest to the highest index with its predicates, and where an agency stands on it. Positions are
 * SVG percentages, so that it is drawn without scripts and without style attributes.
 */
import { useFormat, useSection } from '~/i18n';
import type { InstrumentOutline } from '~/instrument';
import { axisOf, bandOpacity, bandsOn, partOn } from '~/ui/indexAxis';
import { resultWords } from './resultWords';

export function IndexScale(props: {
  instrument: InstrumentOutline;
  index: number;
  /** What the index earns. */
  predicate: string;
  /** Highest index still open; drawn where it differs. */
  ceiling?: number;
  target?: number | null;
  /** What the target is called; the planner's own goal is not the target of the Rakerda. */
  targetName?: string;
  /** A second, tried-out index. */
  simulated?: number;
}) {
  const resultText = useSection(resultWords);
  const format = useFormat();
  const { instrument, index, ceiling = index, target = null, simulated } = props;
  const axis = axisOf(instrument);
  const at = (hundredths: number) => partOn(axis, hundredths);
  const bands = bandsOn(axis);
  return (
    <figure translate="no" className="space-y-1">
      <svg
        role="img"
        aria-label={resultText.scaleLabel({
          index: format.figure(index),
          predicate: props.predicate,
        })}
        width="100%"
        height="86"
        className="block overflow-visible text-ink"
      >
        {bands.map((band, place) => (
          <g key={band.name}>
            <rect
              x={`${band.start}%`}
              width={`${band.width}%`}
              y="26"
              height="22"
              fillOpacity={bandOpacity(place)}
              className="fill-muted stroke-surface"
              strokeWidth="2"
            />
            <text
              x={`${(at(band.from) + at(band.to)) / 2}%`}
              y="82"
              textAnchor="middle"
              className="fill-muted text-xs max-sm:hidden"
            >
              {band.name}
            </text>
            <text
              x={`${at(band.from)}%`}
              y="64"
              textAnchor={band.from === axis.bottom ? 'start' : 'middle'}
              className="fill-muted text-xs tabular-nums"
            >
              {format.figure(band.from)}
            </text>
          </g>
        ))}
        <text x="100%" y="64" textAnchor="end" className="fill-muted text-xs tabular-nums">
          {format.figure(axis.top)}
        </text>
        {ceiling > index ? (
          <>
            <line
              x1={`${at(index)}%`}
              x2={`${at(ceiling)}%`}
              y1="37"
              y2="37"
              className="stroke-ink"
              strokeWidth="3"
              strokeDasharray="5 4"
            />
            <line
              x1={`${at(ceiling)}%`}
              x2={`${at(ceiling)}%`}
              y1="29"
              y2="45"
              className="stroke-ink"
              strokeWidth="3"
            />
          </>
        ) : null}
        {target === null ? null : (
          <svg x={`${at(target)}%`} y="37" className="overflow-visible">
            <path d="M0 -15 L7 0 L0 15 L-7 0 Z" className="fill-surface stroke-accent" strokeWidth="3" />
          </svg>
        )}
        {simulated === undefined || simulated === index ? null : (
          <svg x={`${at(simulated)}%`} y="37" className="overflow-visible">
            <circle r="9" className="fill-surface stroke-ink" strokeWidth="3" strokeDasharray="4 3" />
          </svg>
        )}
        <svg x={`${at(index)}%`} y="24" className="overflow-visible">
          <path d="M-9 -20 L9 -20 L0 -2 Z" className="fill-ink" />
          <line x1="0" x2="0" y1="-2" y2="26" className="stroke-ink" strokeWidth="3" />
        </svg>
      </svg>
      <figcaption>
        <ul aria-label={resultText.scaleKey} className="flex flex-wrap gap-x-4 text-sm text-muted">
          <li>
            <span aria-hidden="true">▼ </span>
            {resultText.markIndex} {format.figure(index)}
          </li>
          {ceiling > index ? (
            <li>
              <span aria-hidden="true">╌┤ </span>
              {resultText.markCeiling} {format.figure(ceiling)}
            </li>
          ) : null}
          {target === null ? null : (
            <li>
              <span aria-hidden="true" className="text-accent">
                ◇{' '}
              </span>
              {props.targetName ?? resultText.markTarget} {format.figure(target)}
            </li>
          )}
          {simulated === undefined ? null : (
            <li>
              <span aria-hidden="true">◌ </span>
              {resultText.markSimulated} {format.figure(simulated)}
            </li>
          )}
        </ul>
      </figcaption>
    </figure>
  );
}

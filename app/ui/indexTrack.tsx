/**
 * One index on its axis: a disc where it stands now, a ring where it stood last year, a dotted line to what an
 * unfinished one can still reach, a line for the target. Positions are SVG percentages: no scripts, no style attributes.
 */
import { type Axis, bandOpacity, bandsOn, placeOn } from './indexAxis';

export function IndexTrack(props: {
  readonly axis: Axis;
  readonly now: number;
  /** Last year's; null where there is none. */
  readonly before?: number | null;
  /** The highest index still open; null where the figure is complete. */
  readonly ceiling?: number | null;
  readonly target?: number | null;
  /** The predicates behind it: its own, those that {@link SharedBands} drew for many, or none where a board has them. */
  readonly bands: 'own' | 'shared' | 'none';
  readonly className?: string;
}) {
  const { axis, now, before = null, ceiling = null, target = null } = props;
  const at = (figure: number) => placeOn(axis, figure);
  const tone = before !== null && now < before ? 'stroke-danger fill-danger' : 'stroke-brand fill-brand';
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height="100%"
      className={`block overflow-visible ${props.className ?? ''}`}
    >
      {props.bands === 'own' ? <IndexBands axis={axis} /> : null}
      {props.bands === 'shared' ? <use href={`#${SHARED}`} /> : null}
      {target === null ? null : <TargetLine axis={axis} target={target} />}
      {ceiling === null ? null : (
        <line
          x1={at(now)}
          x2={at(ceiling)}
          y1="50%"
          y2="50%"
          strokeWidth="0.24em"
          strokeDasharray="0.01em 0.48em"
          strokeLinecap="round"
          className="stroke-muted"
        />
      )}
      {before === null ? null : (
        <>
          <line
            data-grow="line"
            x1={at(before)}
            x2={at(now)}
            y1="50%"
            y2="50%"
            strokeWidth="0.2em"
            className={`${tone} [transform-box:fill-box] ${now < before ? 'origin-right' : 'origin-left'}`}
          />
          <circle
            cx={at(before)}
            cy="50%"
            r="0.26em"
            strokeWidth="0.13em"
            className="fill-canvas stroke-ink"
          />
        </>
      )}
      {ceiling === null ? (
        <circle
          data-grow="disc"
          data-from={before === null ? undefined : at(before)}
          cx={at(now)}
          cy="50%"
          r="0.46em"
          className={`${tone} origin-center [transform-box:fill-box]`}
        />
      ) : (
        <circle
          cx={at(now)}
          cy="50%"
          r="0.38em"
          strokeWidth="0.16em"
          strokeDasharray="0.3em 0.18em"
          className="fill-canvas stroke-muted"
        />
      )}
    </svg>
  );
}

const SHARED = 'pita-indeks';

/** The predicates drawn once for a long list: five columns in each of its rows would weigh more than all its figures. */
export function SharedBands({ axis }: { readonly axis: Axis }) {
  return (
    <svg aria-hidden="true" width="0" height="0" className="absolute">
      <defs>
        <g id={SHARED}>
          <IndexBands axis={axis} />
        </g>
      </defs>
    </svg>
  );
}

/** The predicates as columns. */
export function IndexBands({ axis }: { readonly axis: Axis }) {
  return bandsOn(axis).map(({ name, start, width }, place) => (
    <rect
      key={name}
      x={`${String(start)}%`}
      width={`${String(width)}%`}
      height="100%"
      fillOpacity={bandOpacity(place)}
      strokeWidth="0.1em"
      className="fill-muted stroke-canvas"
    />
  ));
}

export function TargetLine({ axis, target }: { readonly axis: Axis; readonly target: number }) {
  const place = placeOn(axis, target);
  return <line x1={place} x2={place} y2="100%" strokeWidth="0.14em" className="stroke-accent" />;
}

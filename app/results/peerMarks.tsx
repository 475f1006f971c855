/**
 * One aspect drawn: grey peers, their median, the target, last year's ring, the own disc. Positions are SVG percentages:
 * no scripts, no style attributes. What is drawn also stands beside it in figures.
 */
import { useFormat } from '~/i18n';
import { isComplete, type StripRow } from '~/instrument';
import { type Axis, levelsOn, placeOn } from '~/ui/indexAxis';

/** Half of the height of a row, and what one dot takes of it. */
const HALF = 28;
const STEP = 8;
/** A pile of more dots does not fit a row: all piles become bars, as long as their share of the highest. */
export const MOST_DOTS = 5;

export function PeerMarks(props: {
  readonly axis: Axis;
  readonly row: StripRow;
  readonly target: number | null;
  /** The highest pile of all rows. */
  readonly most: number;
}) {
  const { axis, row, target, most } = props;
  const format = useFormat();
  const at = (figure: number) => placeOn(axis, figure);
  const now = row.own.index.hundredths;
  const isWhole = isComplete(row.own);
  const tone =
    row.before !== null && now < row.before ? 'stroke-danger fill-danger' : 'stroke-brand fill-brand';
  return (
    <svg aria-hidden="true" width="100%" height={2 * HALF} className="block overflow-visible">
      {levelsOn(axis).map((level) => (
        <line key={level} x1={at(level)} x2={at(level)} y2="100%" className="stroke-line" />
      ))}
      {target === null ? null : (
        <line
          x1={at(target)}
          x2={at(target)}
          y2="100%"
          strokeWidth="2"
          strokeDasharray="5 4"
          className="stroke-accent"
        />
      )}
      {row.peers.map(({ at: place, count }) =>
        most > MOST_DOTS ? (
          <Bar key={place} x={at(place)} height={Math.max(4, Math.round((count / most) * 2 * (HALF - 4)))} />
        ) : (
          Array.from({ length: count }, (_, dot) => (
            <circle
              key={`${place} ${dot}`}
              cx={at(place)}
              cy={HALF + away(dot) * STEP}
              r="4"
              className="fill-muted"
              fillOpacity="0.45"
            />
          ))
        ),
      )}
      {row.median === null ? null : (
        <line
          x1={at(row.median)}
          x2={at(row.median)}
          y1={HALF - 14}
          y2={HALF + 14}
          strokeWidth="3"
          className="stroke-ink"
        />
      )}
      {isWhole ? null : (
        <line
          x1={at(now)}
          x2={at(row.own.ceiling.hundredths)}
          y1={HALF}
          y2={HALF}
          strokeWidth="4"
          strokeDasharray="0.1 8"
          strokeLinecap="round"
          className="stroke-muted"
        />
      )}
      {row.before === null || !isWhole ? null : (
        <>
          <line x1={at(row.before)} x2={at(now)} y1={HALF} y2={HALF} strokeWidth="3" className={tone} />
          <circle cx={at(row.before)} cy={HALF} r="5" strokeWidth="2.5" className="fill-surface stroke-ink" />
        </>
      )}
      {isWhole ? (
        <circle cx={at(now)} cy={HALF} r="8" strokeWidth="1.5" className={`${tone} stroke-surface`} />
      ) : (
        <circle
          cx={at(now)}
          cy={HALF}
          r="6.5"
          strokeWidth="2.5"
          strokeDasharray="5 3"
          className="fill-surface stroke-muted"
        />
      )}
      <text
        x={at(now)}
        y="13"
        textAnchor="middle"
        strokeWidth="4"
        paintOrder="stroke"
        className={`stroke-surface text-sm font-bold tabular-nums ${isWhole ? 'fill-brand' : 'fill-muted'}`}
      >
        {format.figure(now)}
      </text>
    </svg>
  );
}

/** From the middle outwards: 0, −1, 1, −2, 2. */
function away(dot: number): number {
  return dot % 2 === 0 ? dot / 2 : -(dot + 1) / 2;
}

function Bar({ x, height }: { x: string; height: number }) {
  return (
    <svg x={x} className="overflow-visible">
      <rect
        x="-3"
        y={HALF - height / 2}
        width="6"
        height={height}
        rx="3"
        className="fill-muted"
        fillOpacity="0.45"
      />
    </svg>
  );
}

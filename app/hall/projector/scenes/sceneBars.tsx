/** Bars as SVG with attributes: the first HTML may carry no style attribute. Lengths are parts of the width. */

/** How bars follow their figures; what grows begins at its left end. */
const GLIDE =
  'origin-left [transform-box:fill-box] transition-[width,x] duration-700 in-data-[motion=calm]:transition-none motion-reduce:transition-none';

/** 62.5 of 100 as `62.5%`. */
export function share(value: number, whole: number): string {
  return `${String(whole <= 0 ? 0 : Math.round((Math.min(Math.max(value, 0), whole) / whole) * 1000) / 10)}%`;
}

/** One lying bar; hatched where its figure is provisional, with a tick for a target and a line for the mean. */
export function Bar(props: {
  readonly value: number;
  readonly top: number;
  readonly isProvisional?: boolean;
  readonly isDone?: boolean;
  readonly target?: number | null;
  readonly mean?: number | null;
  readonly className?: string;
}) {
  const { value, top, target = null, mean = null } = props;
  const width = share(value, top);
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height="100%"
      className={`block h-4 hall:h-full ${props.className ?? ''}`}
    >
      <rect y="22%" width="100%" height="56%" className="fill-sunken stroke-line" />
      <rect
        y="22%"
        data-grow="bar"
        width={width}
        height="56%"
        strokeWidth="0.06em"
        className={`${GLIDE} ${props.isProvisional ? 'fill-brand-soft stroke-brand' : props.isDone ? 'fill-success' : 'fill-brand'}`}
      />
      {mean === null ? null : (
        <line
          x1={share(mean, top)}
          x2={share(mean, top)}
          y2="100%"
          strokeDasharray="0.2em 0.16em"
          strokeWidth="0.07em"
          className="stroke-ink"
        />
      )}
      {target === null ? null : (
        <rect
          x={share(target, top)}
          y="6%"
          height="88%"
          transform="translate(-3 0)"
          className="w-1.5 fill-accent stroke-canvas"
        />
      )}
    </svg>
  );
}

/** One tick for each that there is, drawn as a dashed line: `value` of `top` are filled. */
export function Ticks(props: {
  readonly value: number;
  readonly top: number;
  readonly isDone: boolean;
  readonly className?: string;
}) {
  const { value, top } = props;
  const line = (count: number, tone: string) => (
    <line
      data-grow={count === value ? 'line' : undefined}
      x2={share(count, top)}
      y1="50%"
      y2="50%"
      pathLength={count}
      strokeWidth="0.9em"
      strokeDasharray="0.68 0.32"
      className={`origin-left [transform-box:fill-box] ${tone}`}
    />
  );
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height="100%"
      className={`block h-5 hall:h-full ${props.className ?? ''}`}
    >
      {line(top, 'stroke-line')}
      {value === 0 ? null : line(value, props.isDone ? 'stroke-success' : 'stroke-brand')}
    </svg>
  );
}

/** How many agencies fall into each class: one row per class. */
export function Bands({
  bands,
  count,
}: {
  readonly bands: readonly { readonly label: string; readonly agencies: number }[];
  readonly count: (agencies: number) => string;
}) {
  const most = Math.max(1, ...bands.map(({ agencies }) => agencies));
  return (
    <ul className="space-y-2 hall:grid hall:min-h-0 hall:flex-1 hall:auto-rows-[minmax(0,1fr)] hall:grid-cols-[auto_1fr_auto] hall:gap-x-6 hall:space-y-0 hall:text-xl">
      {bands.map(({ label, agencies }) => (
        <li
          key={label}
          className="flex flex-wrap items-center justify-between gap-x-3 hall:col-span-full hall:grid hall:min-h-0 hall:grid-cols-subgrid hall:grid-rows-[minmax(0,1fr)]"
        >
          <span className="font-semibold">{label}</span>
          <span translate="no" className="font-bold tabular-nums hall:order-last hall:text-right">
            {count(agencies)}
          </span>
          <Bar value={agencies} top={most} className="basis-full" />
        </li>
      ))}
    </ul>
  );
}

/**
 * Which band a figure stands in, as a staircase that is filled as far as it has come. Its shape says what its colour
 * says, also on paper without colours; its name stands beside it or in the key. A circle would be read as the ring of
 * the year before.
 */
export function BandMark({
  band,
  bands,
  isLarge = false,
}: {
  readonly band: number;
  readonly bands: number;
  /** As high as a capital letter with its space: on the screen of a hall. */
  readonly isLarge?: boolean;
}) {
  const reached = Math.min(band + 1, bands);
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      width={isLarge ? '1.25em' : '1em'}
      height={isLarge ? '1em' : '0.8em'}
      className={`inline-block shrink-0 fill-brand ${isLarge ? '-my-[0.1em] align-[-0.1em]' : ''}`}
    >
      <path d={stairs(0, reached, bands)} />
      {/* Light enough to be no part of what is reached, and still there in print. */}
      <path d={stairs(reached, bands, bands)} fillOpacity="0.25" />
    </svg>
  );
}

const WIDTH = 25;
const HEIGHT = 20;
const LOWEST = 5;

/** The outline of the steps from one to another, of so many in all. */
function stairs(from: number, to: number, all: number): string {
  if (from >= to) return '';
  const x = (step: number) => ((WIDTH * step) / all).toFixed(1);
  const y = (step: number) =>
    (HEIGHT - LOWEST - ((HEIGHT - LOWEST) * step) / Math.max(1, all - 1)).toFixed(1);
  const steps = Array.from({ length: to - from }, (_, at) => `V${y(from + at)}H${x(from + at + 1)}`);
  return `M${x(from)} ${String(HEIGHT)}${steps.join('')}V${String(HEIGHT)}Z`;
}

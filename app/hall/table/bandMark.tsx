/**
 * Which band a figure stands in, as a circle that fills: the lowest is empty, the highest full. Its shape says what its
 * colour says; its name stands beside it or in the key.
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
  const share = bands <= 1 ? 1 : band / (bands - 1);
  const angle = 2 * Math.PI * share;
  const [x, y] = [8 + 6 * Math.sin(angle), 8 - 6 * Math.cos(angle)].map((at) => at.toFixed(2));
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      width={isLarge ? '1.1em' : '0.8em'}
      height={isLarge ? '1.1em' : '0.8em'}
      className={`inline-block shrink-0 text-brand ${isLarge ? '-my-[0.2em] align-baseline' : ''}`}
    >
      <circle
        cx="8"
        cy="8"
        r="6"
        fill={share === 1 ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="2"
      />
      {share > 0 && share < 1 ? (
        <path d={`M8 8V2A6 6 0 ${share > 0.5 ? '1' : '0'} 1 ${x ?? ''} ${y ?? ''}Z`} fill="currentColor" />
      ) : null}
    </svg>
  );
}

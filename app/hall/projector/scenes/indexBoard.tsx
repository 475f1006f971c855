/**
 * A board of indices: one line per agency over one scale, with the predicates as columns behind all of them. On a phone
 * every agency is a card with its own piece of the same scale.
 */
import type { ReactNode } from 'react';
import { useFormat } from '~/i18n';
import { bandsOn, partOn, placeOn, ticksOn } from '~/ui/indexAxis';
import { IndexBands, IndexTrack, TargetLine } from '~/ui/indexTrack';
import type { Scale } from '../scene';
import { bandTiers } from './bandTiers';
import { AgencyRows } from './sceneRows';
import { useStage, useWords } from './stage';

/** Columns of the hall, and where among them the board stands. Written out, so that the style sheet holds them. */
const LAYOUTS = {
  ranked: {
    columns: 'hall:grid-cols-[auto_auto_minmax(0,1fr)_auto_auto]',
    name: 'hall:col-start-2 hall:col-end-3',
    cell: 'hall:col-start-3 hall:col-end-4',
  },
  plain: {
    columns: 'hall:grid-cols-[auto_minmax(0,1fr)_auto_auto]',
    name: 'hall:col-start-1 hall:col-end-2',
    cell: 'hall:col-start-2 hall:col-end-3',
  },
} as const;

export function IndexBoard({
  scale,
  layout,
  longest,
  target,
  order,
  children,
}: {
  readonly scale: Scale;
  readonly layout: keyof typeof LAYOUTS;
  readonly longest: number;
  /** The one that all have in common: a line through the board. */
  readonly target: number | null;
  /** What the rows are ordered by, where no rank beside them says it. */
  readonly order?: string;
  readonly children: ReactNode;
}) {
  const { size } = useStage();
  const { columns, cell, name } = LAYOUTS[layout];
  const board = (
    <AgencyRows columns={columns} longest={longest} isBoard>
      {size === 'hall' ? (
        <>
          <li
            aria-hidden={order === undefined ? 'true' : undefined}
            className={`row-start-1 flex flex-col justify-end ${name}`}
          >
            {order === undefined ? null : <p className="px-2 text-sm text-muted">{order}</p>}
            <NameWidth />
          </li>
          <li aria-hidden="true" className={`row-start-1 ${cell}`}>
            <BandNames scale={scale} />
          </li>
          <li aria-hidden="true" className={`absolute inset-0 -z-10 [grid-row:2/-2] ${cell}`}>
            <svg width="100%" height="100%" className="block overflow-visible">
              <IndexBands axis={scale} />
              {target === null ? null : <TargetLine axis={scale} target={target} />}
            </svg>
          </li>
          <li aria-hidden="true" className={`[grid-row:-2/-1] ${cell}`}>
            <Ticks scale={scale} />
          </li>
        </>
      ) : null}
      {children}
    </AgencyRows>
  );
  if (size === 'hall' || order === undefined) return board;
  return (
    <>
      <p className="text-sm text-muted">{order}</p>
      {board}
    </>
  );
}

/** A line of the board: its piece of the scale. */
export function BoardTrack({
  scale,
  target,
  common,
  moved = 0,
  ...figures
}: {
  readonly scale: Scale;
  readonly now: number;
  readonly before?: number | null;
  readonly ceiling?: number | null;
  readonly target: number | null;
  /** The target that stands as a line through the board already. */
  readonly common: number | null;
  /** Places that it has just won, or lost where negative. */
  readonly moved?: number;
}) {
  const { size } = useStage();
  const isHall = size === 'hall';
  const track = (
    <IndexTrack
      axis={scale}
      {...figures}
      target={isHall && target === common ? null : target}
      bands={isHall ? 'none' : 'own'}
      className="[&>circle]:transition-[cx] [&>circle]:duration-700 in-data-[motion=calm]:[&>circle]:transition-none motion-reduce:[&>circle]:transition-none order-last h-6 hall:order-none hall:h-full"
    />
  );
  if (!isHall || moved === 0) return track;
  return (
    <span className="relative block hall:h-full">
      {track}
      <Moved at={partOn(scale, figures.now)} places={moved} />
    </span>
  );
}

/** A letter of a name is about so wide, in widths of a figure; longer names than this take the room they need. */
const NAME_LETTER = 0.78;
const MOST_LETTERS = 26;

/** Holds the column of names as wide as the longest of them: a board does not move when a name comes up. */
function NameWidth() {
  const { longestName } = useStage().screen.picture;
  const letters = Math.ceil(Math.min(longestName, MOST_LETTERS) * NAME_LETTER);
  return <svg width={`${String(letters)}ch`} height="1" className="block font-semibold" />;
}

/** From here on there is more room to the left of a disc. */
const RIGHT = 85;

/** `▲ 2` beside the disc: how many places it has just moved. It stands in the board, so that no column gives way. */
function Moved({ at, places }: { readonly at: number; readonly places: number }) {
  const text = useWords().change;
  const format = useFormat();
  const count = format.number(Math.abs(places));
  const isLeft = at > RIGHT;
  return (
    <svg width="100%" height="100%" className="absolute inset-0 overflow-visible" role="img">
      <title>{places > 0 ? text.won({ count }) : text.lost({ count })}</title>
      <text
        x={`${String(at)}%`}
        dx={isLeft ? '-0.9em' : '0.9em'}
        y="50%"
        dy="0.36em"
        textAnchor={isLeft ? 'end' : 'start'}
        strokeWidth="0.3em"
        className={`stroke-canvas font-bold [paint-order:stroke] ${places > 0 ? 'fill-success' : 'fill-danger'}`}
      >
        {places > 0 ? '▲' : '▼'} {count}
      </text>
    </svg>
  );
}

/** The target that all rows have in common; null where there is none, or several. */
export function commonTarget(rows: readonly { readonly target: number | null }[]): number | null {
  const targets = new Set(rows.flatMap(({ target }) => target ?? []));
  return targets.size === 1 ? ([...targets][0] ?? null) : null;
}

/** Names above their bands, only on a wide screen, and only where all of them fit. */
function BandNames({ scale }: { readonly scale: Scale }) {
  const bands = bandsOn(scale);
  const tiers = bandTiers(bands);
  if (tiers === null) return null;
  const lines = Math.max(0, ...tiers) + 1;
  return (
    <svg
      width="100%"
      height={`${String(lines * 1.2 + 0.1)}em`}
      className="hidden overflow-visible text-sm font-semibold broad:block"
    >
      {bands.map(({ name, start, width }, place) => (
        <text
          key={name}
          data-apart
          x={`${String(start + width / 2)}%`}
          y={`${String((lines - (tiers[place] ?? 0)) * 1.2 - 0.3)}em`}
          textAnchor="middle"
          className="fill-muted"
        >
          {name}
        </text>
      ))}
    </svg>
  );
}

/** Where ticks of a narrow board do not touch. */
const LEAST = 17;

function Ticks({ scale }: { readonly scale: Scale }) {
  const format = useFormat();
  return (
    <svg width="100%" height="1.3em" className="block overflow-visible text-sm">
      {ticksOn(scale, LEAST).map((tick) => (
        <text
          key={tick}
          x={placeOn(scale, tick)}
          y="1em"
          textAnchor={tick === scale.bottom ? 'start' : tick === scale.top ? 'end' : 'middle'}
          className="fill-muted tabular-nums"
        >
          {tick === scale.bottom || tick === scale.top ? format.number(tick / 100) : format.figure(tick)}
        </text>
      ))}
    </svg>
  );
}

/** The predicates in words, where there is no room above the board. */
export function BandKey({ scale }: { readonly scale: Scale }) {
  const format = useFormat();
  return (
    <span className={bandTiers(bandsOn(scale)) === null ? undefined : 'hall:broad:hidden'}>
      {scale.bands.map(({ name, from }) => `${format.figure(from)} ${name}`).join(' · ')}
    </span>
  );
}

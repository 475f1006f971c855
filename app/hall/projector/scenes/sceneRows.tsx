/** Rows of agencies: one line each in the hall, one card each on a phone. */
import type { ReactNode } from 'react';
import { OwnSign } from './sceneFrame';
import { useMarkOf, useStage, useWords } from './stage';

/** Heights of rows and the size of their text: few rows are large. Written out, so that the style sheet holds them. */
const SLOTS = [
  { most: 5, className: 'hall:grid-rows-5 hall:text-base wide:hall:text-xl' },
  { most: 8, className: 'hall:grid-rows-8 hall:text-base wide:hall:text-lg' },
  { most: Infinity, className: 'hall:grid-rows-14 hall:text-base' },
] as const;

/** The same with a line of names above and one of ticks below. */
const BOARD_SLOTS = [
  {
    most: 5,
    className: 'hall:grid-rows-[auto_repeat(5,minmax(0,1fr))_auto] hall:text-base wide:hall:text-lg',
  },
  {
    most: 7,
    className: 'hall:grid-rows-[auto_repeat(7,minmax(0,1fr))_auto] hall:text-base wide:hall:text-lg',
  },
  {
    most: 10,
    className: 'hall:grid-rows-[auto_repeat(10,minmax(0,1fr))_auto] hall:text-base wide:hall:text-lg',
  },
  { most: Infinity, className: 'hall:grid-rows-[auto_repeat(14,minmax(0,1fr))_auto] hall:text-base' },
] as const;

/** `columns` says the hall's columns (`hall:grid-cols-[…]`); rows take them over, so that they stand in line. */
export function AgencyRows({
  columns,
  longest,
  isBoard = false,
  children,
}: {
  readonly columns: string;
  readonly longest: number;
  /** Something stands behind, above and below all rows: see `indexBoard.tsx`. */
  readonly isBoard?: boolean;
  readonly children: ReactNode;
}) {
  const slots = (isBoard ? BOARD_SLOTS : SLOTS).find(({ most }) => longest <= most)?.className ?? '';
  return (
    <ol
      data-board={isBoard ? '' : undefined}
      className={`space-y-2 hall:grid hall:min-h-0 hall:flex-1 hall:space-y-0 hall:gap-x-4 ${isBoard ? 'hall:relative hall:isolate' : ''} ${slots} ${columns}`}
    >
      {children}
    </ol>
  );
}

/** One agency. The one under discussion and the viewer's own stand out by a frame, not by colour alone. */
export function AgencyRow({
  agency,
  isBelowRule = false,
  holds = false,
  children,
}: {
  readonly agency: number;
  /** The first of those that are not complete: a rule sets them apart. */
  readonly isBelowRule?: boolean;
  /** The hall holds its breath before this name. */
  readonly holds?: boolean;
  readonly children: ReactNode;
}) {
  const mark = useMarkOf()(agency);
  const emphasis = mark.isFocused
    ? 'outline-4 -outline-offset-2 outline-accent hall:outline-[0.6vh] bg-surface'
    : mark.isOwn
      ? 'outline-2 -outline-offset-2 outline-brand bg-brand-soft'
      : 'bg-surface hall:bg-transparent';
  return (
    <li
      data-flip={mark.key}
      data-hold={holds ? '' : undefined}
      className={`flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border border-line p-3 hall:col-span-full hall:grid hall:min-h-0 hall:grid-cols-subgrid hall:grid-rows-[minmax(0,1fr)] hall:p-0 hall:px-2 ${isBelowRule ? 'hall:rounded-none hall:border-0 hall:border-t-2 hall:border-line-strong' : 'hall:border-0'} ${emphasis}`}
    >
      {children}
    </li>
  );
}

/** The short name, or a neutral bar where this viewer may not see it yet. */
export function AgencyName({
  agency,
  className = '',
}: {
  readonly agency: number;
  readonly className?: string;
}) {
  const mark = useMarkOf()(agency);
  const { size } = useStage();
  const text = useWords();
  return (
    <span
      data-name={mark.name === null ? undefined : mark.key}
      className={`inline-flex items-center gap-2 font-semibold hall:whitespace-nowrap ${className}`}
    >
      {mark.name ?? (
        <>
          <svg aria-hidden="true" width="6em" height="0.7em" className="shrink-0 fill-line-strong opacity-60">
            <rect width="100%" height="100%" rx="3" />
          </svg>
          <span className="sr-only">{text.hiddenName}</span>
        </>
      )}
      {mark.isOwn && size === 'phone' ? <OwnSign /> : null}
      {mark.isFocused ? <span className="sr-only">({text.focused})</span> : null}
    </span>
  );
}

/** Names after one another, cut where there are too many to read. */
export function AgencyNames({
  agencies,
  most,
}: {
  readonly agencies: readonly number[];
  readonly most: number;
}) {
  const markOf = useMarkOf();
  const text = useWords();
  const shown = agencies.slice(0, most);
  const rest = agencies.length - shown.length;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {shown.map((agency) => (
        <li
          key={markOf(agency).key}
          className={markOf(agency).isFocused ? 'rounded-md outline-2 outline-offset-2 outline-accent' : ''}
        >
          <AgencyName agency={agency} />
        </li>
      ))}
      {rest > 0 ? <li className="text-muted">{text.more({ count: String(rest) })}</li> : null}
    </ul>
  );
}

/** Many agencies as a few classes. Pure. */

interface CompletenessBand {
  /** Whole per cent. */
  readonly from: number;
  readonly to: number;
  readonly agencies: number;
}

const COMPLETENESS = [
  [100, 100],
  [75, 99],
  [50, 74],
  [25, 49],
  [1, 24],
  [0, 0],
] as const;

/** Per cent answered, rounded so that 100 means complete and 0 means not begun. */
function percentOf({ answered, total }: { readonly answered: number; readonly total: number }): number {
  if (answered === 0 || total === 0) return 0;
  return Math.max(1, Math.floor((answered / total) * 100));
}

export function completenessBands(
  rows: readonly { readonly answered: number; readonly total: number }[],
): readonly CompletenessBand[] {
  const percents = rows.map(percentOf);
  return COMPLETENESS.map(([from, to]) => ({
    from,
    to,
    agencies: percents.filter((percent) => percent >= from && percent <= to).length,
  }));
}

/** Classes of the change of an index, in hundredths. */
export interface ChangeBand {
  readonly kind: 'much' | 'range' | 'some' | 'same' | 'down' | 'isNew';
  /** The change lies above this … */
  readonly from: number;
  /** … and not above this. */
  readonly to: number;
  readonly agencies: number;
}

const CHANGES = [
  { kind: 'much', from: 100, to: Infinity },
  { kind: 'range', from: 50, to: 100 },
  { kind: 'range', from: 25, to: 50 },
  { kind: 'some', from: 0, to: 25 },
  { kind: 'same', from: -1, to: 0 },
  { kind: 'down', from: -Infinity, to: -1 },
] as const;

export function changeBands(
  rows: readonly { readonly before: number | null; readonly now: number }[],
): readonly ChangeBand[] {
  const changes = rows.flatMap(({ before, now }) => (before === null ? [] : [now - before]));
  const isNew = rows.length - changes.length;
  return [
    ...CHANGES.map((band) => ({
      ...band,
      agencies: changes.filter((change) => change > band.from && change <= band.to).length,
    })),
    ...(isNew > 0 ? [{ kind: 'isNew' as const, from: 0, to: 0, agencies: isNew }] : []),
  ];
}

/** How many agencies stand on each level of each column: level n is the figure's whole part. */
export function levelCounts(
  rows: readonly { readonly cells: readonly (number | null)[] }[],
  columns: number,
  levels: readonly number[],
): readonly { readonly level: number; readonly agencies: readonly number[] }[] {
  return levels.map((level) => ({
    level,
    agencies: Array.from(
      { length: columns },
      (_, column) =>
        rows.filter(({ cells }) => {
          const cell = cells[column] ?? null;
          return cell !== null && Math.floor(cell / 100) === level;
        }).length,
    ),
  }));
}

const STATES = ['approved', 'submitted', 'draft'] as const;

/** What became of the complete ones: together they are all of them. States that none is in are left out. */
export function completeByState(
  rows: readonly { readonly isComplete: boolean; readonly state: (typeof STATES)[number] }[],
): readonly { readonly state: (typeof STATES)[number]; readonly agencies: number }[] {
  return STATES.map((state) => ({
    state,
    agencies: rows.filter((row) => row.isComplete && row.state === state).length,
  })).filter(({ agencies }) => agencies > 0);
}

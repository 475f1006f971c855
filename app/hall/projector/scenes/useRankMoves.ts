/** By how many places rows of a ranking have moved lately, for a sign beside them. */
import { useEffect, useRef, useState } from 'react';

/** How long the sign stands. */
const SHOWN_MS = 8000;

export interface Ranked {
  readonly key: string;
  /** Null where the row has no rank. */
  readonly rank: number | null;
}

/** Places won (positive) or lost since `before`, by key. Who had no rank, or has none, has not moved. Pure. */
export function rankMoves(
  before: ReadonlyMap<string, number>,
  now: readonly Ranked[],
): ReadonlyMap<string, number> {
  return new Map(
    now.flatMap(({ key, rank }): [string, number][] => {
      const from = before.get(key);
      return rank === null || from === undefined || from === rank ? [] : [[key, from - rank]];
    }),
  );
}

const NONE: ReadonlyMap<string, number> = new Map();

/** @param rows of all pages: a row that moved to another page has moved too */
export function useRankMoves(rows: readonly Ranked[]): ReadonlyMap<string, number> {
  const known = useRef<ReadonlyMap<string, number> | null>(null);
  const [moves, setMoves] = useState(NONE);
  // Told apart by what they say: a screen is drawn anew every second.
  const said = JSON.stringify(rows.map(({ key, rank }) => [key, rank]));
  const current = useRef(rows);
  useEffect(() => {
    current.current = rows;
  });
  useEffect(() => {
    const before = known.current;
    known.current = new Map(current.current.flatMap(({ key, rank }) => (rank === null ? [] : [[key, rank]])));
    const fresh = before ? rankMoves(before, current.current) : NONE;
    if (fresh.size === 0) return undefined;
    setMoves(fresh);
    const timer = setTimeout(() => setMoves(NONE), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return moves;
}

/**
 * Counts as whole per cent that add up to 100: each is rounded down, and what is missing goes to those that lost most,
 * of equals to the first. All 0 where nothing was counted.
 */
export function shares(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const down = counts.map((count) => Math.floor((count * 100) / total));
  const missing = 100 - down.reduce((sum, share) => sum + share, 0);
  const lost = counts.map((count, place) => ({ place, lost: (count * 100) % total }));
  const raised = new Set(
    lost
      .sort((a, b) => b.lost - a.lost || a.place - b.place)
      .slice(0, missing)
      .map(({ place }) => place),
  );
  return down.map((share, place) => (raised.has(place) ? share + 1 : share));
}

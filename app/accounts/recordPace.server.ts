/** Keeps what anybody can do at any pace from filling the record, which nobody can empty. Kept in memory. */

/** Says for each key whether it was not asked about within the time. */
export function oncePer(ms: number, now: () => number): (key: string) => boolean {
  const atMost = atMostPer(1, ms, now);
  return (key) => atMost(key);
}

/** Says for each key whether it was asked about less often than so many times since its window began. */
export function atMostPer(most: number, ms: number, now: () => number): (key: string) => boolean {
  const windows = new Map<string, { readonly from: number; count: number }>();
  return (key) => {
    const known = windows.get(key);
    if (known !== undefined && now() - known.from < ms) {
      if (known.count >= most) return false;
      known.count += 1;
      return true;
    }
    for (const [old, { from }] of windows) if (now() - from >= ms) windows.delete(old);
    windows.set(key, { from: now(), count: 1 });
    return true;
  };
}

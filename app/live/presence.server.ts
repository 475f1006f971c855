/** Which agencies have a screen open right now. Kept in memory: after a restart every screen comes back and is counted again. */
export interface Presence {
  /** A screen of an agency opened its stream; gives the function to call when it is gone. */
  enter(rakerdaId: string, agencyCode: string): () => void;
  /** A screen that no stream reaches asked what is new: it counts as open for a while. */
  visit(rakerdaId: string, agencyCode: string, account: string): void;
  /** Agency code → open screens; agencies without any are left out. */
  of(rakerdaId: string): ReadonlyMap<string, number>;
  /**
   * Agency code → since when it has had a screen open, in milliseconds of the clock. A page that is loaded anew, or a
   * network that comes back within a minute, goes on from where it was.
   */
  since(rakerdaId: string): ReadonlyMap<string, number>;
  /**
   * Calls back with how many screens an agency has, at once and then at most every quarter of a second; gives the function
   * that ends it.
   */
  watch(rakerdaId: string, listener: (agencyCode: string, screens: number) => void): () => void;
}

/** A page that asks instead of listening does so every few seconds. */
const VISIT_MS = 15_000;
/** An agency that comes back within this time was not away. */
const BLINK_MS = 60_000;

/**
 * A hall that loses its network leaves all at once. Told screen by screen, a thousand that leave and a thousand that watch
 * would be a million messages, and nobody else would be answered meanwhile.
 */
const PAUSE_MS = 250;

/** @param now the clock, for tests */
export function createPresence(now: () => number = Date.now): Presence {
  const counts = new Map<string, Map<string, number>>();
  /** The latest stay of every agency, also of those who left. */
  const stays = new Map<string, Map<string, { from: number; leftAt: number | null }>>();
  const visits = new Map<string, { readonly leave: () => void; readonly end: NodeJS.Timeout }>();
  const watchers = new Map<string, Set<(agencyCode: string, screens: number) => void>>();

  /** Agencies that changed since the watchers of their Rakerda were told; there as long as the pause lasts. */
  const untold = new Map<string, Set<string>>();

  function tell(rakerdaId: string, agencyCode: string): void {
    const screens = counts.get(rakerdaId)?.get(agencyCode) ?? 0;
    for (const listener of watchers.get(rakerdaId) ?? []) listener(agencyCode, screens);
  }

  function tellSoon(rakerdaId: string, agencyCode: string): void {
    const waiting = untold.get(rakerdaId);
    if (waiting) {
      waiting.add(agencyCode);
      return;
    }
    rest(rakerdaId);
    tell(rakerdaId, agencyCode);
  }

  /** Afterwards what came meanwhile is told, each agency once. */
  function rest(rakerdaId: string): void {
    const waiting = new Set<string>();
    untold.set(rakerdaId, waiting);
    setTimeout(() => {
      if (waiting.size === 0) untold.delete(rakerdaId);
      else rest(rakerdaId);
      for (const agencyCode of waiting) tell(rakerdaId, agencyCode);
    }, PAUSE_MS).unref();
  }

  function keepStay(rakerdaId: string, agencyCode: string, screens: number): void {
    const here = stays.get(rakerdaId) ?? new Map<string, { from: number; leftAt: number | null }>();
    const stay = here.get(agencyCode);
    if (screens === 0) {
      if (stay) here.set(agencyCode, { from: stay.from, leftAt: now() });
    } else if (!stay || (stay.leftAt !== null && now() - stay.leftAt > BLINK_MS)) {
      here.set(agencyCode, { from: now(), leftAt: null });
    } else {
      here.set(agencyCode, { from: stay.from, leftAt: null });
    }
    stays.set(rakerdaId, here);
  }

  function add(rakerdaId: string, agencyCode: string, change: 1 | -1): void {
    const here = counts.get(rakerdaId) ?? new Map<string, number>();
    const screens = (here.get(agencyCode) ?? 0) + change;
    if (screens > 0) counts.set(rakerdaId, here.set(agencyCode, screens));
    else here.delete(agencyCode);
    if (here.size === 0) counts.delete(rakerdaId);
    keepStay(rakerdaId, agencyCode, screens);
    tellSoon(rakerdaId, agencyCode);
  }

  function enter(rakerdaId: string, agencyCode: string): () => void {
    add(rakerdaId, agencyCode, 1);
    let isHere = true;
    return () => {
      if (isHere) add(rakerdaId, agencyCode, -1);
      isHere = false;
    };
  }

  return {
    enter,
    visit(rakerdaId, agencyCode, account) {
      const who = JSON.stringify([rakerdaId, agencyCode, account]);
      const known = visits.get(who);
      if (known) clearTimeout(known.end);
      const leave = known?.leave ?? enter(rakerdaId, agencyCode);
      const end = setTimeout(() => {
        visits.delete(who);
        leave();
      }, VISIT_MS).unref();
      visits.set(who, { leave, end });
    },
    of: (rakerdaId) => new Map(counts.get(rakerdaId)),
    since: (rakerdaId) =>
      new Map(
        [...(stays.get(rakerdaId) ?? [])].flatMap(([code, stay]) =>
          stay.leftAt === null ? [[code, stay.from] as const] : [],
        ),
      ),
    watch(rakerdaId, listener) {
      const here = watchers.get(rakerdaId) ?? new Set();
      watchers.set(rakerdaId, here.add(listener));
      return () => {
        here.delete(listener);
        if (here.size === 0) watchers.delete(rakerdaId);
      };
    },
  };
}

/** How many streams may be open at once, and whose. The reasons for the numbers: docs/decisions/0067. */

export interface StreamOwner {
  /** The account, or the hall's screen whose link opened it. */
  readonly name: string;
  /** Used by many people at the same time: a demo account. */
  readonly isShared: boolean;
  readonly address: string;
}

/** Of one stream. */
export interface StreamPlace {
  /** Gives the place back; calling it again does nothing. */
  leave(): void;
  /** Says whom to call when something may have ended the owner's right to watch. */
  onLookAgain(listener: () => void): void;
}

export interface StreamPlaces {
  /** A place for one stream, or null where there is none: the page asks instead. */
  take(owner: StreamOwner): StreamPlace | null;
  /** Something happened that may have ended the owner's right to watch. */
  lookAgain(name: string): void;
}

export interface StreamBounds {
  readonly ofOwner: number;
  readonly ofShared: number;
  readonly ofAddress: number;
  readonly all: number;
}

interface Held {
  lookAgain: () => void;
}

export const STREAM_BOUNDS: StreamBounds = { ofOwner: 60, ofShared: 1200, ofAddress: 2000, all: 8000 };

export function createStreamPlaces(bounds: StreamBounds = STREAM_BOUNDS): StreamPlaces {
  const owners = new Map<string, Set<Held>>();
  const addresses = new Map<string, number>();
  let all = 0;

  return {
    take({ name, isShared, address }) {
      const open = owners.get(name) ?? new Set();
      const fromThere = addresses.get(address) ?? 0;
      if (open.size >= (isShared ? bounds.ofShared : bounds.ofOwner)) return null;
      if (fromThere >= bounds.ofAddress || all >= bounds.all) return null;
      const held: Held = { lookAgain: () => undefined };
      owners.set(name, open.add(held));
      addresses.set(address, fromThere + 1);
      all += 1;
      return {
        leave() {
          if (!open.delete(held)) return;
          if (open.size === 0) owners.delete(name);
          const left = (addresses.get(address) ?? 1) - 1;
          if (left === 0) addresses.delete(address);
          else addresses.set(address, left);
          all -= 1;
        },
        onLookAgain(listener) {
          held.lookAgain = listener;
        },
      };
    },
    lookAgain(name) {
      for (const held of [...(owners.get(name) ?? [])]) held.lookAgain();
    },
  };
}

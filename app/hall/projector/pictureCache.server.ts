/**
 * Keeps the newest picture of every screen in memory, so that a thousand phones that ask at once cost one look at the
 * database. A picture is used only as long as nothing happened since it was begun.
 */
export interface Kept {
  /** Newest event when the picture was begun. */
  readonly asOf: number;
}

interface Slot<Picture extends Kept> {
  kept: Picture | null;
  running: Promise<Picture> | null;
  /** Begins once `running` is done: whoever asks in the meantime may need something newer than that one saw. */
  next: Promise<Picture> | null;
}

/** A picture that depends on the hour (a date that passes) is drawn anew now and then. */
const MOST_AGE_MS = 60_000;
const MOST_SLOTS = 200;

export class PictureCache<Picture extends Kept> {
  private readonly slots = new Map<string, Slot<Picture> & { keptAt: number }>();

  /**
   * The picture of a key, at least as new as `asOf`.
   * @param asOf newest event at the moment of asking
   * @param build draws the picture as it is at the moment of the call
   */
  async get(key: string, asOf: number, build: () => Promise<Picture>): Promise<Picture> {
    const slot = this.slotOf(key);
    if (slot.kept && slot.kept.asOf >= asOf && Date.now() - slot.keptAt < MOST_AGE_MS) return slot.kept;
    if (slot.running === null) return this.run(slot, build);
    slot.next ??= slot.running.then(
      () => this.run(slot, build),
      () => this.run(slot, build),
    );
    return slot.next;
  }

  private async run(
    slot: Slot<Picture> & { keptAt: number },
    build: () => Promise<Picture>,
  ): Promise<Picture> {
    slot.next = null;
    const running = build();
    slot.running = running;
    try {
      const picture = await running;
      slot.kept = picture;
      slot.keptAt = Date.now();
      return picture;
    } finally {
      if (slot.running === running) slot.running = null;
    }
  }

  private slotOf(key: string): Slot<Picture> & { keptAt: number } {
    const known = this.slots.get(key);
    if (known) return known;
    // The oldest goes: keys come from links and languages, and must not fill the memory.
    const oldest = this.slots.size >= MOST_SLOTS ? this.slots.keys().next().value : undefined;
    if (oldest !== undefined) this.slots.delete(oldest);
    const slot = { kept: null, running: null, next: null, keptAt: 0 };
    this.slots.set(key, slot);
    return slot;
  }
}

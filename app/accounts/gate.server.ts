/**
 * Lets attempts at a secret – a password, a code – through to their check, slowly where many were wrong.
 *
 * Nobody is refused for what others did. An attempt belongs to lanes (its account at its address, its account, its
 * address …). A lane takes a number of wrong attempts at full speed; after that it lets one attempt through at a time
 * and rests after each that was wrong. A right attempt never makes a lane rest, and what was not checked is not counted.
 */

/** A kind of lane. */
export interface LaneRule {
  readonly name: string;
  /** Wrong attempts within the window before the lane becomes slow. */
  readonly budget: number;
  readonly windowMs: number;
  /** How long a slow lane rests after a wrong attempt: from so many wrong attempts on, so long. The first begins at the budget. */
  readonly rests: readonly { readonly from: number; readonly ms: number }[];
  /** Who has this as the narrowest lane goes before all others, until it is slow. */
  readonly goesFirst?: boolean;
}

export interface LaneKey {
  readonly rule: LaneRule;
  readonly key: string;
}

/** What a lane remembers, for keeping it over a restart. */
export interface LaneState {
  readonly failures: number;
  /** When the failures are forgotten, on the clock of the gate. */
  readonly until: number;
}

export type Outcome<Result> =
  | { readonly kind: 'right'; readonly value: Result; readonly forgave: boolean }
  | {
      readonly kind: 'wrong';
      /** Wrong attempts in the first, narrowest lane, this one included. */
      readonly failures: number;
      /** Whether one of the lanes is slow now. */
      readonly isSlow: boolean;
    }
  /** Waited in vain, was pushed out by better ones, or the person left: neither checked nor counted. */
  | { readonly kind: 'unchecked' };

export interface GateOptions {
  /** Most checks at the same time. */
  readonly atOnce: number;
  /** Most attempts that wait. Where more come, the one whose account and address look worst is let go unchecked. */
  readonly mostWaiting?: number;
  /** The longest an attempt waits for its check. */
  readonly longestWaitMs?: number;
  /** Milliseconds on a clock that nobody can set while the process runs. */
  readonly now?: () => number;
}

export interface Gate {
  /**
   * Checks when it is this attempt's turn.
   * @param lanes at least one, the narrowest first
   * @param check gives null where the attempt is wrong; what it throws counts as no attempt and is thrown on
   * @param gone aborts when nobody waits for the answer any more
   */
  pass<Result>(
    lanes: readonly [LaneKey, ...LaneKey[]],
    check: () => Promise<Result | null>,
    gone?: AbortSignal,
  ): Promise<Outcome<Result>>;
  /** Sets what a lane remembers from before a restart. */
  restore(lane: LaneKey, state: LaneState): void;
  /** What the lane remembers; null where that is nothing. */
  stateOf(lane: LaneKey): LaneState | null;
}

const MOST_WAITING = 1000;
/** A full hall on a slow laptop needs more than one minute for its passwords. */
const LONGEST_WAIT_MS = 120_000;
const SWEEP_MS = 60_000;

/** The time of day at the start of the process plus what has passed since: a clock that is set back changes nothing. */
export function steadyNow(): number {
  return performance.timeOrigin + performance.now();
}

interface Lane {
  readonly rule: LaneRule;
  failures: number;
  until: number;
  opensAt: number;
  running: number;
  /** Attempts that wait or run: the lane must stay the same object for all of them. */
  users: number;
}

interface Waiting {
  readonly lanes: readonly [Lane, ...Lane[]];
  readonly settle: (isTurn: boolean) => void;
}

/** A gate with empty lanes. */
export function createGate(options: GateOptions): Gate {
  const { atOnce, mostWaiting = MOST_WAITING, longestWaitMs = LONGEST_WAIT_MS, now = steadyNow } = options;
  const lanes = new Map<string, Lane>();
  const waiting = new Set<Waiting>();
  let running = 0;
  let timer: { readonly at: number; readonly handle: NodeJS.Timeout } | null = null;
  let sweptAt = now();

  const idOf = ({ rule, key }: LaneKey) => `${rule.name}:${key}`;

  function laneOf(key: LaneKey): Lane {
    const known = lanes.get(idOf(key));
    if (known) return known;
    const lane: Lane = { rule: key.rule, failures: 0, until: 0, opensAt: 0, running: 0, users: 0 };
    lanes.set(idOf(key), lane);
    return lane;
  }

  function failuresOf(lane: Lane): number {
    if (lane.failures > 0 && now() >= lane.until) lane.failures = 0;
    return lane.failures;
  }

  const isSlow = (lane: Lane) => failuresOf(lane) >= lane.rule.budget;

  /** At full speed no more at once than the budget has left: a hundred guesses at once get no further than one by one. */
  function hasRoom(lane: Lane): boolean {
    if (lane.running >= Math.max(1, lane.rule.budget - failuresOf(lane))) return false;
    return !isSlow(lane) || now() >= lane.opensAt;
  }

  /** Who waits and how good it looks, in order of arrival: few wrong attempts and few ahead in the narrowest lane. */
  function places(): readonly { readonly one: Waiting; readonly place: number }[] {
    const ahead = new Map<Lane, number>();
    return [...waiting].map((one) => {
      const [narrow] = one.lanes;
      const place = (ahead.get(narrow) ?? failuresOf(narrow)) + 1;
      ahead.set(narrow, place);
      return { one, place: narrow.rule.goesFirst && !isSlow(narrow) ? 0 : place };
    });
  }

  /** Lets through whoever has room, the best first. Called whenever a check ends or a lane opens. */
  function letThrough(): void {
    if (running >= atOnce || waiting.size === 0) return;
    for (const { one } of [...places()].sort((a, b) => a.place - b.place)) {
      if (running >= atOnce) return;
      if (one.lanes.every(hasRoom)) start(one);
      else lookAgain(one);
    }
  }

  function start(one: Waiting): void {
    running += 1;
    for (const lane of one.lanes) lane.running += 1;
    one.settle(true);
  }

  /** Wakes the gate when the first of the resting lanes opens. */
  function lookAgain({ lanes: own }: Waiting): void {
    for (const { opensAt } of own) {
      if (opensAt <= now() || (timer && timer.at <= opensAt)) continue;
      clearTimeout(timer?.handle);
      const wake = () => {
        timer = null;
        letThrough();
      };
      timer = { at: opensAt, handle: setTimeout(wake, Math.ceil(opensAt - now())).unref() };
    }
  }

  /** The one that looks worst, the latest of several. */
  function letWorstGo(): void {
    const worst = places().reduce((a, b) => (b.place >= a.place ? b : a));
    worst.one.settle(false);
  }

  function turn(own: Waiting['lanes'], gone: AbortSignal | undefined): Promise<boolean> {
    if (gone?.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      const leave = () => one.settle(false);
      const patience = setTimeout(leave, longestWaitMs).unref();
      const one: Waiting = {
        lanes: own,
        settle(isTurn) {
          waiting.delete(one);
          clearTimeout(patience);
          gone?.removeEventListener('abort', leave);
          resolve(isTurn);
        },
      };
      gone?.addEventListener('abort', leave);
      waiting.add(one);
      // Of those who waited already nobody has room now, or they would not wait any more.
      if (running < atOnce && own.every(hasRoom)) start(one);
      else {
        lookAgain(one);
        if (waiting.size > mostWaiting) letWorstGo();
      }
    });
  }

  function countFailure(lane: Lane): void {
    const failures = failuresOf(lane) + 1;
    if (failures === 1) lane.until = now() + lane.rule.windowMs;
    lane.failures = failures;
    const rest = lane.rule.rests.findLast(({ from }) => failures >= from);
    if (rest) lane.opensAt = now() + rest.ms;
  }

  function forgetUnused(): void {
    if (now() - sweptAt < SWEEP_MS) return;
    sweptAt = now();
    for (const [id, lane] of lanes) if (lane.users === 0 && failuresOf(lane) === 0) lanes.delete(id);
  }

  async function checkNow<Result>(
    own: Waiting['lanes'],
    check: () => Promise<Result | null>,
  ): Promise<Outcome<Result>> {
    try {
      const value = await check();
      const [narrow] = own;
      if (value === null) {
        own.forEach(countFailure);
        return { kind: 'wrong', failures: narrow.failures, isSlow: own.some(isSlow) };
      }
      const forgave = narrow.failures > 0;
      narrow.failures = 0;
      return { kind: 'right', value, forgave };
    } finally {
      running -= 1;
      for (const lane of own) lane.running -= 1;
      letThrough();
    }
  }

  return {
    async pass([first, ...others], check, gone) {
      forgetUnused();
      const own: Waiting['lanes'] = [laneOf(first), ...others.map(laneOf)];
      for (const lane of own) lane.users += 1;
      try {
        return (await turn(own, gone)) ? await checkNow(own, check) : { kind: 'unchecked' };
      } finally {
        for (const lane of own) lane.users -= 1;
      }
    },
    restore(key, { failures, until }) {
      // Further away than the window is long: the clock was set back between two runs.
      if (until > now() + key.rule.windowMs) return;
      const lane = laneOf(key);
      lane.failures = failures;
      lane.until = until;
    },
    stateOf(key) {
      const lane = lanes.get(idOf(key));
      return lane && failuresOf(lane) > 0 ? { failures: lane.failures, until: lane.until } : null;
    },
  };
}

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createGate, type Gate, type GateOptions, type LaneKey, type LaneRule } from './gate.server';

const NARROW: LaneRule = { name: 'narrow', budget: 3, windowMs: 60_000, rests: [{ from: 3, ms: 1000 }] };
const WIDE: LaneRule = {
  name: 'wide',
  budget: 10,
  windowMs: 60_000,
  rests: [
    { from: 10, ms: 2000 },
    { from: 12, ms: 4000 },
  ],
};
const KNOWN: LaneRule = { ...NARROW, name: 'known', goesFirst: true };

type Lanes = [LaneKey, ...LaneKey[]];
const of = (key: string): Lanes => [
  { rule: NARROW, key },
  { rule: WIDE, key: 'all' },
];

describe('the gate before passwords and codes', () => {
  let gate: Gate;
  /** What was checked, in order. */
  let checked: string[];
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] });
    open();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function open(options: Partial<GateOptions> = {}): void {
    gate = createGate({ atOnce: 4, now: () => performance.now(), ...options });
    checked = [];
  }

  const attempt = (lanes: Lanes, name: string, isRight: boolean, gone?: AbortSignal) =>
    gate
      .pass(
        lanes,
        () => {
          checked.push(name);
          return Promise.resolve(isRight ? name : null);
        },
        gone,
      )
      .then((outcome) => outcome.kind);
  const wrong = (key: string, name = key) => attempt(of(key), name, false);
  const right = (key: string, name = key) => attempt(of(key), name, true);
  const times = <T>(count: number, one: (index: number) => T) =>
    Array.from({ length: count }, (_, i) => one(i));
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  test('right attempts pass at once, however many, and are not counted', async () => {
    expect(await Promise.all(times(200, () => right('hall')))).toEqual(times(200, () => 'right'));
    expect(gate.stateOf({ rule: NARROW, key: 'hall' })).toBeNull();
  });

  test('wrong attempts pass at once up to the budget, then one by one with a rest after each', async () => {
    const attempts = Promise.all(times(8, () => wrong('a')));
    await pass(0);
    expect(checked).toHaveLength(3);
    await pass(999);
    expect(checked).toHaveLength(3);
    await pass(1);
    expect(checked).toHaveLength(4);
    await pass(4000);
    expect(await attempts).toEqual(times(8, () => 'wrong'));
  });

  test('a right attempt waits for the rest of a slow lane, and makes it fast again', async () => {
    await Promise.all(times(3, () => wrong('a')));
    const late = right('a');
    await pass(900);
    expect(checked).toHaveLength(3);
    await pass(100);
    expect(await late).toBe('right');
    expect(await Promise.all(times(3, () => wrong('a')))).toEqual(['wrong', 'wrong', 'wrong']);
  });

  test('a slow lane of many holds up nobody who is right for longer than the rests before them', async () => {
    await Promise.all(times(10, (index) => wrong(`someone ${String(index)}`)));
    const rightOnes = Promise.all(times(50, (index) => right(`person ${String(index)}`)));
    await pass(2000);
    expect(await rightOnes).toEqual(times(50, () => 'right'));
  });

  test('who has failed less goes first, and a crowd in one lane does not stand before others', async () => {
    await Promise.all(times(10, (index) => wrong(index < 3 ? 'guesser' : `someone ${String(index)}`)));
    const crowd = times(20, (index) => wrong('guesser', `guess ${String(index)}`));
    const owner = right('owner');
    checked = [];
    await pass(2000);
    expect(checked[0]).toBe('owner');
    expect(await owner).toBe('right');
    await pass(60_000);
    await Promise.all(crowd);
  });

  test('who is known goes before everybody, and is held up by no lane of others', async () => {
    open({ atOnce: 1 });
    const crowd = times(5, (index) => right(`person ${String(index)}`));
    const known = attempt([{ rule: KNOWN, key: 'known' }], 'known', true);
    await pass(0);
    expect(checked.indexOf('known')).toBe(1);
    await Promise.all([...crowd, known]);
  });

  test('what waits is not counted, however much of it there is', async () => {
    await Promise.all(times(3, () => wrong('a')));
    const leave = new AbortController();
    const flood = times(500, () => attempt(of('a'), 'flood', false, leave.signal));
    leave.abort();
    expect(new Set(await Promise.all(flood))).toEqual(new Set(['unchecked']));
    expect(gate.stateOf({ rule: NARROW, key: 'a' })).toMatchObject({ failures: 3 });
    const owner = right('a');
    await pass(1000);
    expect(await owner).toBe('right');
  });

  test('waiting has an end, and so has the number that waits: the worst is let go first', async () => {
    open({ mostWaiting: 10, longestWaitMs: 5500 });
    await Promise.all(times(3, () => wrong('a')));
    const flood = times(30, () => wrong('a'));
    const other = right('b');
    expect(await other).toBe('right');
    await pass(5500);
    const outcomes = await Promise.all(flood);
    expect(outcomes.filter((kind) => kind === 'wrong')).toHaveLength(5);
    expect(outcomes.filter((kind) => kind === 'unchecked')).toHaveLength(25);
  });

  test('longer rests follow on more failures', async () => {
    await Promise.all(times(12, (index) => wrong(`someone ${String(index)}`)).slice(0, 10));
    await pass(4000);
    expect(checked).toHaveLength(12);
    const next = right('next');
    await pass(3999);
    expect(checked).toHaveLength(12);
    await pass(1);
    expect(await next).toBe('right');
  });

  test('failures are forgotten with their window, and a later failure does not prolong it', async () => {
    await wrong('a');
    await pass(59_000);
    await wrong('a');
    expect(gate.stateOf({ rule: NARROW, key: 'a' })).toMatchObject({ failures: 2 });
    await pass(1000);
    expect(gate.stateOf({ rule: NARROW, key: 'a' })).toBeNull();
  });

  test('a clock that is set back or forward changes nothing', async () => {
    await Promise.all(times(3, () => wrong('a')));
    vi.setSystemTime(Date.now() - 365 * 86_400_000);
    const early = right('a');
    await pass(1000);
    expect(await early).toBe('right');
    await Promise.all(times(3, () => wrong('a')));
    vi.setSystemTime(Date.now() + 2 * 365 * 86_400_000);
    const guess = wrong('a', 'guess');
    await pass(999);
    expect(checked).not.toContain('guess');
    await pass(1);
    await guess;
  });

  test('what was kept before a restart holds, except what lies further ahead than a window is long', async () => {
    const [lane] = of('a');
    gate.restore(lane, { failures: 3, until: performance.now() + 60_000 });
    expect(gate.stateOf(lane)).toMatchObject({ failures: 3 });
    const [other] = of('b');
    gate.restore(other, { failures: 3, until: performance.now() + 60_001 });
    expect(gate.stateOf(other)).toBeNull();
    const [gone] = of('c');
    gate.restore(gone, { failures: 3, until: performance.now() - 1 });
    expect(gate.stateOf(gone)).toBeNull();
    await right('b');
  });

  test('a check that breaks is no attempt, and gives its place back', async () => {
    open({ atOnce: 1 });
    const broken = gate.pass(of('a'), () => Promise.reject(new Error('the disk is gone')));
    await expect(broken).rejects.toThrow('the disk is gone');
    expect(gate.stateOf({ rule: NARROW, key: 'a' })).toBeNull();
    expect(await right('a')).toBe('right');
  });
});

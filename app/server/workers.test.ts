import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { CAME, OPENED } from '#tests/house/gate';
import type { Asker, Job, Workers } from '~/work';
import { openWorkers, type WorkLimits } from './workers';

const GATE_THREAD = fileURLToPath(new URL('../../tests/house/gateThread.js', import.meta.url));
const job = (name: string): Job<Int32Array, string> => ({
  name,
  output: z.string(),
  work: () => Promise.reject(new Error('never in this thread')),
});
const waiting = job('wait');

function person(id: string): Asker & { leave(): void } {
  const here = new AbortController();
  return { actor: { id }, gone: here.signal, leave: () => here.abort() };
}

function gate() {
  const places = new Int32Array(new SharedArrayBuffer(8));
  return {
    places,
    open() {
      Atomics.store(places, OPENED, 1);
      Atomics.notify(places, OPENED);
    },
    came: () => Atomics.load(places, CAME),
    arrival: () => vi.waitFor(() => expect(Atomics.load(places, CAME)).toBe(1), { timeout: 30_000 }),
  };
}

let workers: Workers;

function start(limits: Partial<WorkLimits> = {}): Workers {
  const usual: WorkLimits = { threads: 2, ready: 0, open: 10, openOfOne: 10, patienceMs: 60_000 };
  workers = openWorkers(() => undefined, { ...usual, ...limits }, GATE_THREAD);
  return workers;
}

afterEach(() => workers.close());

describe('heavy work', () => {
  it('finds a thread that stands ready before anybody asks', async () => {
    const begun = new BroadcastChannel('a thread of the tests');
    const threads: unknown[] = [];
    begun.onmessage = ({ data }) => threads.push(data);
    try {
      start({ ready: 1 });
      await vi.waitFor(() => expect(threads).toEqual(['begun']), { timeout: 30_000 });
    } finally {
      begun.close();
    }
  });

  it('runs beside this thread, which goes on and opens the gate', async () => {
    const pool = start();
    const one = gate();
    const done = pool.run(waiting, one.places, person('a'));
    await one.arrival();
    one.open();
    expect(await done).toBe('wait');
  });

  it('is done for one person one piece after the other, and for others meanwhile', async () => {
    const pool = start();
    const [first, second, other] = [gate(), gate(), gate()];
    const ada = person('a');
    const done = [pool.run(waiting, first.places, ada), pool.run(waiting, second.places, ada)];
    done.push(pool.run(waiting, other.places, person('b')));
    await first.arrival();
    await other.arrival();
    other.open();
    await done[2];
    // A thread is free, and yet the second piece has not begun.
    expect(second.came()).toBe(0);
    first.open();
    await second.arrival();
    second.open();
    await Promise.all(done);
  });

  it('that fails says why, and the next piece of the same person is done', async () => {
    const pool = start();
    const one = gate();
    one.open();
    await expect(pool.run(job('fail'), one.places, person('a'))).rejects.toThrow('it did not work');
    expect(await pool.run(waiting, one.places, person('a'))).toBe('wait');
  });

  it('is refused where too many wait, of one person or of all', async () => {
    const pool = start({ open: 3, openOfOne: 2 });
    const one = gate();
    const ada = person('a');
    const done = [pool.run(waiting, one.places, ada), pool.run(waiting, one.places, ada)];
    await expect(pool.run(waiting, one.places, ada)).rejects.toMatchObject({
      name: 'WorkRefused',
      why: 'full',
    });
    done.push(pool.run(waiting, one.places, person('b')));
    await expect(pool.run(waiting, one.places, person('c'))).rejects.toMatchObject({ why: 'full' });
    one.open();
    await Promise.all(done);
    expect(await pool.run(waiting, one.places, person('c'))).toBe('wait');
  });

  it('ends with the one who asked, whether it has begun or not, and the thread is free again', async () => {
    const pool = start({ threads: 1 });
    const [stuck, behind, next] = [gate(), gate(), gate()];
    const [ada, ben] = [person('a'), person('b')];
    const left = [pool.run(waiting, stuck.places, ada), pool.run(waiting, behind.places, ben)];
    const refused = left.map((one) => expect(one).rejects.toMatchObject({ why: 'gone' }));
    await stuck.arrival();
    ben.leave();
    ada.leave();
    await Promise.all(refused);
    next.open();
    expect(await pool.run(waiting, next.places, ada).catch((error: unknown) => error)).toMatchObject({
      why: 'gone',
    });
    expect(await pool.run(waiting, next.places, person('c'))).toBe('wait');
    expect(behind.came()).toBe(0);
  });

  it('that never ends is given up', async () => {
    const pool = start({ patienceMs: 50 });
    await expect(pool.run(waiting, gate().places, person('a'))).rejects.toMatchObject({ why: 'slow' });
  });
});

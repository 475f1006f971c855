/**
 * A thread that says that it has begun, and whose work waits at a gate (`gate.ts`): it says that it has come, and goes on
 * when the test opens it.
 */
import { BroadcastChannel } from 'node:worker_threads';

const CAME = 0;
const OPENED = 1;

const told = new BroadcastChannel('a thread of the tests');
told.postMessage('begun');
told.close();

export default function ({ name, input }) {
  Atomics.add(input, CAME, 1);
  if (name === 'fail') throw new Error('it did not work');
  Atomics.wait(input, OPENED, 0);
  return name;
}

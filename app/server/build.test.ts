import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeInTurn } from './build';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rakerda-build-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('what several need at once is made by one of them, and the others wait for it', async () => {
  let isMade = false;
  let making = 0;
  let most = 0;
  let times = 0;
  const make = async () => {
    times += 1;
    making += 1;
    most = Math.max(most, making);
    await new Promise((resolve) => setImmediate(resolve));
    isMade = true;
    making -= 1;
  };
  const wants = () => makeInTurn(join(folder, 'pages'), () => !isMade, make);
  await Promise.all([wants(), wants(), wants()]);
  expect([isMade, times, most]).toEqual([true, 1, 1]);
  await wants();
  expect(times).toBe(1);
});

it('what fails is told, and the next may try', async () => {
  let isMade = false;
  const fails = () => Promise.reject(new Error('no room'));
  await expect(makeInTurn(join(folder, 'pages'), () => !isMade, fails)).rejects.toThrow('no room');
  const works = () => {
    isMade = true;
    return Promise.resolve();
  };
  await makeInTurn(join(folder, 'pages'), () => !isMade, works);
  expect(isMade).toBe(true);
});

/** The files for an operator's server start what `npm start` starts, and end as it ends. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { ROOT } from '../product';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const { scripts } = z
  .object({ scripts: z.object({ start: z.string(), build: z.string() }) })
  .parse(JSON.parse(read('package.json')));

/** Settings of a unit file, the last one of a name. */
const settings = (unit: string) =>
  new Map([...unit.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));

it('the unit starts what npm start starts, anew after any end, and does not cut a stop short', () => {
  const unit = settings(read('docs/deploy/rakerda.service'));
  expect(unit.get('ExecStart')).toBe(`/usr/bin/${scripts.start}`);
  expect(unit.get('Restart')).toBe('always');
  expect(Number(unit.get('TimeoutStopSec'))).toBeGreaterThanOrEqual(10);
  // Where the unit lets the server write is where its environment puts the database.
  const environment = settings(read('docs/deploy/rakerda.env'));
  expect(environment.get('DATABASE_URL')).toContain(`/var/lib/${unit.get('StateDirectory') ?? '?'}/`);
});

it('the container installs what the lock says, builds, and starts the same without anything in between', () => {
  const steps = read('docs/deploy/Containerfile');
  expect(steps).toContain('RUN npm ci');
  expect(steps).toContain('npm run build');
  const command = z.array(z.string()).parse(JSON.parse(/^CMD (\[.*\])$/m.exec(steps)?.[1] ?? '[]'));
  expect(command.join(' ')).toBe(scripts.start);
  const [, folder = '?'] = /DATABASE_URL=file:(\S+)\/rakerda\.sqlite/.exec(steps) ?? [];
  expect(steps).toContain(`VOLUME ${folder}`);
});

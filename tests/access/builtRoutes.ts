/** The routes of the built server: what exists, not what somebody remembered. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../product';

const schema = z.array(
  z.object({
    id: z.string(),
    path: z.string().optional(),
    loader: z.boolean(),
    action: z.boolean(),
    screen: z.boolean(),
  }),
);
export type BuiltRoute = z.output<typeof schema>[number];

const PRINT = `
  const { routes } = await import(process.argv[1]);
  const list = Object.values(routes).map(({ id, path, module }) => ({
    id, path, loader: 'loader' in module, action: 'action' in module, screen: 'default' in module,
  }));
  process.stdout.write(JSON.stringify(list));
`;

/** Reads them in a process of its own: the build is the server's, not the test runner's. */
export function readBuiltRoutes(): readonly BuiltRoute[] {
  const file = new URL(`file://${join(ROOT, 'build/server/index.js')}`).href;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', PRINT, file], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return schema.parse(JSON.parse(printed));
}

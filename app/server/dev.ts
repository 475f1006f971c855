/** `npm run dev`: the same server with Vite in front, which rebuilds what changes. */
import type { ServerBuild } from '@remix-run/node';
import { createServer } from 'vite';
import { createApp } from './app';
import { readConfig } from './config';
import { openDoor } from './door';
import { explaining } from './problem';
import { run } from './run';
import { openServices } from './services';

await explaining(async () => {
  const config = readConfig(process.env, process.argv.slice(2));
  const door = await openDoor(config);
  const running = await openServices(config);
  const vite = await createServer({ server: { middlewareMode: true, hmr: { port: config.port + 10_000 } } });
  const app = createApp({
    services: running.services,
    build: async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild,
    devMiddleware: vite.middlewares,
    mode: 'development',
  });
  run(door, app, running, () => vite.close());
});

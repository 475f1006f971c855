/** Settings → port → build and pack where needed → database → seed → serve → stop cleanly on a signal. */
import type { ServerBuild } from '@remix-run/node';
import { createApp } from './app';
import { packAssets } from './assets';
import { buildIfNeeded } from './build';
import { readConfig } from './config';
import { openDoor } from './door';
import { explaining } from './problem';
import { run } from './run';
import { openServices } from './services';

/** Starts the server as the environment and the command line say; ends the process where it cannot be. */
export function serve(): Promise<void> {
  return explaining(async () => {
    const config = readConfig(process.env, process.argv.slice(2));
    // Before anything is made: a second start by mistake must leave no trace, and show no password that is not used.
    const door = await openDoor(config);
    const serverBuild = await buildIfNeeded();
    await packAssets();
    const build = (await import(serverBuild)) as ServerBuild;
    const running = await openServices(config);
    run(door, createApp({ services: running.services, build, mode: 'production' }), running);
  });
}

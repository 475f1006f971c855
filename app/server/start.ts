/** `npm start`: settings → build and pack where needed → database → seed → serve → stop cleanly on a signal. */
import process from 'node:process';
import type { ServerBuild } from '@remix-run/node';
import { createApp } from './app';
import { packAssets } from './assets';
import { buildIfNeeded } from './build';
import { readConfig } from './config';
import { listen } from './listen';
import { openServices } from './services';

process.env.NODE_ENV = 'production';

const config = readConfig(process.env, process.argv.slice(2));
const serverBuild = buildIfNeeded();
await packAssets();
const running = await openServices(config);
const build = (await import(serverBuild)) as ServerBuild;
const app = createApp({ services: running.services, build, mode: 'production' });
await listen(app, running);

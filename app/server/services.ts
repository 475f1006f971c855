/** Opens everything a running server needs, in the one order that works. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import pino from 'pino';
import {
  appliedMigrations,
  databaseFile,
  findDamage,
  holdAlone,
  migrate,
  type OpenDatabase,
  openDatabase,
} from '#db/database';
import { seed, type SeedOutcome } from '#seeds/index';
import { openSignInLimits } from '~/accounts/limits.server';
import { findWeakness } from '~/accounts/passwordStrength.server';
import { createPresence } from '~/live/presence.server';
import { createStreamPlaces } from '~/live/streamPlaces.server';
import { openInstrumentLibrary } from '~/rakerda/instrumentLibrary.server';
import { startFeed } from '~/record/feed.server';
import { forgetDaily } from '~/record/forget.server';
import { backUpRegularly } from './backup/schedule';
import type { Config } from './config';
import type { Services } from './context';
import { databaseProblem, explainingDatabase } from './databaseProblem';
import { Problem } from './problem';
import { keyFileOf, openSecret } from './secret';
import { openWorkers } from './workers';

export interface RunningServices {
  readonly services: Services;
  readonly seeded: SeedOutcome;
  close(): Promise<void>;
}

/** Databases from this migration on have cards, and so a key. */
const FIRST_WITH_KEY = '0002_hall';

/** @throws Problem where the database or the secret cannot be had */
export function openServices(config: Config): Promise<RunningServices> {
  return explainingDatabase(config.databaseUrl, () => open(config));
}

async function open(config: Config): Promise<RunningServices> {
  const log = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  await refuseWeakPassword(config);
  const { letGo, opened } = openAlone(config.databaseUrl);
  const used = await appliedMigrations(opened.db);
  const secret = openSecret(config, {
    mayMake: config.newKey || !used.includes(FIRST_WITH_KEY),
    onMade: (file) =>
      log.info(
        { file },
        'made the secret that access codes and screen links follow from; keep it with the database',
      ),
  });
  const applied = await migrate(opened.db);
  if (applied.length > 0) log.info({ applied }, 'schema brought up to date');
  const seeded = await seed(opened.db, config);
  const feed = await startFeed(opened.db, (error) => log.error({ err: error }, 'event feed failed'));
  const stopForgetting = forgetDaily(opened.db, (error) =>
    log.error({ err: error }, 'forgetting old changes failed'),
  );
  const stopBackups = backUpRegularly(config, log);
  const services: Services = {
    config,
    db: opened.db,
    sqlite: opened.sqlite,
    feed,
    presence: createPresence(),
    streams: createStreamPlaces(),
    secret,
    instruments: await openInstrumentLibrary(opened.db),
    limits: await openSignInLimits(opened.db),
    workers: openWorkers((error) => log.error({ err: error }, 'a thread for heavy work failed')),
    log,
  };
  return {
    services,
    seeded,
    async close() {
      feed.close();
      await Promise.all([stopForgetting(), stopBackups()]);
      await services.workers.close();
      await opened.close();
      letGo();
    },
  };
}

/** Before anything is made: only the first start takes the administrator's password from the settings. */
async function refuseWeakPassword({ adminPassword, databaseUrl }: Config): Promise<void> {
  const file = databaseFile(databaseUrl);
  if (adminPassword === undefined || (file !== null && existsSync(file))) return;
  if ((await findWeakness({ password: adminPassword, own: ['admin'] })) === null) return;
  throw new Problem(
    [
      'ADMIN_PASSWORD mudah ditebak. Pakai empat kata atau lebih yang tidak berhubungan, atau kosongkan: server membuatkan yang acak.',
      'ADMIN_PASSWORD is easy to guess. Use four or more unrelated words, or leave it empty: the server makes a random one.',
    ].join('\n'),
  );
}

/** The database, whole, and of this server alone. */
function openAlone(databaseUrl: string): { readonly letGo: () => void; readonly opened: OpenDatabase } {
  const file = databaseFile(databaseUrl);
  if (file === null) return { letGo: () => undefined, opened: openDatabase(databaseUrl) };
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isDirectory()) throw databaseProblem(file, 'closed', 'DATABASE_URL is a folder');
  const key = keyFileOf(databaseUrl);
  // SQLite takes an empty file for a new database: what was cut to nothing would be filled anew over its remains.
  if (stat?.size === 0 && key !== null && existsSync(key)) throw databaseProblem(file, 'damaged', '0 bytes');
  mkdirSync(dirname(file), { recursive: true });
  const letGo = holdAlone(file);
  const opened = openDatabase(databaseUrl);
  const damage = findDamage(opened.sqlite);
  if (damage !== null) throw databaseProblem(file, 'damaged', damage);
  return { letGo, opened };
}

/** Opens everything a running server needs, in the one order that works. */
import pino from 'pino';
import { migrate, type OpenDatabase, openDatabase } from '#db/database';
import { seed, type SeedOutcome } from '#seeds/index';
import { openSignInLimits } from '~/accounts/limits.server';
import { createPresence } from '~/live/presence.server';
import { openInstrumentLibrary } from '~/rakerda/instrumentLibrary.server';
import { startFeed } from '~/record/feed.server';
import { forgetDaily } from '~/record/forget.server';
import type { Config } from './config';
import type { Services } from './context';
import { Problem } from './problem';
import { openSecret } from './secret';
import { openWorkers } from './workers';

export interface RunningServices {
  readonly services: Services;
  readonly seeded: SeedOutcome;
  close(): Promise<void>;
}

/** @throws Problem where the database or the secret cannot be had */
export async function openServices(config: Config): Promise<RunningServices> {
  const log = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const opened = openOrExplain(config.databaseUrl);
  const secret = openSecret(config, (file) =>
    log.info(
      { file },
      'made the secret that access codes and screen links follow from; keep it with the database',
    ),
  );
  const applied = await migrate(opened.db);
  if (applied.length > 0) log.info({ applied }, 'schema brought up to date');
  const seeded = await seed(opened.db, config);
  const feed = await startFeed(opened.db, (error) => log.error({ err: error }, 'event feed failed'));
  const stopForgetting = forgetDaily(opened.db, (error) =>
    log.error({ err: error }, 'forgetting old changes failed'),
  );
  const services: Services = {
    config,
    db: opened.db,
    sqlite: opened.sqlite,
    feed,
    presence: createPresence(),
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
      await stopForgetting();
      await services.workers.close();
      await opened.close();
    },
  };
}

/** A path that leads nowhere, a folder without rights, a file that is no database: said with the path. */
function openOrExplain(databaseUrl: string): OpenDatabase {
  try {
    return openDatabase(databaseUrl);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Problem(
      [
        `Basis data DATABASE_URL=${databaseUrl} tidak dapat dibuka: ${why}`,
        `The database DATABASE_URL=${databaseUrl} cannot be opened: ${why}`,
      ].join('\n'),
    );
  }
}

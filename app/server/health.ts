/** `GET /healthz`: whether people could save now, not only whether something answers. */
import type { RequestHandler } from 'express';
import { troubleOf } from '#db/database';
import { commitAlone } from '#db/together';
import type { Services } from './context';

/** Anybody may ask, and asking writes: so often, and no more. */
const HOLDS_MS = 1000;

/** No hash of a browser; nobody but the transaction that puts it ever sees it. */
const NOBODY = 'health';

/** What stands in the body where the database is the matter. */
const WORDS = {
  foreign: 'database damaged',
  damaged: 'database damaged',
  busy: 'database locked by another program',
  readOnly: 'database read-only',
  full: 'disk full',
  device: 'disk cannot be written',
  closed: 'database unavailable',
} satisfies Record<NonNullable<ReturnType<typeof troubleOf>>, string>;

/** 200 `ok`, or 503 and what is the matter. */
export function health({ db, log }: Pick<Services, 'db' | 'log'>): RequestHandler {
  let answer: Promise<string | null> = Promise.resolve(null);
  let askedAt = -Infinity;

  /** Null where all is well. Puts a row and takes it away: a full disk refuses that as it would any other change. */
  async function complaint(): Promise<string | null> {
    try {
      await commitAlone(db, async (trx) => {
        await trx.insertInto('known_browser').values({ hash: NOBODY, until: 0 }).execute();
        await trx.deleteFrom('known_browser').where('hash', '=', NOBODY).execute();
      });
      return null;
    } catch (error) {
      log.error({ err: error }, 'health check failed');
      const trouble = troubleOf(error);
      return trouble === null ? 'database unavailable' : WORDS[trouble];
    }
  }

  return (_request, response, next) => {
    const now = performance.now();
    if (now - askedAt > HOLDS_MS) {
      askedAt = now;
      answer = complaint();
    }
    answer.then((words) => {
      response
        .status(words === null ? 200 : 503)
        .type('text')
        .send(words ?? 'ok');
    }, next);
  };
}

/** What every loader and action is handed: the services of the process and the facts of the request. */
import type { Sqlite } from '#db/handle';
import type { Logger } from 'pino';
import type { Db } from '#db/database';
import type { SignInLimits } from '~/accounts/limits.server';
import type { Presence } from '~/live/presence.server';
import type { StreamPlaces } from '~/live/streamPlaces.server';
import type { Outgoing } from '~/live/liveStream.server';
import type { InstrumentLibrary } from '~/rakerda/instrumentLibrary.server';
import type { EventFeed } from '~/record/feed.server';
import type { Workers } from '~/work';
import type { TakenBody } from './bodies';
import type { Config } from './config';
import type { Secret } from './secret';

export interface Services {
  readonly config: Config;
  readonly db: Db;
  readonly sqlite: Sqlite;
  readonly feed: EventFeed;
  readonly presence: Presence;
  readonly streams: StreamPlaces;
  readonly secret: Secret;
  readonly instruments: InstrumentLibrary;
  readonly limits: SignInLimits;
  readonly workers: Workers;
  readonly log: Logger;
}

export interface RequestFacts {
  /** For Content-Security-Policy: the only inline scripts that may run carry it. */
  readonly nonce: string;
  readonly requestId: string;
  /** Which build of the product answers: no page may show what another one gave. */
  readonly release: string;
  readonly clientAddress: string;
  readonly secure: boolean;
  /** What the request carried; an action finds it in its `request` as usual. */
  readonly body: TakenBody;
  /** Lets a stream see whether its reader keeps up: Remix's Express adapter writes without waiting. */
  readonly outgoing: Outgoing;
  /**
   * Aborts when the connection closes or the answer is complete. For whatever outlives the handler: the signal of the
   * `Request` itself falls silent once the garbage collector has taken one of the copies that Remix made of it.
   */
  readonly gone: AbortSignal;
}

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext extends Services, RequestFacts {}
}

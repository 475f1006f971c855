/** Reads the one row that says what the hall sees. */
import { z } from 'zod';
import type { Db } from '#db/database';
import { isFilled } from '#db/portable';
import { isSceneName, type ProjectorState, sceneOptionsSchema } from './projectorState';

const codes = z.array(z.string());

export interface OpenProjector {
  readonly state: ProjectorState;
  readonly linkIssue: number;
}

export interface StoredProjector extends OpenProjector {
  /** What the database knows the link by. */
  readonly linkHash: string;
}

/** The link that a screen begins with. */
export const FIRST_LINK = 1;

/** The state of a Rakerda's screen; null where the remote was never used. */
export async function findProjector(db: Db, rakerdaId: string): Promise<StoredProjector | null> {
  const row = await db
    .selectFrom('projector')
    .select([
      'scene',
      'options',
      'names_hidden',
      'revealed',
      'is_blank',
      'link_issue',
      'link_hash',
      'version',
    ])
    .select((eb) => isFilled(eb.ref('frozen')).as('is_frozen'))
    .where('rakerda_id', '=', rakerdaId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    linkIssue: row.link_issue,
    linkHash: row.link_hash,
    state: {
      scene: isSceneName(row.scene) ? row.scene : 'welcome',
      options: sceneOptionsSchema.parse(JSON.parse(row.options)),
      namesHidden: row.names_hidden === 1,
      revealed: codes.parse(JSON.parse(row.revealed)),
      isBlank: row.is_blank === 1,
      isFrozen: row.is_frozen === 1,
      version: row.version,
    },
  };
}

/** How every screen begins. */
export function firstState(instrument: string): ProjectorState {
  return {
    scene: 'welcome',
    options: sceneOptionsSchema.parse({ instrument }),
    namesHidden: false,
    revealed: [],
    isBlank: false,
    isFrozen: false,
    version: 0,
  };
}

/** The picture of a frozen screen as it was stored; null while the screen moves. */
export async function findFrozen(db: Db, rakerdaId: string): Promise<string | null> {
  const row = await db
    .selectFrom('projector')
    .select('frozen')
    .where('rakerda_id', '=', rakerdaId)
    .executeTakeFirst();
  return row?.frozen ?? null;
}

/** The link that any laptop opens the screen of the hall with. It is computed, never stored. */
import type { Db } from '#db/database';
import type { RakerdaRow } from '#db/schema';
import type { Secret } from '~/server/secret';

const TOKEN_BYTES = 16;

/** The token of a Rakerda's screen link; a new issue makes every earlier one void. */
export function screenToken(secret: Secret, rakerdaId: string, issue: number): string {
  return secret.derive('screen', rakerdaId, String(issue)).subarray(0, TOKEN_BYTES).toString('base64url');
}

/** What the database knows a token by. */
export function screenHash(secret: Secret, token: string): string {
  return secret.derive('screen-lookup', token).toString('base64url');
}

/** The Rakerda whose screen a link opens; null where the link is not, or no longer, valid. */
export async function findRakerdaByLink(
  db: Db,
  secret: Secret,
  token: string | undefined,
): Promise<RakerdaRow | null> {
  const row = await db
    .selectFrom('projector')
    .innerJoin('rakerda', 'rakerda.id', 'projector.rakerda_id')
    .selectAll('rakerda')
    .where('projector.link_hash', '=', screenHash(secret, token ?? ''))
    .executeTakeFirst();
  return row ?? null;
}

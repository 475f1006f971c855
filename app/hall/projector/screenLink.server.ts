/** The link that any laptop opens the screen of the hall with. It is computed, never stored. */
import type { Args } from '~/accounts/requestScope.server';
import { readLocale } from '~/i18n/locale.server';
import type { Secret } from '~/server/secret';
import type { ScreenScope } from './picture.server';
import { sceneOptionsSchema } from './projectorState';

const TOKEN_BYTES = 16;

/** The token of a Rakerda's screen link; a new issue makes every earlier one void. */
export function screenToken(secret: Secret, rakerdaId: string, issue: number): string {
  return secret.derive('screen', rakerdaId, String(issue)).subarray(0, TOKEN_BYTES).toString('base64url');
}

/** What the database knows a token by. */
export function screenHash(secret: Secret, token: string): string {
  return secret.derive('screen-lookup', token).toString('base64url');
}

/** The screen that the link in the address opens; null where the link is not, or no longer, valid. */
export async function openByLink({ request, context, params }: Args): Promise<ScreenScope | null> {
  const row = await context.db
    .selectFrom('projector')
    .innerJoin('rakerda', 'rakerda.id', 'projector.rakerda_id')
    .selectAll('rakerda')
    .select('projector.options')
    .where('projector.link_hash', '=', screenHash(context.secret, params.layar ?? ''))
    .executeTakeFirst();
  if (!row) return null;
  const { language } = sceneOptionsSchema.parse(JSON.parse(row.options));
  return { ...context, request, locale: language ?? (await readLocale(request)), place: { row } };
}

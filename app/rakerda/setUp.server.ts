/** The use case of the set-up page: a new Rakerda out of a filled-in form. */
import type { Transaction } from 'kysely';
import type { Database } from '#db/schema';
import type { Actor } from '~/accounts';
import { authorize } from '~/accounts/guard.server';
import type { Services } from '~/server/context';
import { createRakerdaIn } from './create.server';
import type { RakerdaErrors, RakerdaInput } from './rakerdaForm';
import { freeSlug, rakerdaSlug } from './slug';

export type SetUpResult =
  | { readonly kind: 'created'; readonly id: string }
  | { readonly kind: 'invalid'; readonly errors: RakerdaErrors };

/** Creates a Rakerda; the creator becomes its member. Throws 403 where the policy says no. */
export async function setUpRakerda(
  { db, feed, instruments }: Pick<Services, 'db' | 'feed' | 'instruments'>,
  actor: Actor,
  input: RakerdaInput,
  requestId: string,
): Promise<SetUpResult> {
  authorize(actor, 'rakerda.create');
  const [code = '', version = ''] = input.instrument.split('@');
  const pinned = await db
    .selectFrom('instrument')
    .select('code')
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!pinned) return { kind: 'invalid', errors: { instrument: 'choose' } };
  const instrument = await instruments.get(code, version);

  const result = await db.transaction().execute(async (trx): Promise<SetUpResult> => {
    const participants = await participantsOf(trx, input);
    if (!Array.isArray(participants)) return { kind: 'invalid', errors: participants };
    const id = await freeId(trx, rakerdaSlug(input.name, input.year));
    await createRakerdaIn(
      trx,
      {
        id,
        name: input.name,
        year: input.year,
        startsOn: input.startsOn,
        endsOn: input.endsOn,
        place: input.place,
        host: input.host,
        timeZone: input.timeZone,
        state: input.state,
        isDemo: false,
        agencyCodes: participants,
        targetHundredths: input.target,
        memberIds: [actor.id],
      },
      instrument,
      actor.id,
      requestId,
    );
    return { kind: 'created', id };
  });
  if (result.kind === 'created') feed.wake();
  return result;
}

/** Codes of those taking part, the province first, or what is wrong with the choice. */
async function participantsOf(
  trx: Transaction<Database>,
  input: RakerdaInput,
): Promise<string[] | RakerdaErrors> {
  const province = await trx
    .selectFrom('agency')
    .select('code')
    .where('code', '=', input.provinceCode)
    .where('kind', '=', 'province')
    .executeTakeFirst();
  if (!province) return { provinceCode: 'choose' };
  const rows = await trx
    .selectFrom('agency')
    .select('code')
    .where('province_code', '=', province.code)
    .orderBy('code')
    .execute();
  const codes = rows.map((row) => row.code);
  const chosen = input.scope === 'all' ? codes : codes.filter((code) => input.agencyCodes.includes(code));
  // A code of elsewhere means that the list shown and the province chosen do not belong together.
  const foreign = input.scope === 'chosen' && input.agencyCodes.some((code) => !codes.includes(code));
  if (foreign || chosen.length === 0) return { agencyCodes: 'agencies' };
  return input.includeProvince ? [province.code, ...chosen] : chosen;
}

async function freeId(trx: Transaction<Database>, slug: string): Promise<string> {
  const taken = await trx.selectFrom('rakerda').select('id').where('id', 'like', `${slug}%`).execute();
  return freeSlug(slug, new Set(taken.map((row) => row.id)));
}

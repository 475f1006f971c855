/** The use case of the set-up page: a new Rakerda out of a filled-in form. */
import type { Transaction } from 'kysely';
import type { Database } from '#db/schema';
import { addItemsIn, copyAgendaIn, daysBetween, starterAgenda } from '~/agenda/index.server';
import type { Locale } from '~/instrument';
import type { Services } from '~/server/context';
import type { Actor } from '~/policy';
import { authorize } from '~/record/change.server';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import { createRakerdaIn } from '../create.server';
import { copiedFacts, findSource, mayFollow } from './copySource.server';
import type { RakerdaErrors, RakerdaInput } from './rakerdaForm';
import { freeSlug, rakerdaSlug } from './slug';

export type SetUpResult =
  | { readonly kind: 'created'; readonly id: string }
  | { readonly kind: 'invalid'; readonly errors: RakerdaErrors };

interface Sent {
  readonly requestId: string;
  /** Made when the form was shown: a form sent twice creates one Rakerda. */
  readonly formKey: string | null;
  /** For the titles of a first agenda. */
  readonly locale: Locale;
}

/** Creates a Rakerda; the creator becomes its member. Throws 403 where the policy says no. */
export async function setUpRakerda(
  { db, feed, instruments }: Pick<Services, 'db' | 'feed' | 'instruments'>,
  actor: Actor,
  input: RakerdaInput,
  sent: Sent,
): Promise<SetUpResult> {
  authorize(actor, 'rakerda.create');
  const known = await db.selectFrom('instrument').select(['code', 'version']).execute();
  const pinned = known.filter(({ code, version }) => input.instruments.includes(`${code}@${version}`));
  // Two versions of one instrument would be one instrument twice.
  const isUnique = new Set(pinned.map(({ code }) => code)).size === input.instruments.length;
  if (pinned.length !== input.instruments.length || !isUnique) {
    return { kind: 'invalid', errors: { instruments: 'agencies' } };
  }
  const chosen = await Promise.all(pinned.map(({ code, version }) => instruments.get(code, version)));
  const source = input.copyFrom === null ? null : await findSource(db, actor, input.copyFrom);
  if (input.copyFrom !== null && source === null) {
    return { kind: 'invalid', errors: { copyFrom: 'choose' } };
  }
  if (input.previousId !== null && !(await mayFollow(db, actor, input.previousId))) {
    return { kind: 'invalid', errors: { previousId: 'choose' } };
  }
  if (input.agenda === 'copy' && source === null) {
    return { kind: 'invalid', errors: { agenda: 'choose' } };
  }

  const result = await db.transaction().execute(async (trx): Promise<SetUpResult> => {
    const earlier = await createdBy(trx, sent.formKey);
    if (earlier !== null) return { kind: 'created', id: earlier };
    const participants = await participantsOf(trx, input);
    if (!Array.isArray(participants)) return { kind: 'invalid', errors: participants };
    const id = await freeId(trx, rakerdaSlug(input.name, input.year));
    const copied = source ? await copiedFacts(trx, source.row.id) : null;
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
        targets:
          copied && input.keepTargets
            ? { common: input.target, own: copied.targets }
            : { common: input.target },
        memberIds: [...new Set([actor.id, ...(copied && input.keepMembers ? copied.memberIds : [])])],
        previousId: input.previousId,
        formKey: sent.formKey,
      },
      chosen,
      actor.id,
      sent.requestId,
    );
    await writeAgenda(trx, id, input, source, actor, sent);
    return { kind: 'created', id };
  });
  if (result.kind === 'created') feed.wake();
  return result;
}

/** The Rakerda that a form with this key made before; null where there is none. */
async function createdBy(trx: Transaction<Database>, formKey: string | null): Promise<string | null> {
  if (formKey === null) return null;
  const event = await trx
    .selectFrom('event')
    .select('rakerda_id')
    .where('change_id', '=', formKey)
    .where('type', '=', 'rakerda.created')
    .executeTakeFirst();
  return event?.rakerda_id ?? null;
}

async function writeAgenda(
  trx: Transaction<Database>,
  id: string,
  input: RakerdaInput,
  source: RakerdaPlace | null,
  actor: Actor,
  { locale, requestId }: Sent,
): Promise<void> {
  const cause = { actorId: actor.id, requestId };
  if (input.agenda === 'starter') await addItemsIn(trx, id, starterAgenda(input, locale), cause);
  if (input.agenda === 'copy' && source) {
    const from = { id: source.row.id, timeZone: source.row.time_zone };
    const days = daysBetween(source.row.starts_on, input.startsOn);
    await copyAgendaIn(trx, from, { id, timeZone: input.timeZone }, days, cause);
  }
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

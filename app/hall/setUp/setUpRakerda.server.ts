/** The use case of the set-up page: a new Rakerda out of a filled-in form. */
import { copyArmsIn } from './setArms.server';
import { z } from 'zod';
import { startsWith } from '#db/portable';
import type { Scope } from '~/accounts/requestScope.server';
import { addItemsIn, copyAgendaIn, starterAgenda } from '~/hall/agenda/index.server';
import { daysBetween } from '~/i18n/zonedTime';
import { change, type Doing, type Trx } from '~/record/change.server';
import { listCountry } from './countryAgencies.server';
import { createRakerdaIn } from './createRakerda.server';
import type { RakerdaPlace } from '~/rakerda/meetingScope.server';
import { targetKey } from '~/rakerda/targetFields';
import type { Target } from '~/rakerda/targets.server';
import { type CopiedFacts, copiedFacts, findSource, mayFollow } from './copySource.server';
import type { RakerdaErrors, RakerdaInput } from './rakerdaForm';
import { freeSlug, rakerdaSlug } from './slug';

export type SetUpResult =
  | { readonly kind: 'created'; readonly id: string }
  | { readonly kind: 'invalid'; readonly errors: RakerdaErrors };

const createdSchema = z.object({ kind: z.literal('created'), id: z.string() });

/**
 * Creates a Rakerda; the creator becomes its member. Throws 403 where the policy says no.
 * @param formKey made when the form was shown: a form sent twice creates one Rakerda
 */
export async function setUpRakerda(
  scope: Scope,
  input: RakerdaInput,
  formKey: string | null,
): Promise<SetUpResult> {
  const once = formKey === null ? null : { id: formKey, answer: createdSchema };
  return change(scope, { may: 'rakerda.create', once }, async (doing): Promise<SetUpResult> => {
    const { trx } = doing;
    const reader = { db: trx, actor: scope.actor };
    const known = await trx.selectFrom('instrument').select(['code', 'version']).execute();
    const among = (wished: readonly string[], isTopic: boolean) =>
      known.filter(
        ({ code, version }) =>
          wished.includes(`${code}@${version}`) && scope.instruments.isTopic(code, version) === isTopic,
      );
    const pinned = among(input.instruments, false);
    const measured = among(input.topics, true);
    // Two versions of one instrument would be one instrument twice.
    const isUnique = new Set(pinned.map(({ code }) => code)).size === input.instruments.length;
    if (pinned.length !== input.instruments.length || !isUnique)
      return { kind: 'invalid', errors: { instruments: 'agencies' } };
    if (new Set(measured.map(({ code }) => code)).size !== input.topics.length)
      return { kind: 'invalid', errors: { topics: 'choose' } };
    const source = input.copyFrom === null ? null : await findSource(reader, input.copyFrom);
    if (input.copyFrom !== null && source === null)
      return { kind: 'invalid', errors: { copyFrom: 'choose' } };
    if (input.previousId !== null && !(await mayFollow(reader, input.previousId)))
      return { kind: 'invalid', errors: { previousId: 'choose' } };
    if (input.agenda === 'copy' && source === null) return { kind: 'invalid', errors: { agenda: 'choose' } };
    const participants = await participantsOf(trx, input);
    if (!Array.isArray(participants)) return { kind: 'invalid', errors: participants };

    const id = await freeId(trx, rakerdaSlug(input.name, input.year));
    const copied = source ? await copiedFacts(trx, source.row.id) : null;
    const instruments = pinned.map(({ code, version }) => scope.instruments.get(code, version));
    await createRakerdaIn(
      doing,
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
        targets: instruments.flatMap(({ code }) => targetsOf(code, participants, input, copied)),
        memberIds: [...new Set([scope.actor.id, ...(copied && input.keepMembers ? copied.memberIds : [])])],
        previousId: input.previousId,
        topics: measured.map(({ code, version }) => scope.instruments.topic(code, version)),
        topicTargets: new Map(
          measured.flatMap(({ code }) => {
            const target = input.topicTargets[code];
            return target ? [[code, target]] : [];
          }),
        ),
      },
      instruments,
    );
    await writeAgenda(doing, id, input, source, scope);
    if (source) await copyArmsIn(doing, source.row.id, id);
    return { kind: 'created', id };
  });
}

/** Of each agency its own target of the Rakerda before, where that is to be kept; otherwise the one of all. */
function targetsOf(
  instrumentCode: string,
  agencyCodes: readonly string[],
  input: RakerdaInput,
  copied: CopiedFacts | null,
): readonly Target[] {
  return agencyCodes.flatMap((agencyCode) => {
    const owner = { instrumentCode, agencyCode };
    const own = input.keepTargets ? copied?.targets.get(targetKey(owner)) : undefined;
    const hundredths = own ?? input.targets[instrumentCode] ?? null;
    return hundredths === null ? [] : [{ ...owner, hundredths }];
  });
}

async function writeAgenda(
  doing: Doing,
  id: string,
  input: RakerdaInput,
  source: RakerdaPlace | null,
  { locale }: Pick<Scope, 'locale'>,
): Promise<void> {
  if (input.agenda === 'starter') await addItemsIn(doing, id, starterAgenda(input, locale));
  if (input.agenda === 'copy' && source) {
    const from = { id: source.row.id, timeZone: source.row.time_zone };
    const days = daysBetween(source.row.starts_on, input.startsOn);
    await copyAgendaIn(doing, from, { id, timeZone: input.timeZone }, days);
  }
}

/** Codes of those taking part, the province first and those from elsewhere last, or what is wrong with the choice. */
async function participantsOf(trx: Trx, input: RakerdaInput): Promise<string[] | RakerdaErrors> {
  const extra = [...new Set(input.extraCodes)];
  const known = new Set((await listCountry(trx)).map(({ code }) => code));
  if (extra.some((code) => !known.has(code))) return { extraCodes: 'agencies' };
  const own = input.provinceCode === '' ? [] : await ofProvince(trx, input, extra.length > 0);
  if (!Array.isArray(own)) return own;
  return [...own, ...extra.filter((code) => !own.includes(code))];
}

/** @param mayBeNone whether others take part anyway */
async function ofProvince(
  trx: Trx,
  input: RakerdaInput,
  mayBeNone: boolean,
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
  if (foreign || (chosen.length === 0 && !mayBeNone)) return { agencyCodes: 'agencies' };
  return input.includeProvince ? [province.code, ...chosen] : chosen;
}

async function freeId(trx: Trx, slug: string): Promise<string> {
  const taken = await trx
    .selectFrom('rakerda')
    .select('id')
    .where((eb) => startsWith(eb.ref('id'), slug))
    .execute();
  return freeSlug(slug, new Set(taken.map((row) => row.id)));
}

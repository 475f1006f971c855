/** What can still be changed about a Rakerda that exists: its details, and further agencies that take part; who leaves it: `removeAgency.server.ts`. */
import type { RakerdaRow } from '#db/schema';
import { moveAgendaIn } from '~/hall/agenda/index.server';
import { daysBetween } from '~/i18n/zonedTime';
import { change, type Doing, type Locked } from '~/record/change.server';
import { mergeFields } from '~/record/mergeFields';
import { addAgencyIn } from './createRakerda.server';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { listRakerdaPlaces, loadPinned } from '~/rakerda/rakerdaFacts.server';
import type { EarlierChoice } from './copySource.server';
import { DETAIL_FIELDS, type DetailField, type Details } from './rakerdaDetails';
import { listCountry, listTaking } from './countryAgencies.server';

export type EditResult =
  | { readonly kind: 'done' }
  /** Somebody else changed these fields since the form was shown: what they hold now. */
  | { readonly kind: 'moved'; readonly now: Readonly<Partial<Record<DetailField, string>>> }
  | { readonly kind: 'invalid'; readonly field: DetailField; readonly error: 'endsBeforeStart' | 'choose' }
  | Locked;

/** The details as a form holds them. */
export function detailsOf(row: RakerdaRow): Details {
  return {
    name: row.name,
    year: String(row.year),
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    place: row.place,
    host: row.host,
    timeZone: row.time_zone,
    previousId: row.previous_id ?? '',
  };
}

/**
 * Changes the details. Only the fields that the person changed are written; where somebody else changed one of those in
 * between, nothing is.
 * @param seen what the form was shown with
 */
export async function editDetails(
  scope: MeetingScope,
  asked: { readonly seen: Details; readonly typed: Details; readonly moveAgenda: boolean },
): Promise<EditResult> {
  const terms = { may: 'rakerda.manage', part: 'setUp' } as const;
  return change(scope, terms, async (doing): Promise<EditResult> => {
    const { trx, tell } = doing;
    const row = await trx
      .selectFrom('rakerda')
      .selectAll()
      .where('id', '=', scope.place.row.id)
      .executeTakeFirstOrThrow();
    const before = detailsOf(row);
    const { after, moved } = mergeFields(asked.seen, asked.typed, before);
    if (moved.length > 0) {
      const both = DETAIL_FIELDS.filter((field) => moved.includes(field));
      return { kind: 'moved', now: Object.fromEntries(both.map((field) => [field, before[field]])) };
    }
    const changed = DETAIL_FIELDS.filter((field) => before[field] !== after[field]);
    if (changed.length === 0) return { kind: 'done' };
    if (after.endsOn < after.startsOn) return { kind: 'invalid', field: 'endsOn', error: 'endsBeforeStart' };
    if (changed.includes('previousId') && after.previousId !== '') {
      const mayPrecede = await listPrevious({ ...scope, db: trx });
      if (!mayPrecede.some(({ id }) => id === after.previousId))
        return { kind: 'invalid', field: 'previousId', error: 'choose' };
    }
    await trx
      .updateTable('rakerda')
      .set({
        name: after.name,
        year: Number(after.year),
        starts_on: after.startsOn,
        ends_on: after.endsOn,
        place: after.place,
        host: after.host,
        time_zone: after.timeZone,
        previous_id: after.previousId === '' ? null : after.previousId,
      })
      .where('id', '=', row.id)
      .execute();
    await tell('rakerda.changed', {
      changes: Object.fromEntries(changed.map((field) => [field, [before[field], after[field]]])),
    });
    if (asked.moveAgenda) await moveAgenda(doing, row.id, before, after);
    return { kind: 'done' };
  });
}

async function moveAgenda(doing: Doing, rakerdaId: string, before: Details, after: Details): Promise<void> {
  const days = daysBetween(before.startsOn, after.startsOn);
  if (days === 0 && before.timeZone === after.timeZone) return;
  await moveAgendaIn(doing, rakerdaId, days, { from: before.timeZone, to: after.timeZone });
}

/** The Rakerda that may be named as the one of the year before: readable, not itself, demo only to demo. */
export async function listPrevious(
  scope: Pick<MeetingScope, 'db' | 'actor' | 'place'>,
): Promise<readonly EarlierChoice[]> {
  const { id: own, is_demo: isDemo } = scope.place.row;
  return (await listRakerdaPlaces(scope))
    .filter(({ row }) => row.id !== own && row.is_demo === isDemo)
    .map(({ row }) => ({ id: row.id, name: row.name }));
}

export type AddAgenciesResult =
  | { readonly kind: 'done' }
  /** None was chosen, or one that there is not. */
  | { readonly kind: 'choose' }
  | Locked;

/** Lets further agencies take part, of whichever province or none, each with its empty assessments. */
export async function addAgencies(
  scope: MeetingScope,
  agencyCodes: readonly string[],
): Promise<AddAgenciesResult> {
  const rakerdaId = scope.place.row.id;
  const terms = { may: 'rakerda.manage', part: 'participants' } as const;
  return change(scope, terms, async (doing): Promise<AddAgenciesResult> => {
    const { trx, tell } = doing;
    const known = new Set((await listCountry(trx)).map(({ code }) => code));
    if (agencyCodes.length === 0 || agencyCodes.some((code) => !known.has(code))) return { kind: 'choose' };
    // Sent twice: those take part already.
    const taking = new Set((await listTaking(trx, rakerdaId)).map(({ code }) => code));
    const added = [...new Set(agencyCodes)].filter((code) => !taking.has(code));
    if (added.length === 0) return { kind: 'done' };
    const pinned = await loadPinned({ ...scope, db: trx }, rakerdaId);
    for (const agencyCode of added) await addAgencyIn(doing, rakerdaId, agencyCode, pinned);
    await tell('rakerda.changed', { agenciesAdded: added });
    return { kind: 'done' };
  });
}

/** Puts the page of one commitment together: what was promised, how it stands, what became of it. */
import type { Locale } from '~/instrument';
import { type Actor, allows, may } from '~/policy';
import { notFound } from '~/accounts/scope.server';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import { dayIn } from './commitment';
import { readCommitmentForm } from './formPage.server';
import { readHistory } from './history.server';
import { findHere } from './post.server';
import { findCommitment, readableFigures, withoutDrafts } from './queries.server';
import { indicatorGroups, namesFor, readInstruments, readRoom, type RoomServices } from './room.server';

/** Throws 404 where there is no such commitment, neither in this Rakerda nor in the one before it. */
export async function readCommitmentPage(
  services: RoomServices,
  actor: Actor,
  place: RakerdaPlace,
  commitmentId: string | undefined,
  locale: Locale,
  params: URLSearchParams,
) {
  const { db, instruments } = services;
  const room = await readRoom(db, actor, place);
  const text = (await findHere(services, place, commitmentId ?? '')) ?? notFound();
  const own = await findCommitment(db, instruments, place.row.id, text.id, dayIn(place.row.time_zone));
  const commitment = own ? (withoutDrafts([own], await readableFigures(db, actor, place))[0] ?? text) : text;
  const rakerdaId = own ? place.row.id : (place.row.previous_id ?? place.row.id);
  const related = await db
    .selectFrom('rakerda')
    .select(['id', 'name'])
    .where((eb) => eb.or([eb('id', '=', rakerdaId), eb('previous_id', '=', rakerdaId)]))
    .execute();
  const all = await readInstruments(services, rakerdaId);
  const mayWrite = may(actor, 'commitment.write', { ...place, agencyCode: commitment.agencyCode });
  const agency = { code: commitment.agencyCode, name: commitment.agencyName };
  return {
    ...room,
    commitment,
    /** Where it was promised, when that is not the Rakerda of this page. */
    promisedIn: own ? null : (related.find(({ id }) => id === rakerdaId)?.name ?? null),
    indicators: indicatorGroups(all, locale),
    history: await readHistory(
      db,
      related.map(({ id }) => id),
      'commitment',
      commitment.id,
      namesFor(room, all, locale),
      locale,
    ),
    mayWrite,
    mayEdit: mayWrite && own !== null && allows(place.row.state, 'commitments'),
    form:
      mayWrite && own !== null && allows(place.row.state, 'commitments')
        ? await readCommitmentForm(services, place, agency, commitment.instrumentCode, locale)
        : null,
    message: params.get('pesan'),
  };
}

export type CommitmentPageData = Awaited<ReturnType<typeof readCommitmentPage>>;

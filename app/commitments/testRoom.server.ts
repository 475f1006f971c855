/** A Rakerda with two agencies in a real, temporary database; for the tests of this room alone. */
import { openHouse } from '#tests/house/house';
import { findRakerdaPlace } from '~/rakerda/scope.server';
import type { Actor } from '~/policy';

export async function openRoom() {
  const house = await openHouse();
  const { db, services } = house;
  const facilitator = await house.person('facilitator');
  const operator = await house.person('operator', '63.01');
  const neighbour = await house.person('operator', '63.02');
  const { version } = await db.selectFrom('instrument').select('version').executeTakeFirstOrThrow();
  const instrument = services.instruments.get('spbe-2020', version);
  const create = (id: string, year: number, previousId: string | null) =>
    house.rakerda({
      id,
      name: `Rakerda ${String(year)}`,
      year,
      startsOn: `${String(year)}-05-01`,
      endsOn: `${String(year)}-05-03`,
      agencyCodes: ['63.01', '63.02'],
      targets: ['63.01', '63.02'].map((agencyCode) => ({
        instrumentCode: instrument.code,
        agencyCode,
        hundredths: 260,
      })),
      memberIds: [facilitator.id],
      previousId,
      instruments: [instrument],
    });
  const id = await create('rakerda-2026', 2026, null);
  return {
    ...house,
    id,
    facilitator,
    operator,
    neighbour,
    place: (actor: Actor) => findRakerdaPlace(db, actor, id),
    /** The Rakerda of the year after. */
    next: () => create('rakerda-2027', 2027, id),
  };
}

export type Room = Awaited<ReturnType<typeof openRoom>>;

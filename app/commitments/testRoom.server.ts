/** A Rakerda with two agencies in a real, temporary database; for the tests of this room alone. */
import { createRakerdaIn } from '~/rakerda/index.server';
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
  const create = async (id: string, year: number, previousId: string | null) => {
    await db.transaction().execute((trx) =>
      createRakerdaIn(
        trx,
        {
          id,
          name: `Rakerda ${String(year)}`,
          year,
          startsOn: `${String(year)}-05-01`,
          endsOn: `${String(year)}-05-03`,
          place: 'Banjarbaru',
          host: 'Diskominfo',
          timeZone: 'Asia/Makassar',
          state: 'plenary',
          isDemo: false,
          agencyCodes: ['63.01', '63.02'],
          targets: { common: 260 },
          memberIds: [facilitator.id],
          previousId,
        },
        [instrument],
        null,
        null,
      ),
    );
    return id;
  };
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

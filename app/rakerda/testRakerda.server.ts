/** A Rakerda of the test house, set up the way a facilitator does it. */
import type { Actor } from '~/policy';
import { emptyRakerdaForm, type RakerdaFormValues, rakerdaSchema } from './setUp/rakerdaForm';
import { setUpRakerda } from './setUp/setUp.server';
import type { House } from '#tests/house/house';

export const SENT = { requestId: 'request', formKey: null, locale: 'id' } as const;

/** The official instrument. */
export async function instrumentOf(house: House) {
  const row = await house.db
    .selectFrom('instrument')
    .selectAll()
    .where('code', '=', 'spbe-2020')
    .executeTakeFirstOrThrow();
  return house.services.instruments.get(row.code, row.version);
}

/** A filled-in form for the whole of South Kalimantan. */
export async function rakerdaInput(house: House, change: Partial<RakerdaFormValues> = {}) {
  const { code, version } = await instrumentOf(house);
  return rakerdaSchema.parse({
    ...emptyRakerdaForm(new Date('2025-05-08T00:00:00Z'), [`${code}@${version}`]),
    name: 'Rakerda Kalsel',
    startsOn: '2025-05-08',
    endsOn: '2025-05-10',
    place: 'Banjarbaru',
    host: 'Diskominfo',
    provinceCode: '63',
    target: '3,20',
    agenda: 'none',
    ...change,
  });
}

/** A fresh Rakerda; gives its id. */
export async function setUpIn(
  house: House,
  actor: Actor,
  change: Partial<RakerdaFormValues> = {},
): Promise<string> {
  const result = await setUpRakerda(house.services, actor, await rakerdaInput(house, change), SENT);
  if (result.kind !== 'created') throw new Error(JSON.stringify(result));
  return result.id;
}

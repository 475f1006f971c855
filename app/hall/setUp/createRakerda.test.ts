/** What setting up and editing a Rakerda leave behind, and which Rakerda they leave alone. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addItemsIn, listAgenda } from '~/hall/agenda/index.server';
import { doingIn } from '~/record/change.server';
import type { Actor } from '~/policy';
import { choiceOf, DECIMAL, type House, openHouse, setUpInput, WHOLE } from '#tests/house/house';
import { addAgencyIn, createRakerdaIn } from './createRakerda.server';
import { addAgencies, detailsOf, editDetails, listPrevious } from './editRakerda.server';
import { DETAIL_FIELDS, type Details } from './rakerdaDetails';
import type { RakerdaErrors, RakerdaInput } from './rakerdaForm';
import { setUpRakerda } from './setUpRakerda.server';

const HERE = 'uji-2026';
const OTHER = 'uji-2025';
const AT = '2026-01-01T00:00:00.000Z';
/** A second version of the official instrument. */
const NEWER = `${WHOLE.code}@2.0.0`;
const NEW = {
  id: 'baru',
  name: 'Rakerda Baru',
  year: 2026,
  startsOn: '2026-05-08',
  endsOn: '2026-05-10',
  place: 'Banjarbaru',
  host: 'Diskominfo',
  timeZone: 'Asia/Makassar',
  state: 'preparation',
  isDemo: true,
  agencyCodes: ['63', '63.01'],
  targets: [
    { instrumentCode: WHOLE.code, agencyCode: '63.01', hundredths: 320 },
    { instrumentCode: DECIMAL.code, agencyCode: '63', hundredths: 400 },
  ],
  previousId: OTHER,
} as const;

let house: House;
let facilitator: Actor;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  const wish = { memberIds: [facilitator.id], state: 'filling', agencyCodes: ['63.01', '63.02'] } as const;
  await house.rakerda({ ...wish, id: OTHER, year: 2025 });
  await house.rakerda({ ...wish, id: HERE, instruments: [WHOLE, DECIMAL] });
});
afterEach(() => house.close());

const meeting = (actor = facilitator) => house.meeting(actor, HERE);
const row = (id = HERE) =>
  house.db.selectFrom('rakerda').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const assessments = (rakerdaId: string) =>
  house.db
    .selectFrom('assessment')
    .selectAll()
    .where('rakerda_id', '=', rakerdaId)
    .orderBy('agency_code')
    .orderBy('instrument_code')
    .execute();
async function changes() {
  return (await house.events('rakerda.changed')).map((event) => {
    expect(event).toMatchObject({ actor_id: facilitator.id, rakerda_id: HERE });
    return JSON.parse(event.payload) as unknown;
  });
}

describe('a new Rakerda', () => {
  it('is written with all it needs, at one moment, and told once', async () => {
    const memberIds = [facilitator.id, (await house.person('reviewer')).id];
    await house.db
      .transaction()
      .execute((trx) =>
        createRakerdaIn(doingIn(trx, { actorId: facilitator.id }, AT), { ...NEW, memberIds }, [
          WHOLE,
          DECIMAL,
        ]),
      );
    expect(await row('baru')).toEqual({
      id: 'baru',
      name: 'Rakerda Baru',
      year: 2026,
      starts_on: '2026-05-08',
      ends_on: '2026-05-10',
      place: 'Banjarbaru',
      host: 'Diskominfo',
      time_zone: 'Asia/Makassar',
      state: 'preparation',
      is_demo: 1,
      created_at: AT,
      previous_id: OTHER,
    });
    expect(await house.targets('baru')).toEqual({ 'spbe-2020 63.01': 320, 'desimal 63': 400 });
    expect(await assessments('baru')).toMatchObject(
      ['63', '63.01'].flatMap((agency_code) =>
        [DECIMAL, WHOLE].map(({ code, version }) => ({
          agency_code,
          instrument_code: code,
          instrument_version: version,
          state: 'draft',
          levels: JSON.stringify(new Array(code === WHOLE.code ? 47 : 4).fill(null)),
          answered: 0,
          updated_at: AT,
        })),
      ),
    );
    const members = await house.db
      .selectFrom('rakerda_member')
      .select('account_id')
      .where('rakerda_id', '=', 'baru')
      .execute();
    expect(members.map((one) => one.account_id).sort()).toEqual([...memberIds].sort());
    const event = (await house.events('rakerda.created')).at(-1);
    expect(event).toMatchObject({ at: AT, actor_id: facilitator.id, rakerda_id: 'baru' });
    expect(JSON.parse(event?.payload ?? '')).toEqual({
      name: 'Rakerda Baru',
      instruments: [choiceOf(WHOLE), choiceOf(DECIMAL)],
      agencies: ['63', '63.01'],
      targets: { [WHOLE.code]: { '63.01': 320 }, [DECIMAL.code]: { '63': 400 } },
      previousId: OTHER,
    });
  });

  it('takes a further agency in with an empty assessment for each instrument', async () => {
    await house.db
      .transaction()
      .execute((trx) => addAgencyIn({ trx, at: AT }, HERE, '63.03', [WHOLE, DECIMAL]));
    const added = (await assessments(HERE)).filter((one) => one.agency_code === '63.03');
    expect(added).toMatchObject([
      { instrument_code: DECIMAL.code, levels: '[null,null,null,null]', state: 'draft', updated_at: AT },
      { instrument_code: WHOLE.code, state: 'draft', answered: 0 },
    ]);
    expect(new Set(added.map(({ id }) => id)).size).toBe(2);
  });

  it('is what the form says: instruments, agencies, who made it; sent twice it is one', async () => {
    const input = setUpInput({
      name: 'Dari Formulir',
      instruments: [choiceOf(DECIMAL)],
      scope: 'chosen',
      agencyCodes: ['63.02', '63.01'],
      includeProvince: true,
      targets: { [DECIMAL.code]: '3,50' },
      state: 'preparation',
    });
    const first = await setUpRakerda(house.scope(facilitator), input, 'formulir-1');
    expect(first).toEqual({ kind: 'created', id: 'dari-formulir-2025' });
    expect(await setUpRakerda(house.scope(facilitator), input, 'formulir-1')).toEqual(first);
    expect(await setUpRakerda(house.scope(facilitator), input, 'formulir-2')).toEqual({
      kind: 'created',
      id: 'dari-formulir-2025-2',
    });
    expect(await row('dari-formulir-2025')).toMatchObject({
      name: 'Dari Formulir',
      year: 2025,
      starts_on: '2025-05-08',
      ends_on: '2025-05-10',
      place: 'Banjarbaru',
      host: 'Diskominfo',
      time_zone: 'Asia/Makassar',
      state: 'preparation',
      is_demo: 0,
      previous_id: null,
    });
    const event = (await house.events('rakerda.created')).at(-1);
    expect(JSON.parse(event?.payload ?? '')).toMatchObject({
      agencies: ['63', '63.01', '63.02'],
      targets: { [DECIMAL.code]: { '63': 350, '63.01': 350, '63.02': 350 } },
    });
    const scope = await house.meeting(facilitator, 'dari-formulir-2025');
    expect(scope.place.rakerda.actorIsMember).toBe(true);
  });

  it('takes agencies from elsewhere after those of its province, each once, or without any province', async () => {
    await house.db
      .insertInto('agency')
      .values({ code: 'P.050', kind: 'central', name: 'Badan Pusat Statistik', province_code: null })
      .execute();
    const taking = async (change: Parameters<typeof setUpInput>[0]) => {
      const made = await setUpRakerda(house.scope(facilitator), setUpInput(change), null);
      if (made.kind !== 'created') throw new Error(JSON.stringify(made));
      const event = (await house.events('rakerda.created')).at(-1);
      const { agencies } = z
        .object({ agencies: z.array(z.string()) })
        .parse(JSON.parse(event?.payload ?? ''));
      expect((await assessments(made.id)).map((one) => one.agency_code)).toEqual([...agencies].sort());
      return agencies;
    };
    const chosen = { scope: 'chosen' as const, agencyCodes: ['63.01'], includeProvince: false };
    expect(await taking({ ...chosen, extraCodes: ['P.050', '62.01', '63.01', 'P.050'] })).toEqual([
      '63.01',
      'P.050',
      '62.01',
    ]);
    expect(await taking({ ...chosen, agencyCodes: [], extraCodes: ['62'] })).toEqual(['62']);
    expect(await taking({ provinceCode: '', extraCodes: ['P.050'] })).toEqual(['P.050']);
  });

  it('is made by who may', async () => {
    for (const role of ['reviewer', 'liaison'] as const) {
      const scope = house.scope(await house.person(role));
      await expect(setUpRakerda(scope, setUpInput(), null)).rejects.toMatchObject({ status: 403 });
    }
    expect((await house.events('rakerda.created')).map((event) => event.rakerda_id)).toEqual([OTHER, HERE]);
  });

  it.each<[Partial<RakerdaInput>, RakerdaErrors]>([
    [{ copyFrom: 'tidak-ada' }, { copyFrom: 'choose' }],
    [{ previousId: 'tidak-ada' }, { previousId: 'choose' }],
    [{ agenda: 'copy' }, { agenda: 'choose' }],
    [{ scope: 'chosen', agencyCodes: [] }, { agencyCodes: 'agencies' }],
    [{ scope: 'chosen', agencyCodes: ['63.01', '62.01'] }, { agencyCodes: 'agencies' }],
    [{ provinceCode: '63.01' }, { provinceCode: 'choose' }],
    [{ provinceCode: '99' }, { provinceCode: 'choose' }],
    [{ extraCodes: ['99'] }, { extraCodes: 'agencies' }],
    [{ extraCodes: ['62', ''] }, { extraCodes: 'agencies' }],
    [{ instruments: ['tidak-ada@1.0.0'] }, { instruments: 'agencies' }],
    [{ instruments: [choiceOf(WHOLE), 'spbe-2020@9.9.9'] }, { instruments: 'agencies' }],
    [{ instruments: [choiceOf(WHOLE), NEWER] }, { instruments: 'agencies' }],
  ])('is refused with %j', async (change, errors) => {
    await house.db
      .insertInto('instrument')
      .columns(['code', 'version', 'body', 'sha256', 'added_at'])
      .expression((eb) =>
        eb
          .selectFrom('instrument')
          .select(['code', eb.val('2.0.0').as('version'), 'body', eb.val('lain').as('sha256'), 'added_at'])
          .where('code', '=', WHOLE.code),
      )
      .execute();
    const before = await house.events('rakerda.created');
    const input: RakerdaInput = { ...setUpInput(), ...change };
    expect(await setUpRakerda(house.scope(facilitator), input, null)).toEqual({ kind: 'invalid', errors });
    expect(await house.events('rakerda.created')).toEqual(before);
  });
});

describe('its details', () => {
  const edit = async (typed: Partial<Details>, seen: Partial<Details> = {}, moveAgenda = false) => {
    const scope = await meeting();
    const shown = { ...detailsOf(scope.place.row), ...seen };
    return editDetails(scope, { seen: shown, typed: { ...shown, ...typed }, moveAgenda });
  };

  it.each<[Partial<Details>, object]>([
    [{ name: 'Lain' }, { name: 'Lain' }],
    [{ year: '2030' }, { year: 2030 }],
    [{ startsOn: '2026-05-07' }, { starts_on: '2026-05-07' }],
    [{ endsOn: '2026-05-12' }, { ends_on: '2026-05-12' }],
    [{ place: 'Martapura' }, { place: 'Martapura' }],
    [{ host: 'Bappeda' }, { host: 'Bappeda' }],
    [{ timeZone: 'Asia/Jakarta' }, { time_zone: 'Asia/Jakarta' }],
    [{ previousId: OTHER }, { previous_id: OTHER }],
  ])('change in %j alone, with both sides in the record', async (typed, columns) => {
    const [before, other] = [await row(), await row(OTHER)];
    expect(await edit(typed)).toEqual({ kind: 'done' });
    expect(await row()).toEqual({ ...before, ...columns });
    expect(await row(OTHER)).toEqual(other);
    const [field = 'name'] = DETAIL_FIELDS.filter((one) => typed[one] !== undefined);
    expect(await changes()).toEqual([{ changes: { [field]: [detailsOf(before)[field], typed[field]] } }]);
    // As it stands already: nothing is said.
    expect(await edit(typed)).toEqual({ kind: 'done' });
    expect(await changes()).toHaveLength(1);
  });

  it('of somebody faster are shown where the same was typed over, and stay where it was not', async () => {
    const seen = detailsOf(await row());
    await edit({ name: 'Cepat', host: 'Bappeda' });
    expect(await edit({ name: 'Lambat', place: 'Martapura' }, seen)).toEqual({
      kind: 'moved',
      now: { name: 'Cepat' },
    });
    expect(await edit({ name: 'Cepat', place: 'Martapura' }, seen)).toEqual({ kind: 'done' });
    expect(await row()).toMatchObject({ name: 'Cepat', host: 'Bappeda', place: 'Martapura' });
    expect((await changes()).at(-1)).toEqual({ changes: { place: ['Banjarbaru', 'Martapura'] } });
  });

  it('are refused where they end before they start, or follow what may not be followed', async () => {
    expect(await edit({ endsOn: '2026-05-07' })).toEqual({
      kind: 'invalid',
      field: 'endsOn',
      error: 'endsBeforeStart',
    });
    expect(await edit({ endsOn: '2026-05-08' })).toEqual({ kind: 'done' });
    for (const previousId of [HERE, 'tidak-ada']) {
      expect(await edit({ previousId })).toEqual({ kind: 'invalid', field: 'previousId', error: 'choose' });
    }
    await edit({ previousId: OTHER });
    expect(await edit({ previousId: '' })).toEqual({ kind: 'done' });
    expect((await row()).previous_id).toBeNull();
    await house.rakerda({ id: 'contoh', isDemo: true, memberIds: [facilitator.id] });
    expect(await listPrevious(await meeting())).toEqual([{ id: OTHER, name: 'Rakerda Uji 2025' }]);
  });

  it('move the agenda only where that is asked, by days and by the clock of the zone', async () => {
    const DAY = {
      startsAt: '2026-05-08T01:00:00.000Z',
      endsAt: '2026-05-08T02:00:00.000Z',
      topic: 'spbe',
      title: 'Pembukaan',
      speaker: '',
    } as const;
    await house.db
      .transaction()
      .execute((trx) =>
        addItemsIn(doingIn(trx, { actorId: facilitator.id, rakerdaId: HERE }, AT), HERE, [DAY]),
      );
    const begins = async () => (await listAgenda(house.db, HERE))[0]?.startsAt;
    const moves = async () => (await house.events('agenda.itemChanged')).length;
    await edit({ startsOn: '2026-05-09' });
    expect(await begins()).toBe(DAY.startsAt);
    await edit({ name: 'Lain' }, {}, true);
    expect([await begins(), await moves()]).toEqual([DAY.startsAt, 0]);
    await edit({ startsOn: '2026-05-10' }, {}, true);
    expect([await begins(), await moves()]).toEqual(['2026-05-09T01:00:00.000Z', 1]);
    await edit({ timeZone: 'Asia/Jakarta' }, {}, true);
    expect([await begins(), await moves()]).toEqual(['2026-05-09T02:00:00.000Z', 2]);
  });

  it('are for who manages the Rakerda, until it closes', async () => {
    const scope = await meeting(await house.person('reviewer'));
    const seen = detailsOf(scope.place.row);
    const asked = { seen, typed: { ...seen, name: 'Lain' }, moveAgenda: false };
    await expect(editDetails(scope, asked)).rejects.toMatchObject({ status: 403 });
    await expect(addAgencies(scope, ['63.03'])).rejects.toMatchObject({ status: 403 });
    await house.moveTo(HERE, 'closed');
    expect(await editDetails(await meeting(), asked)).toEqual({ kind: 'locked' });
    expect(await addAgencies(await meeting(), ['63.03'])).toEqual({ kind: 'locked' });
  });
});

describe('further agencies', () => {
  it('are taken in once each, and none that is strange', async () => {
    const scope = await meeting();
    for (const codes of [[], ['99.01'], ['63.03', 'tidak-ada']]) {
      expect(await addAgencies(scope, codes)).toEqual({ kind: 'choose' });
    }
    expect(await addAgencies(scope, ['63.03', '63.04', '63.03'])).toEqual({ kind: 'done' });
    expect(await addAgencies(scope, ['63.03', '63.01'])).toEqual({ kind: 'done' });
    expect(await changes()).toEqual([{ agenciesAdded: ['63.03', '63.04'] }]);
    expect((await assessments(HERE)).map((one) => one.agency_code)).toEqual(
      ['63.01', '63.02', '63.03', '63.04'].flatMap((code) => [code, code]),
    );
    expect(await assessments(OTHER)).toHaveLength(2);
  });
});

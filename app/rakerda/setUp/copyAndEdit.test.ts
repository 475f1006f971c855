/** A Rakerda begun from last year's, and changed afterwards, against a real SQLite file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAgenda } from '~/agenda/index.server';
import { type Actor, allows, PARTS, STAGES } from '~/policy';
import { findRakerdaPlace } from '~/rakerda/scope.server';
import { addMember, changeTargets } from '../manage.server';
import { manageRakerda } from '../manageForm.server';
import { listInstrumentChoices } from '../queries.server';
import { type House, openHouse } from '#tests/house/house';
import { instrumentOf, rakerdaInput, SENT, setUpIn } from '../testRakerda.server';
import { copiedValues, findSource } from './copySource.server';
import { addAgencies, detailsOf, editDetails } from './edit.server';
import { rakerdaSchema } from './rakerdaForm';
import { setUpRakerda } from './setUp.server';

let house: House;
let facilitator: Actor;
let reviewer: Actor;

beforeAll(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  reviewer = await house.person('reviewer');
});
afterAll(() => house.close());

const place = (id: string) => findRakerdaPlace(house.db, facilitator, id);

describe('copied from last year', () => {
  it('takes targets, members and agenda along, a year later, and names where it comes from', async () => {
    const { db, services } = house;
    const before = await setUpIn(house, facilitator, { name: 'Rakerda Kalsel 2025', agenda: 'starter' });
    const change = { agencyCode: '63.01', before: 320, after: 250 };
    await changeTargets(services, facilitator, await place(before), [change], 'q');
    await addMember(services, facilitator, await place(before), reviewer.id, 'q');

    const source = await findSource(db, facilitator, before);
    if (!source) throw new Error('not offered');
    const choices = await listInstrumentChoices(db, services.instruments, 'id');
    const values = await copiedValues(db, source, choices, new Date('2026-01-05T00:00:00Z'));
    expect(values).toMatchObject({
      name: 'Rakerda Kalsel 2026',
      year: '2026',
      startsOn: '2026-05-08',
      scope: 'all',
      provinceCode: '63',
      includeProvince: true,
      previousId: before,
      agenda: 'copy',
    });
    const input = rakerdaSchema.parse({ ...values, startsOn: '2026-06-01', endsOn: '2026-06-03' });
    const result = await setUpRakerda(services, facilitator, input, SENT);
    if (result.kind !== 'created') throw new Error(JSON.stringify(result));

    const now = await place(result.id);
    expect(now.row.previous_id).toBe(before);
    const targets = await db
      .selectFrom('rakerda_agency')
      .select(['agency_code', 'target_hundredths'])
      .where('rakerda_id', '=', result.id)
      .execute();
    expect(targets).toHaveLength(14);
    expect(targets.find((row) => row.agency_code === '63.01')?.target_hundredths).toBe(250);
    expect(targets.find((row) => row.agency_code === '63.02')?.target_hundredths).toBe(320);
    const members = await db
      .selectFrom('rakerda_member')
      .select('account_id')
      .where('rakerda_id', '=', result.id)
      .execute();
    expect(new Set(members.map((row) => row.account_id))).toEqual(new Set([facilitator.id, reviewer.id]));
    const [old, copied] = [await listAgenda(db, before), await listAgenda(db, result.id)];
    expect(copied.map((item) => item.title)).toEqual(old.map((item) => item.title));
    expect(old[0]?.startsAt).toBe('2025-05-08T01:00:00.000Z');
    expect(copied[0]?.startsAt).toBe('2026-06-01T01:00:00.000Z');
    expect(await house.eventTypes(result.id)).toEqual(['rakerda.created', 'agenda.copied']);
  });

  it('is offered only to those who manage the source, and never across the line of the demo', async () => {
    const { db, services } = house;
    const real = await setUpIn(house, facilitator, { name: 'Sungguhan' });
    const stranger = await house.person('facilitator');
    expect(await findSource(db, stranger, real)).toBeNull();
    const invented = await setUpIn(house, facilitator, { name: 'Contoh' });
    await db.updateTable('rakerda').set({ is_demo: 1 }).where('id', '=', invented).execute();
    expect(await findSource(db, facilitator, invented)).toBeNull();
    for (const change of [{ copyFrom: invented }, { previousId: invented }]) {
      const input = await rakerdaInput(house, { name: 'Campur', ...change });
      expect(await setUpRakerda(services, facilitator, input, SENT)).toMatchObject({ kind: 'invalid' });
    }
  });
});

describe('a new Rakerda', () => {
  it('has an empty assessment for every agency and instrument', async () => {
    const { db, services } = house;
    const row = await db
      .selectFrom('instrument')
      .selectAll()
      .where('code', '=', 'spbe-2020')
      .executeTakeFirstOrThrow();
    const official = await instrumentOf(house);
    const body = JSON.stringify({ ...JSON.parse(row.body), code: 'spbe-lain' });
    await db
      .insertInto('instrument')
      .values({ ...row, code: 'spbe-lain', body })
      .execute();
    await services.instruments.takeUp();
    const instruments = [`${official.code}@${official.version}`, `spbe-lain@${row.version}`];
    const input = await rakerdaInput(house, { name: 'Dua', instruments });
    const result = await setUpRakerda(services, facilitator, input, SENT);
    if (result.kind !== 'created') throw new Error(JSON.stringify(result));
    const rows = await db
      .selectFrom('assessment')
      .select(['agency_code', 'instrument_code'])
      .where('rakerda_id', '=', result.id)
      .execute();
    expect(rows).toHaveLength(28);
    expect(rows.filter((one) => one.instrument_code === 'spbe-lain')).toHaveLength(14);
  });

  it('is one though its form was sent twice', async () => {
    const sent = { ...SENT, formKey: '33333333-3333-4333-8333-333333333333' };
    const input = await rakerdaInput(house, { name: 'Dua kali' });
    const first = await setUpRakerda(house.services, facilitator, input, sent);
    expect(await setUpRakerda(house.services, facilitator, input, sent)).toEqual(first);
  });
});

describe('changed later', () => {
  it('writes only what the person changed, and nothing where somebody was faster', async () => {
    const { services } = house;
    const id = await setUpIn(house, facilitator, { name: 'Diubah', agenda: 'starter' });
    const seen = detailsOf((await place(id)).row);
    const edit = async (change: object) =>
      editDetails(
        services,
        facilitator,
        await place(id),
        { seen, typed: { ...seen, ...change }, moveAgenda: true },
        'q',
      );
    expect(await edit({ place: 'Banjarmasin' })).toEqual({ kind: 'done' });
    // Of the two, only the host was touched: the place stays as the other made it.
    expect(await edit({ host: 'Diskominfo Kalsel' })).toEqual({ kind: 'done' });
    expect(await edit({ place: 'Martapura' })).toEqual({ kind: 'moved', now: { place: 'Banjarmasin' } });
    expect((await place(id)).row).toMatchObject({ place: 'Banjarmasin', host: 'Diskominfo Kalsel' });
    expect(await edit({ endsOn: '2025-05-01' })).toMatchObject({ kind: 'invalid', field: 'endsOn' });

    expect(await edit({ startsOn: '2025-05-09', endsOn: '2025-05-11', timeZone: 'Asia/Jakarta' })).toEqual({
      kind: 'done',
    });
    // Nine o'clock on the first day, as before.
    expect((await listAgenda(house.db, id))[0]?.startsAt).toBe('2025-05-09T02:00:00.000Z');
  });

  it('lets further agencies of the province take part until the plenary', async () => {
    const { db, services } = house;
    const id = await setUpIn(house, facilitator, {
      name: 'Bertambah',
      scope: 'chosen',
      agencyCodes: ['63.01'],
    });
    const add = async (codes: readonly string[]) =>
      addAgencies(services, facilitator, await place(id), codes, 'q');
    expect(await add(['62.01'])).toEqual({ kind: 'choose' });
    expect(await add(['63.02'])).toEqual({ kind: 'done' });
    expect(await add(['63.02'])).toEqual({ kind: 'done' });
    const rows = await db.selectFrom('assessment').select('id').where('rakerda_id', '=', id).execute();
    expect(rows).toHaveLength(3);
    expect(await house.eventTypes(id)).toEqual(['rakerda.created', 'rakerda.changed']);
    await db.updateTable('rakerda').set({ state: 'plenary' }).where('id', '=', id).execute();
    expect(await add(['63.03'])).toEqual({ kind: 'locked' });
  });
});

describe('the stages', () => {
  it('each leave open what they should', () => {
    const open = STAGES.map((stage) => PARTS.filter((part) => allows(stage, part)).length);
    expect(open).toEqual([7, 9, 10, 2, 1]);
    expect(PARTS.filter((part) => allows('closed', part))).toEqual(['commitmentStatus', 'minutes']);
    expect(allows('preparation', 'votes')).toBe(false);
    expect(allows('filling', 'minutes')).toBe(false);
    expect(allows('preparation', 'answers')).toBe(false);
  });

  it('closing asks once more', async () => {
    const id = await setUpIn(house, facilitator, { name: 'Ditutup' });
    await house.db.updateTable('rakerda').set({ state: 'plenary' }).where('id', '=', id).execute();
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent: 'stage', from: 'plenary', to: 'closed' })) {
      form.set(name, value);
    }
    const post = async () => manageRakerda(house.services, facilitator, await place(id), form, 'q');
    expect(await post()).toEqual({ kind: 'refused', refusal: { kind: 'confirmClosing' } });
    expect((await place(id)).row.state).toBe('plenary');
    form.set('confirmed', 'ya');
    expect(await post()).toEqual({ kind: 'done', message: 'tahap' });
    expect((await place(id)).row.state).toBe('closed');
  });
});

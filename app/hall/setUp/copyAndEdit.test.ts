/** A Rakerda begun from last year's, and changed afterwards, against a real SQLite file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAgenda } from '~/hall/agenda/index.server';
import { type Actor, allows, PARTS, STAGES } from '~/policy';
import { choiceOf, DECIMAL, type House, openHouse, setUpInput, WHOLE } from '#tests/house/house';
import { addMember, changeTargets } from '~/hall/overview/manageRakerda.server';
import { manageRakerda } from '~/hall/overview/overview.post.server';
import { listTopicTargets } from '~/rakerda/topicTargets.server';
import { listInstrumentChoices, listTopicChoices, offeredTargets } from './setUpChoices.server';
import { copiedValues, findSource, sourceFacts } from './copySource.server';
import { addAgencies, detailsOf, editDetails } from './editRakerda.server';
import { postEdit } from './edit.post.server';
import { postSetUp } from './setUp.post.server';
import { emptyRakerdaForm, rakerdaSchema, rakerdaSchemaFor } from './rakerdaForm';
import { setUpRakerda } from './setUpRakerda.server';

let house: House;
let facilitator: Actor;
let reviewer: Actor;

beforeAll(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  reviewer = await house.person('reviewer');
});
afterAll(() => house.close());

const meetingOf = (id: string, actor = facilitator) => house.meeting(actor, id);
const BOTH = [choiceOf(WHOLE), choiceOf(DECIMAL)];

/** The form filled from an earlier Rakerda. */
async function copyOf(id: string, today = new Date('2026-01-05T00:00:00Z')) {
  const scope = house.scope(facilitator);
  const source = await findSource(scope, id);
  if (!source) throw new Error('not offered');
  return copiedValues(
    house.db,
    source,
    { instruments: await listInstrumentChoices(scope), topics: await listTopicChoices(scope) },
    { today, locale: 'id' },
  );
}

async function created(input: Parameters<typeof setUpRakerda>[1], formKey: string | null = null) {
  const result = await setUpRakerda(house.scope(facilitator), input, formKey);
  if (result.kind !== 'created') throw new Error(JSON.stringify(result));
  return result.id;
}

describe('copied from last year', () => {
  it('takes targets, members and agenda along, a year later, and names where it comes from', async () => {
    const { db } = house;
    const before = await house.setUp(facilitator, {
      name: 'Rakerda Kalsel 2025',
      agenda: 'starter',
      instruments: BOTH,
      targets: { [WHOLE.code]: '3,20' },
    });
    await changeTargets(await meetingOf(before), [
      { instrumentCode: WHOLE.code, agencyCode: '63.01', before: 320, after: 250 },
      { instrumentCode: DECIMAL.code, agencyCode: '63.01', before: null, after: 410 },
      { instrumentCode: WHOLE.code, agencyCode: '63.03', before: 320, after: null },
    ]);
    await addMember(await meetingOf(before), reviewer.id);

    const values = await copyOf(before);
    expect(values).toMatchObject({
      name: 'Rakerda Kalsel 2026',
      year: '2026',
      startsOn: '2026-05-08',
      scope: 'all',
      provinceCode: '63',
      includeProvince: true,
      timeZone: '',
      previousId: before,
      agenda: 'copy',
    });
    expect(await sourceFacts(db, await meetingOf(before).then(({ place }) => place))).toMatchObject({
      targets: 13,
    });
    const id = await created(
      rakerdaSchema.parse({
        ...values,
        startsOn: '2026-06-01',
        endsOn: '2026-06-03',
        targets: { [WHOLE.code]: '3,00', [DECIMAL.code]: '4,50' },
      }),
    );

    expect((await meetingOf(id)).place.row.previous_id).toBe(before);
    const targets = await house.targets(id);
    expect(Object.keys(targets)).toHaveLength(28);
    expect(targets).toMatchObject({
      [`${WHOLE.code} 63.01`]: 250,
      [`${WHOLE.code} 63.02`]: 320,
      [`${WHOLE.code} 63.03`]: 300,
      [`${DECIMAL.code} 63.01`]: 410,
      [`${DECIMAL.code} 63.02`]: 450,
    });
    const members = await db
      .selectFrom('rakerda_member')
      .select('account_id')
      .where('rakerda_id', '=', id)
      .execute();
    expect(new Set(members.map((row) => row.account_id))).toEqual(new Set([facilitator.id, reviewer.id]));
    const [old, copied] = [await listAgenda(db, before), await listAgenda(db, id)];
    expect(copied.map((item) => item.title)).toEqual(old.map((item) => item.title));
    expect(old[0]?.startsAt).toBe('2025-05-08T01:00:00.000Z');
    expect(copied[0]?.startsAt).toBe('2026-06-01T01:00:00.000Z');
    expect(await house.eventTypes(id)).toEqual(['rakerda.created', 'agenda.copied']);
  });

  it('takes agencies from elsewhere along, beside the province that the most come from', async () => {
    const before = await house.setUp(facilitator, { name: 'Campuran', extraCodes: ['62', '62.01'] });
    const values = await copyOf(before);
    expect(values).toMatchObject({
      provinceCode: '63',
      scope: 'all',
      includeProvince: true,
      agencyCodes: [],
      extraCodes: ['62', '62.01'],
    });
    const only = await house.setUp(facilitator, { name: 'Satu', provinceCode: '', extraCodes: ['62'] });
    expect(await copyOf(only)).toMatchObject({
      provinceCode: '',
      extraCodes: ['62'],
      includeProvince: false,
    });
    const id = await created(rakerdaSchema.parse({ ...(await copyOf(only)), targets: {} }));
    expect(
      await house.db.selectFrom('rakerda_agency').selectAll().where('rakerda_id', '=', id).execute(),
    ).toEqual([{ rakerda_id: id, agency_code: '62' }]);
  });

  it('takes what is to be reached in topics along, as it is written, and gives it to nobody else', async () => {
    const scope = house.scope(facilitator);
    const topics = await listTopicChoices(scope);
    const schema = rakerdaSchemaFor({ offered: offeredTargets(topics), locale: 'id' });
    const wished = {
      topics: topics.flatMap(({ code, value }) => (code === 'lapor-sp4n' ? [value] : [])),
      topicMeasures: { 'lapor-sp4n': 'mean-days', kim: 'coverage' },
      // Of what is not ticked nothing is asked.
      topicTargets: { 'lapor-sp4n': '4,5', kim: 'belum tahu' },
    };
    const empty = emptyRakerdaForm(new Date(), [choiceOf(WHOLE)]);
    const filled = {
      ...empty,
      name: 'Bertarget',
      startsOn: '2025-05-08',
      endsOn: '2025-05-10',
      place: 'Banjarbaru',
      host: 'Diskominfo',
      provinceCode: '63',
    };
    const before = await created(schema.parse({ ...filled, ...wished }));
    expect(await listTopicTargets(house.db, before)).toEqual(
      new Map([['lapor-sp4n', { measure: 'mean-days', units: 45 }]]),
    );
    const values = await copyOf(before);
    expect(values).toMatchObject({
      topicMeasures: { 'lapor-sp4n': 'mean-days' },
      topicTargets: { 'lapor-sp4n': '4,5' },
    });
    const after = await created(schema.parse(values));
    expect(await listTopicTargets(house.db, after)).toEqual(await listTopicTargets(house.db, before));
  });

  it.each([
    ['95.5', 'comma'],
    ['1,000', 'comma'],
    ['101', 'outside'],
    ['95,1234', 'tooFine'],
    ['banyak', 'notNumber'],
  ])('refuses a target of “%s” at its field: %s', async (value, problem) => {
    const topics = await listTopicChoices(house.scope(facilitator));
    const lapor = topics.find(({ code }) => code === 'lapor-sp4n');
    const form = new FormData();
    form.set('name', 'Salah');
    form.append('topics', lapor?.value ?? '');
    form.set('topicMeasures.lapor-sp4n', 'on-time-share');
    form.set('topicTargets.lapor-sp4n', value);
    const result = await postSetUp(house.scope(facilitator), form);
    expect(result).toMatchObject({
      kind: 'refused',
      refusal: {
        errors: { 'topicTargets.lapor-sp4n': problem },
        values: { topicTargets: { 'lapor-sp4n': value }, topicMeasures: { 'lapor-sp4n': 'on-time-share' } },
      },
    });
  });

  it('leaves targets and members behind where they are not wanted', async () => {
    const before = await house.setUp(facilitator, { name: 'Tinggal' });
    await addMember(await meetingOf(before), reviewer.id);
    const values = { ...(await copyOf(before)), keepTargets: false, keepMembers: false };
    const id = await created(rakerdaSchema.parse({ ...values, targets: { [WHOLE.code]: '' } }));
    expect(await house.targets(id)).toEqual({});
    expect((await meetingOf(id, reviewer)).place.rakerda.actorIsMember).toBe(false);
  });

  it('keeps a zone that somebody chose, and follows the province otherwise', async () => {
    const chosen = await house.setUp(facilitator, { name: 'Zona', timeZone: 'Asia/Jayapura' });
    expect((await copyOf(chosen)).timeZone).toBe('Asia/Jayapura');
  });

  it('is offered only to those who manage the source, and never across the line of the demo', async () => {
    const real = await house.setUp(facilitator, { name: 'Sungguhan' });
    const stranger = await house.person('facilitator');
    expect(await findSource(house.scope(stranger), real)).toBeNull();
    const invented = await house.setUp(facilitator, { name: 'Contoh' });
    await house.db.updateTable('rakerda').set({ is_demo: 1 }).where('id', '=', invented).execute();
    expect(await findSource(house.scope(facilitator), invented)).toBeNull();
    for (const change of [{ copyFrom: invented }, { previousId: invented }]) {
      const input = setUpInput({ name: 'Campur', ...change });
      expect(await setUpRakerda(house.scope(facilitator), input, null)).toMatchObject({ kind: 'invalid' });
    }
  });
});

describe('a new Rakerda', () => {
  it('has an empty assessment for every agency and instrument', async () => {
    const id = await house.setUp(facilitator, { name: 'Dua', instruments: BOTH });
    const rows = await house.db
      .selectFrom('assessment')
      .select(['instrument_code', 'levels'])
      .where('rakerda_id', '=', id)
      .execute();
    expect(rows).toHaveLength(28);
    const decimal = rows.filter((one) => one.instrument_code === DECIMAL.code);
    expect(decimal.map(({ levels }) => levels)).toEqual(
      Array.from({ length: 14 }, () => '[null,null,null,null]'),
    );
  });

  it('is one though its form was sent twice, at once or later', async () => {
    const key = '33333333-3333-4333-8333-333333333333';
    const input = setUpInput({ name: 'Dua kali' });
    const [first, second] = await Promise.all([created(input, key), created(input, key)]);
    expect(second).toBe(first);
    expect(await created(input, key)).toBe(first);
    // Refused changes nothing, so that the same form may be sent again once it is mended.
    const again = '44444444-4444-4444-8444-444444444444';
    const wrong = setUpInput({ name: 'Dua kali', provinceCode: '63.01' });
    expect(await setUpRakerda(house.scope(facilitator), wrong, again)).toMatchObject({ kind: 'invalid' });
    expect(await created(input, again)).toBe('dua-kali-2025-2');
  });

  it('keeps the zone of its province, and is given back as typed where it is refused', async () => {
    const form = new FormData();
    const filled = {
      name: 'Rakerda Kalteng',
      year: '2026',
      startsOn: '2026-05-08',
      endsOn: '2026-05-10',
      place: 'Palangka Raya',
      host: 'Diskominfo',
      timeZone: '',
      instruments: choiceOf(WHOLE),
      provinceCode: '62',
      'targets.spbe-2020': 'tiga',
    };
    for (const [name, value] of Object.entries(filled)) form.set(name, value);
    const refused = await postSetUp(house.scope(facilitator), form);
    expect(refused).toMatchObject({
      kind: 'refused',
      refusal: {
        errors: { 'targets.spbe-2020': 'target' },
        values: { timeZone: '', provinceCode: '62', targets: { 'spbe-2020': 'tiga' } },
      },
    });
    form.set('targets.spbe-2020', '2,60');
    const posted = await postSetUp(house.scope(facilitator), form);
    if (posted.kind !== 'created') throw new Error(JSON.stringify(posted));
    expect((await meetingOf(posted.id)).place.row.time_zone).toBe('Asia/Jakarta');
    expect(await house.targets(posted.id)).toEqual({ 'spbe-2020 62.01': 260 });
    form.set('timeZone', 'Asia/Jayapura');
    const further = await postSetUp(house.scope(facilitator), form);
    if (further.kind !== 'created') throw new Error(JSON.stringify(further));
    expect((await meetingOf(further.id)).place.row.time_zone).toBe('Asia/Jayapura');
  });
});

describe('changed later', () => {
  it('writes only what the person changed, and nothing where somebody was faster', async () => {
    const id = await house.setUp(facilitator, { name: 'Diubah', agenda: 'starter' });
    const other = await house.setUp(facilitator, { name: 'Tidak diubah', agenda: 'starter' });
    const untouched = await listAgenda(house.db, other);
    const seen = detailsOf((await meetingOf(id)).place.row);
    const edit = async (change: object) =>
      editDetails(await meetingOf(id), { seen, typed: { ...seen, ...change }, moveAgenda: true });
    expect(await edit({ place: 'Banjarmasin' })).toEqual({ kind: 'done' });
    // Of the two, only the host was touched: the place stays as the other made it.
    expect(await edit({ host: 'Diskominfo Kalsel' })).toEqual({ kind: 'done' });
    expect(await edit({ place: 'Martapura' })).toEqual({ kind: 'moved', now: { place: 'Banjarmasin' } });
    expect((await meetingOf(id)).place.row).toMatchObject({
      place: 'Banjarmasin',
      host: 'Diskominfo Kalsel',
    });
    expect(await edit({ endsOn: '2025-05-01' })).toMatchObject({ kind: 'invalid', field: 'endsOn' });
    expect(await edit({ previousId: id })).toMatchObject({ kind: 'invalid', field: 'previousId' });

    expect(await edit({ startsOn: '2025-05-09', endsOn: '2025-05-11', timeZone: 'Asia/Jakarta' })).toEqual({
      kind: 'done',
    });
    // Nine o'clock on the first day, as before.
    expect((await listAgenda(house.db, id))[0]?.startsAt).toBe('2025-05-09T02:00:00.000Z');
    expect(await listAgenda(house.db, other)).toEqual(untouched);

    const meeting = await meetingOf(id);
    await house.moveTo(id, 'closed');
    expect(await editDetails(meeting, { seen, typed: seen, moveAgenda: true })).toEqual({ kind: 'locked' });
  });

  it('takes no time zone but one of the three', async () => {
    const id = await house.setUp(facilitator, { name: 'Zona lain' });
    const meeting = await meetingOf(id);
    const form = new FormData();
    form.set('intent', 'details');
    for (const [name, value] of Object.entries(detailsOf(meeting.place.row))) {
      form.set(name, value);
      form.set(`seen.${name}`, value);
    }
    for (const zone of ['', 'Europe/Berlin']) {
      form.set('timeZone', zone);
      expect(await postEdit(meeting, form)).toMatchObject({
        kind: 'refused',
        refusal: { kind: 'details', errors: { timeZone: 'choose' } },
      });
    }
    expect((await meetingOf(id)).place.row.time_zone).toBe('Asia/Makassar');
    form.set('timeZone', 'Asia/Jayapura');
    expect(await postEdit(meeting, form)).toEqual({ kind: 'done', message: 'data' });
    expect((await meetingOf(id)).place.row.time_zone).toBe('Asia/Jayapura');
  });

  it('lets further agencies take part until the plenary', async () => {
    const id = await house.setUp(facilitator, {
      name: 'Bertambah',
      scope: 'chosen',
      agencyCodes: ['63.01'],
      instruments: BOTH,
    });
    const add = async (codes: readonly string[]) => addAgencies(await meetingOf(id), codes);
    expect(await add(['99.01'])).toEqual({ kind: 'choose' });
    expect(await add(['63.02'])).toEqual({ kind: 'done' });
    expect(await add(['63.02'])).toEqual({ kind: 'done' });
    const rows = await house.db.selectFrom('assessment').select('id').where('rakerda_id', '=', id).execute();
    expect(rows).toHaveLength(6);
    expect(await house.targets(id)).not.toHaveProperty([`${WHOLE.code} 63.02`]);
    expect(await house.eventTypes(id)).toEqual(['rakerda.created', 'rakerda.changed']);
    const meeting = await meetingOf(id);
    await house.moveTo(id, 'plenary');
    expect(await addAgencies(meeting, ['63.03'])).toEqual({ kind: 'locked' });
    const stranger = await house.person('facilitator');
    await expect(addAgencies(await meetingOf(id, stranger), ['63.03'])).rejects.toMatchObject({
      status: 403,
    });
  });
});

describe('the stages', () => {
  it('each leave open what they should', () => {
    const open = STAGES.map((stage) => PARTS.filter((part) => allows(stage, part)).length);
    expect(open).toEqual([8, 10, 11, 3, 1]);
    expect(PARTS.filter((part) => allows('closed', part))).toEqual([
      'projector',
      'commitmentStatus',
      'minutes',
    ]);
    expect(STAGES.filter((stage) => allows(stage, 'participants'))).toEqual(['preparation', 'filling']);
    expect(allows('preparation', 'votes')).toBe(false);
    expect(allows('filling', 'minutes')).toBe(false);
    expect(allows('preparation', 'answers')).toBe(false);
  });

  it.each([
    ['filling', 'preparation'],
    ['filling', 'plenary'],
    ['plenary', 'filling'],
    ['plenary', 'closed'],
    ['closed', 'archived'],
  ] as const)('asks once before %s gives way to %s', async (from, to) => {
    const id = await house.setUp(facilitator, { name: 'Ditutup' });
    await house.moveTo(id, from);
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent: 'stage', from, to })) form.set(name, value);
    const post = async () => manageRakerda(await meetingOf(id), form);
    expect(await post()).toEqual({ kind: 'refused', refusal: { kind: 'confirmStep', to } });
    expect((await meetingOf(id)).place.row.state).toBe(from);
    form.set('confirmed', 'ya');
    expect(await post()).toEqual({ kind: 'done', message: 'tahap' });
    expect((await meetingOf(id)).place.row.state).toBe(to);
  });

  it.each([
    ['preparation', 'filling'],
    ['closed', 'plenary'],
    ['archived', 'closed'],
  ] as const)('is asked nothing where %s only opens more in %s', async (from, to) => {
    const id = await house.setUp(facilitator, { name: 'Dibuka' });
    await house.moveTo(id, from);
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent: 'stage', from, to })) form.set(name, value);
    expect(await manageRakerda(await meetingOf(id), form)).toEqual({ kind: 'done', message: 'tahap' });
  });
});

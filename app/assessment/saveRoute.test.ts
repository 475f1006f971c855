/** The address that the browser's own code saves to: what it answers, and with which status. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '~/policy';
import { action, loader } from '~/routes/save-answer';
import { DECIMAL, type House, openHouse } from '#tests/house/house';
import { postAnswer } from './answer.post.server';
import { readAnswer } from './saveAnswer.server';
import { openAnswerSchema, saveResponseSchema } from './saveResponse';

const HERE = 'uji-2026';
const FIELDS = {
  level: '300',
  justification: 'SK Tim\r\nkedua',
  note: '',
  personInCharge: 'Kadis',
  service: '',
  discuss: 'on',
  'evidence.0.url': 'https://a.example/1',
  'evidence.0.caption': 'satu',
  version: '0',
  changeId: 'change-0001',
};

let house: House;
let operator: Actor;
beforeEach(async () => {
  house = await openHouse();
  operator = await house.person('operator', '63.01');
  await house.rakerda({ id: HERE, state: 'filling', instruments: [DECIMAL] });
});
afterEach(() => house.close());

async function post(
  actor: Actor | null,
  fields: Readonly<Record<string, string>> = {},
  { nomor = '2', instansi = '63.01' } = {},
): Promise<Response> {
  const headers = new Headers();
  if (actor) headers.set('Cookie', (await house.signedIn(actor.id)).cookie);
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...FIELDS, ...fields })) body.set(name, value);
  const request = new Request('http://127.0.0.1/simpan', { method: 'POST', headers, body });
  return action(house.args(request, { rakerda: HERE, instrumen: DECIMAL.code, instansi, nomor }));
}

/** What a page that has the answer open is told. */
async function closedFor(actor: Actor) {
  const headers = { Cookie: (await house.signedIn(actor.id)).cookie };
  const request = new Request('http://127.0.0.1/simpan', { headers });
  const params = { rakerda: HERE, instrumen: DECIMAL.code, instansi: '63.01', nomor: '2' };
  return openAnswerSchema.parse(await (await loader(house.args(request, params))).json()).closed;
}

/** Status and body, which is what the browser understands. */
async function said(response: Response) {
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  return [response.status, saveResponseSchema.parse(await response.json())] as const;
}
async function stored(indicatorNo = 2) {
  const { place } = await house.assessment(operator, HERE, '63.01', DECIMAL);
  return readAnswer(house.db, place.assessment.id, indicatorNo);
}

describe('a save', () => {
  it('keeps the name of a service in one line, and only where the indicator asks for one', async () => {
    await house.rakerda({ id: 'spbe-2026', state: 'filling' });
    const scope = await house.assessment(operator, 'spbe-2026', '63.01');
    for (const no of [44, 45]) {
      const form = new FormData();
      form.set('level', '3');
      form.set('service', '  SIMPUS\n daring ');
      expect(await postAnswer(scope, no, form)).toMatchObject({ result: { kind: 'saved' }, errors: {} });
    }
    const service = async (no: number) =>
      (await readAnswer(house.db, scope.place.assessment.id, no))?.service;
    expect([await service(44), await service(45)]).toEqual(['', 'SIMPUS daring']);
    const form = new FormData();
    form.set('service', 'x'.repeat(121));
    expect(await postAnswer(scope, 46, form)).toMatchObject({ errors: { service: 'tooLong' } });
  });

  it('is stored as it is understood, and answered with how the agency stands now', async () => {
    const answer = await stored();
    expect(answer).toBeNull();
    const [status, body] = await said(await post(operator));
    expect(status).toBe(200);
    const now = await stored();
    expect(now).toMatchObject({
      level: 300,
      justification: 'SK Tim\nkedua',
      personInCharge: 'Kadis',
      discuss: true,
      evidence: [{ url: 'https://a.example/1', caption: 'satu' }],
      version: 1,
    });
    // Indicator 2 weighs 20 of 100 and rose from the counted 1 to 3; its aspect holds 40 and 20.
    expect(body).toMatchObject({
      kind: 'saved',
      version: 1,
      savedAt: now?.updatedAt,
      standing: { index: 140, answered: 1, total: 4, aspect: { index: 167, answered: 1, total: 2 } },
    });
  });

  it('sent again is the same one; without a name it is no change', async () => {
    const first = await said(await post(operator));
    expect(await said(await post(operator))).toEqual(first);
    const unchanged = [200, { kind: 'unchanged', answer: { version: 1 } }];
    // Too short, too long or with other signs is no name.
    for (const changeId of ['', 'kurang', 'x'.repeat(65), 'change 0001']) {
      expect(await said(await post(operator, { changeId }))).toMatchObject(unchanged);
    }
    expect(await house.events('answer.saved')).toHaveLength(1);
  });

  it('on another version is shown what was saved in between', async () => {
    const head = await house.person('head', '63.01');
    await post(head, { justification: 'mereka' });
    const [status, body] = await said(await post(operator, { level: '400' }));
    expect(status).toBe(409);
    expect(body).toMatchObject({
      kind: 'conflict',
      conflicts: [
        { field: 'level', theirName: head.name, own: false },
        { field: 'justification', theirName: head.name, own: false },
      ],
      answer: { version: 1, values: { level: '300', justification: 'mereka' } },
    });
    expect((await post(operator, { level: '400', version: '1' })).status).toBe(200);
    expect(await stored()).toMatchObject({ level: 400, version: 2 });
  });
});

describe('what is not saved', () => {
  it('says why: signed out, an initial password, another agency, no answer, answers closed', async () => {
    expect(await said(await post(null))).toEqual([401, { kind: 'signedOut' }]);
    const account = await house.account('baru', 'kucing hitam besar', {
      role: 'operator',
      agency_code: '63.01',
      must_change_password: 1,
    });
    const fresh = { ...operator, id: account.id };
    expect(await said(await post(fresh))).toEqual([401, { kind: 'signedOut' }]);
    const neighbour = await house.person('operator', '63.02');
    expect(await said(await post(neighbour))).toEqual([403, { kind: 'forbidden' }]);
    for (const [name, value, field] of [
      ['level', '600', 'level'],
      ['level', '99', 'level'],
      ['evidence.0.url', 'ftp://a.example', 'evidence'],
    ] as const) {
      const faulty = await post(operator, { [name]: value, field });
      expect(await said(faulty)).toEqual([422, { kind: 'invalid' }]);
    }
    for (const stage of ['preparation', 'closed'] as const) {
      await house.moveTo(HERE, stage);
      expect(await said(await post(operator))).toEqual([409, { kind: 'stage' }]);
      expect(await closedFor(operator)).toBe('stage');
    }
    await house.moveTo(HERE, 'filling');
    expect(await closedFor(operator)).toBeNull();
    await house.db.updateTable('assessment').set({ state: 'submitted' }).execute();
    expect(await said(await post(operator))).toEqual([409, { kind: 'locked' }]);
    expect(await closedFor(operator)).toBe('locked');
    expect(await stored()).toBeNull();
  });

  it('is not there: an indicator, an agency, a page', async () => {
    for (const nomor of ['5', '0', 'x']) {
      await expect(post(operator, {}, { nomor })).rejects.toMatchObject({ status: 404 });
    }
    await expect(post(operator, {}, { instansi: '63.11' })).rejects.toMatchObject({ status: 404 });
  });
});

/** Who leaves a Rakerda again, who stays, and what goes along, against a real SQLite file. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSignIn } from '~/accounts/signIn.server';
import { issueMissing } from '~/hall/cards/issueCards.server';
import { addAttendee, removeAttendee } from '~/hall/cards/recordAttendance.server';
import { addCommitment, removeCommitment } from '~/hall/commitments/changeCommitments.server';
import { addNote, removeNote } from '~/hall/commitments/changeNotes.server';
import { markSeen, sendMessages } from '~/hall/monitor/sendMessages.server';
import { castVote } from '~/hall/votes/castVote.server';
import { openVote } from '~/hall/votes/runVote.server';
import type { Actor } from '~/policy';
import { emptyFigures } from '~/instrument/topic';
import { doingIn } from '~/record/change.server';
import { addTopics } from '~/topics/addTopics.server';
import { addSheetIn } from '~/topics/saveSheet.server';
import { DECIMAL, type House, LAPOR, openHouse, WHOLE } from '#tests/house/house';
import { addAgencies } from './editRakerda.server';
import { postEdit, readEditPage } from './edit.post.server';
import { removeAgency } from './removeAgency.server';

const HERE = 'uji-2026';
const OTHER = 'uji-2025';
const LEAVING = '63.02';

let house: House;
let facilitator: Actor;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  const wish = {
    memberIds: [facilitator.id],
    state: 'filling',
    agencyCodes: ['63.01', LEAVING],
    instruments: [WHOLE, DECIMAL],
    target: 320,
  } as const;
  await house.rakerda({ ...wish, id: OTHER, year: 2025 });
  await house.rakerda({ ...wish, id: HERE });
});
afterEach(() => house.close());

const meeting = (actor = facilitator, id = HERE) => house.meeting(actor, id);
const remove = async (isConfirmed = true, code = LEAVING) => removeAgency(await meeting(), code, isConfirmed);
const operatorOf = (code = LEAVING) => house.person('operator', code);

/** Every row that names the agency, by table; the record and the lists of the country aside. */
async function rows(code = LEAVING) {
  const tables = [
    'rakerda_agency',
    'assessment',
    'rakerda_target',
    'access_card',
    'agency_message',
    'account',
  ] as const;
  const counts = await Promise.all(
    tables.map(async (table) => {
      const found = await house.db.selectFrom(table).selectAll().where('agency_code', '=', code).execute();
      return [table, found.length] as const;
    }),
  );
  return Object.fromEntries(counts);
}

const ONE = {
  rakerda_agency: 1,
  assessment: 2,
  rakerda_target: 2,
  access_card: 0,
  agency_message: 0,
  account: 0,
};

describe('an agency that left no trace', () => {
  it('leaves once it is confirmed, with all that was got ready for it, and comes back as new', async () => {
    await issueMissing(await meeting());
    await sendMessages(await meeting(), randomUUID(), [{ agencyCode: LEAVING, body: 'Selamat datang' }]);
    const before = await rows();
    expect(before).toEqual({
      rakerda_agency: 2,
      assessment: 4,
      rakerda_target: 4,
      access_card: 2,
      agency_message: 1,
      account: 2,
    });
    const neighbour = await rows('63.01');
    expect(await remove(false)).toMatchObject({
      kind: 'confirm',
      traces: { cards: 2, targets: 2, messages: 1, answers: 0 },
    });
    expect(await rows()).toEqual(before);
    expect(await remove()).toEqual({ kind: 'done' });
    // What is left is its place in the other Rakerda.
    expect(await rows()).toEqual(ONE);
    expect(await rows('63.01')).toEqual(neighbour);
    const told = await house.events('rakerda.agencyRemoved');
    expect(told).toMatchObject([{ actor_id: facilitator.id, rakerda_id: HERE, agency_code: LEAVING }]);
    expect(JSON.parse(told[0]?.payload ?? '')).toEqual({ cards: 2, targets: 2 });
    // Sent twice, or by two people.
    expect(await remove()).toEqual({ kind: 'done' });
    expect(await house.events('rakerda.agencyRemoved')).toHaveLength(1);

    expect(await addAgencies(await meeting(), [LEAVING])).toEqual({ kind: 'done' });
    await issueMissing(await meeting());
    expect(await rows()).toMatchObject({ rakerda_agency: 2, assessment: 4, access_card: 2, account: 2 });
  });

  it('is no participant any more, and its people no longer come in', async () => {
    const operator = await operatorOf();
    expect((await meeting(operator)).place.rakerda.actorParticipates).toBe(true);
    await remove();
    expect((await meeting(operator)).place.rakerda.actorParticipates).toBe(false);
    expect((await meeting(operator, OTHER)).place.rakerda.actorParticipates).toBe(true);
    await expect(house.assessment(operator, HERE, LEAVING)).rejects.toMatchObject({ status: 404 });
  });

  it('is not the last one', async () => {
    await remove();
    expect(await remove(true, '63.01')).toEqual({ kind: 'last' });
    expect(await rows('63.01')).toMatchObject({ rakerda_agency: 2 });
  });

  it('leaves during preparation and filling only, and only by who manages', async () => {
    const scope = await meeting();
    await expect(
      removeAgency(await meeting(await house.person('reviewer')), LEAVING, true),
    ).rejects.toMatchObject({ status: 403 });
    for (const state of ['plenary', 'closed', 'archived'] as const) {
      await house.moveTo(HERE, state);
      expect(await removeAgency(scope, LEAVING, true)).toEqual({ kind: 'locked' });
    }
    await house.moveTo(HERE, 'preparation');
    expect(await removeAgency(scope, LEAVING, true)).toEqual({ kind: 'done' });
  });
});

describe('what holds an agency', () => {
  const held = async (holding: object) => {
    const before = await rows();
    expect(await remove()).toEqual({ kind: 'held', holding });
    expect(await rows()).toEqual(before);
    expect(await house.events('rakerda.agencyRemoved')).toEqual([]);
  };

  it('is work on any of its questionnaires', async () => {
    await house.answer(HERE, LEAVING, [200, null, null, null], DECIMAL);
    await held({ answers: 1 });
    // Emptied again, it was answered all the same.
    await house.answer(HERE, LEAVING, [null, null, null, null], DECIMAL);
    await held({ answers: 2 });
  });

  it('is not what it did elsewhere, or another did here', async () => {
    await house.answer(OTHER, LEAVING, [200, null, null, null], DECIMAL);
    await house.answer(HERE, '63.01', [200, null, null, null], DECIMAL);
    expect(await remove()).toEqual({ kind: 'done' });
  });

  it('is a figure of a topic', async () => {
    await addTopics(await meeting(), [`${LAPOR.code}@${LAPOR.version}`]);
    await house.db.transaction().execute(async (trx) => {
      const by = { actorId: null, rakerdaId: HERE, agencyCode: LEAVING };
      const figures = { ...emptyFigures(LAPOR), received: 5 };
      const of = { topic: LAPOR, rakerdaId: HERE, agencyCode: LEAVING };
      await addSheetIn(doingIn(trx, by, new Date().toISOString()), of, figures);
    });
    await held({ answers: 1 });
  });

  it('is a vote about it, and a ballot of its people', async () => {
    const question = {
      instrumentCode: WHOLE.code,
      indicatorNo: 1,
      agencyCode: '63.01',
      ballot: 'person',
      includesSubject: true,
    } as const;
    const opened = await openVote(await meeting(), question);
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    const voter = await house.signedIn((await operatorOf()).id);
    await castVote(await meeting(voter.actor), opened.voteId, 3);
    await held({ votes: 1 });
    expect(await remove(true, '63.01')).toEqual({ kind: 'held', holding: { votes: 1 } });
  });

  it('is a commitment, one that was taken back too', async () => {
    const promise = {
      what: 'Menetapkan arsitektur',
      who: 'Kadis',
      dueOn: '2026-12-31',
      measure: 'Perbup',
      agendaItemId: null,
      instrumentCode: null,
      rises: [],
    };
    const added = await addCommitment(await meeting(), LEAVING, promise, randomUUID());
    if (added.kind !== 'added') throw new Error(added.kind);
    await held({ commitments: 1 });
    await removeCommitment(await meeting(), { id: added.id, version: 1, agencyCode: LEAVING });
    await held({ commitments: 1 });
  });

  it('is a note about it, until it is deleted', async () => {
    const note = {
      kind: 'note',
      body: 'Satu',
      agendaItemId: null,
      agencyCode: LEAVING,
      indicator: null,
    } as const;
    const added = await addNote(await meeting(), note, randomUUID());
    if (added.kind !== 'added') throw new Error(added.kind);
    await held({ notes: 1 });
    await removeNote(await meeting(), { id: added.id, version: 1 });
    expect(await remove()).toEqual({ kind: 'done' });
  });

  it('is somebody on the list of attendance, until they are deleted', async () => {
    await addAttendee(await meeting(), { name: 'Siti', position: '', agency: LEAVING, institution: '' });
    await held({ people: 1 });
    const { id } = await house.db.selectFrom('attendance').select('id').executeTakeFirstOrThrow();
    await removeAttendee(await meeting(), id);
    expect(await remove()).toEqual({ kind: 'done' });
  });

  it('is a card that somebody came in with', async () => {
    await issueMissing(await meeting());
    const { account_id: account } = await house.db
      .selectFrom('access_card')
      .select('account_id')
      .where('agency_code', '=', LEAVING)
      .where('role', '=', 'head')
      .executeTakeFirstOrThrow();
    await startSignIn(house.db, account, new Request('http://127.0.0.1/'), false);
    await held({ cardsUsed: 1 });
  });

  it('is a message that it read', async () => {
    await sendMessages(await meeting(), randomUUID(), [{ agencyCode: LEAVING, body: 'Selamat datang' }]);
    const { id } = await house.db.selectFrom('agency_message').select('id').executeTakeFirstOrThrow();
    await markSeen(await meeting(await operatorOf()), id);
    await held({ messagesSeen: 1 });
  });
});

describe('two people at once', () => {
  it('who remove it, or remove it and add it, leave it in or out as a whole', async () => {
    const scope = await meeting();
    const [first, second] = await Promise.all([
      removeAgency(scope, LEAVING, true),
      removeAgency(scope, LEAVING, true),
    ]);
    expect([first, second]).toEqual([{ kind: 'done' }, { kind: 'done' }]);
    await Promise.all([addAgencies(scope, [LEAVING]), addAgencies(scope, [LEAVING, '63.03'])]);
    await Promise.all([removeAgency(scope, LEAVING, true), addAgencies(scope, [LEAVING])]);
    const { rakerda_agency: there, assessment: questionnaires } = await rows();
    expect(questionnaires).toBe((there ?? 0) * 2);
    expect((await rows('63.03')).assessment).toBe(2);
  });

  it('of whom one answers: the answer holds it', async () => {
    const scope = await meeting();
    await house.answer(HERE, LEAVING, [200, null, null, null], DECIMAL);
    expect(await removeAgency(scope, LEAVING, true)).toMatchObject({ kind: 'held' });
  });
});

describe('the page', () => {
  const page = async (query = '') => readEditPage(await meeting(), new URLSearchParams(query));
  const post = async (fields: Readonly<Record<string, string | readonly string[]>>) => {
    const form = new FormData();
    for (const [name, values] of Object.entries(fields)) {
      for (const value of [values].flat()) form.append(name, value);
    }
    return postEdit(await meeting(), form);
  };

  it('finds agencies of the whole country that do not take part, and those that do', async () => {
    await house.db
      .insertInto('agency')
      .values({ code: 'P.050', kind: 'central', name: 'Badan Pusat Statistik', province_code: null })
      .execute();
    const codes = async (query: string) => {
      const { found, taking, count } = (await page(query)).agencies;
      return [found.agencies.map(({ code }) => code), taking.items.map(({ code }) => code), count];
    };
    expect(await codes('')).toEqual([[], ['63.01', LEAVING], 2]);
    expect(await codes('cari=bps')).toEqual([['P.050'], [], 2]);
    expect(await codes('cari=62.01')).toEqual([['62.01'], [], 2]);
    expect(await codes('cari=daerah+63.0')).toEqual([
      ['63.03', '63.04', '63.05', '63.06', '63.07', '63.08', '63.09'],
      ['63.01', LEAVING],
      2,
    ]);
    expect(await codes('cari=%00%25&hal=-1')).toEqual([[], [], 2]);
  });

  it('takes agencies of other provinces and of the centre, one by one or all that were found', async () => {
    expect(await post({ intent: 'agencies', agencyCodes: ['62.01', '62'] })).toMatchObject({ kind: 'done' });
    expect(
      await post({ intent: 'agenciesFound', found: ['63.03', '63.04'], agencyCodes: '63.05' }),
    ).toMatchObject({
      kind: 'done',
    });
    expect((await page()).agencies.taking.items.map(({ code }) => code)).toEqual([
      '62',
      '62.01',
      '63.01',
      LEAVING,
      '63.03',
      '63.04',
    ]);
    for (const codes of [[], ['tidak-ada'], ['62.01', ''], ['63.06', "' or 1=1"]]) {
      expect(await post({ intent: 'agencies', agencyCodes: codes })).toEqual({
        kind: 'refused',
        refusal: { kind: 'agencies' },
      });
    }
  });

  it('asks before it lets an agency go, and knows only agencies that there are', async () => {
    const form = { intent: 'removeAgency', agencyCode: LEAVING };
    expect(await post(form)).toMatchObject({
      kind: 'refused',
      refusal: { kind: 'confirmRemoval', agency: { code: LEAVING }, traces: { targets: 2 } },
    });
    expect(await post({ ...form, confirmed: 'ya' })).toEqual({ kind: 'done', message: 'keluar' });
    for (const agencyCode of ['', 'tidak-ada', '%']) {
      await expect(post({ ...form, agencyCode })).rejects.toMatchObject({ status: 400 });
    }
  });
});

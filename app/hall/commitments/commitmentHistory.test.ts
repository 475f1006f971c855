import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localize } from '~/instrument';
import type { Actor } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { DECIMAL, type House, openHouse, WHOLE } from '#tests/house/house';
import { rawEvent } from '#tests/house/rawEvent';
import type { CommitmentInput } from './commitmentForm';
import { readCommitmentPage } from './commitment.read.server';
import { addCommitment, changeCommitment } from './changeCommitments.server';
import { addNote } from './changeNotes.server';
import { readNotePage } from './notes.read.server';
import { changeStatus } from './commitmentStatus.server';

let house: House;
let facilitator: Actor;
let scope: MeetingScope;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  const id = await house.rakerda({ memberIds: [facilitator.id], instruments: [DECIMAL, WHOLE] });
  scope = await house.meeting(facilitator, id);
});
afterEach(() => house.close());

const INPUT: CommitmentInput = {
  what: 'Awal',
  who: 'Kadis',
  dueOn: '2026-12-31',
  measure: 'Perbup',
  agendaItemId: null,
  instrumentCode: null,
  rises: [],
};
const WHOLE_RISES = { instrumentCode: WHOLE.code, rises: [{ no: 2, toLevel: 3 }] };
const DECIMAL_RISES = { instrumentCode: DECIMAL.code, rises: [{ no: 2, toLevel: 400 }] };
const WHOLE_WORDS = `2. ${localize(WHOLE.domains[0]?.aspects[0]?.indicators[1]?.name ?? { id: '', en: '' }, 'id')} ke level 3`;
const DECIMAL_WORDS = '2. Indicator 2 (id) ke level 4';

async function add(more: Partial<CommitmentInput> = {}) {
  const result = await addCommitment(scope, '63.01', { ...INPUT, ...more }, randomUUID());
  if (result.kind !== 'added') throw new Error(result.kind);
  return result.id;
}

/** What the history says of one field, the newest first. */
async function told(id: string, field: string) {
  const { history } = await readCommitmentPage(scope, id, new URLSearchParams());
  return history.map(({ changes }) => {
    const change = changes.find((one) => one.field === field);
    return change ? [change.before, change.after] : null;
  });
}

describe('the history', () => {
  it('says who changed what, from what, into what', async () => {
    const id = await add();
    const operator = await house.person('operator', '63.01');
    const theirs = await house.meeting(operator, scope.place.row.id);
    const seen = { id, agencyCode: '63.01', version: 1 };
    await changeCommitment(theirs, seen, { ...INPUT, what: 'Pertama', dueOn: '2026-11-30' });
    await changeStatus(scope, { ...seen, version: 2 }, { status: 'done', note: 'Selesai' });
    const { history } = await readCommitmentPage(scope, id, new URLSearchParams());
    expect(history).toMatchObject([
      {
        type: 'commitment.statusChanged',
        actorName: facilitator.name,
        changes: [
          { field: 'status', before: 'Direncanakan', after: 'Selesai' },
          { field: 'statusNote', before: '', after: 'Selesai' },
        ],
      },
      {
        type: 'commitment.changed',
        actorName: operator.name,
        changes: [
          { field: 'what', before: 'Awal', after: 'Pertama' },
          { field: 'dueOn', before: '31 Desember 2026', after: '30 November 2026' },
        ],
      },
      { type: 'commitment.added', actorName: facilitator.name },
    ]);
  });

  it('names indicators and levels of the instrument that the commitment links, whichever it was then', async () => {
    expect(await told(await add(WHOLE_RISES), 'rises')).toEqual([['', WHOLE_WORDS]]);
    expect(await told(await add(DECIMAL_RISES), 'rises')).toEqual([['', DECIMAL_WORDS]]);
    const id = await add(WHOLE_RISES);
    const steps: Partial<CommitmentInput>[] = [
      { what: 'Lain' },
      { what: 'Lain', ...DECIMAL_RISES },
      { what: 'Lain', ...DECIMAL_RISES, rises: [{ no: 2, toLevel: 500 }] },
      { what: 'Lain', instrumentCode: null, rises: [] },
    ];
    for (const [at, more] of steps.entries()) {
      const now = { ...INPUT, ...(at === 0 ? WHOLE_RISES : {}), ...more };
      const seen = { id, agencyCode: '63.01', version: at + 1 };
      expect(await changeCommitment(scope, seen, now)).toEqual({ kind: 'changed' });
    }
    expect(await told(id, 'rises')).toEqual([
      [DECIMAL_WORDS.replace('4', '5'), ''],
      [DECIMAL_WORDS, DECIMAL_WORDS.replace('4', '5')],
      [WHOLE_WORDS, DECIMAL_WORDS],
      null,
      ['', WHOLE_WORDS],
    ]);
  });

  it('holds no event of another thing, nor one that it does not know', async () => {
    const id = await add();
    await add({ what: 'Tetangga' });
    await rawEvent(house.db, 'commitment.ofALaterVersion', {
      rakerda_id: scope.place.row.id,
      payload: JSON.stringify({ id, changes: 'none' }),
    });
    expect(await told(id, 'what')).toEqual([['', 'Awal']]);
  });

  it('of a note names the indicator of its own instrument', async () => {
    const indicator = { instrumentCode: WHOLE.code, no: 2 };
    const note = { kind: 'note', body: 'Satu', agendaItemId: null, agencyCode: '63.02', indicator } as const;
    const made = await addNote(scope, note, randomUUID());
    if (made.kind !== 'added') throw new Error(made.kind);
    const { history } = await readNotePage(scope, made.id, new URLSearchParams());
    expect(history).toHaveLength(1);
    expect(history[0]?.changes).toEqual([
      { field: 'kind', before: '', after: 'Catatan' },
      { field: 'body', before: '', after: 'Satu' },
      { field: 'agencyCode', before: '', after: 'Daerah 63.02' },
      { field: 'indicator', before: '', after: WHOLE_WORDS.replace(' ke level 3', '') },
    ]);
  });
});

/** A hall that talks about two instruments, beside another of the same agencies. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type Actor } from '~/policy';
import { DECIMAL, WHOLE } from '#tests/house/house';
import { showVote } from './controlProjector.server';
import { parseFollow } from './follow';
import { readFollow } from './follow.read.server';
import { readChoices } from './remote.read.server';
import { HALL, AGENCIES, all, smallHall } from '#tests/house/smallHall';

const hall = smallHall();
const { meeting, tell, see, show, openVote } = hall;

describe('two instruments, and two Rakerda of the same agencies', () => {
  const BOTH = 'rakerda-dua';
  let head: Actor;

  beforeEach(async () => {
    head = await hall.house.person('head', '63.03');
    await hall.house.rakerda({
      id: BOTH,
      year: 2026,
      agencyCodes: AGENCIES,
      memberIds: [hall.facilitator.id],
      instruments: [WHOLE, DECIMAL],
    });
    for (const code of AGENCIES) await hall.house.answer(BOTH, code, all(DECIMAL, 350), DECIMAL);
    await tell({ kind: 'options', options: { instrument: DECIMAL.code } }, BOTH);
  });

  it('shows levels as the scale names them, also where they are stored with decimals', async () => {
    const { levels, mean } = await show('indicator', BOTH);
    expect(levels.map(({ level, agencies }) => [level, agencies.length])).toEqual([
      [1, 0],
      [2, 0],
      [3, 5],
      [4, 0],
      [5, 0],
    ]);
    expect(mean).toBe(350);
    const voteId = await openVote(DECIMAL, 350, BOTH);
    await hall.house.db
      .insertInto('vote_tally')
      .values([100, 200, 300, 400, 500].map((level) => ({ vote_id: voteId, level, votes: 0 })))
      .execute();
    for (const change of [
      { state: 'closed' },
      { state: 'revealed' },
      {
        agreed_level: 300,
        agreed_reason: 'x',
        agreed_at: new Date().toISOString(),
        agreed_by: hall.facilitator.id,
      },
    ] as const) {
      await hall.house.db.updateTable('vote').set(change).where('id', '=', voteId).execute();
    }
    await showVote(await meeting(BOTH), voteId);
    const { content } = (await see(null, BOTH)).picture;
    const vote = content.scene === 'vote' ? content.vote : null;
    expect(vote?.criteria.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5]);
    expect(vote?.tally?.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5]);
    expect(vote).toMatchObject({ claimed: 3.5, agreed: { level: 3 } });
  });

  it('leads a participant to the pages of the instrument that the hall talks about', async () => {
    const follow = async (actor = head) => readFollow(await hall.house.meeting(actor, BOTH));
    const view = await follow();
    expect(view.own).toEqual({
      questionnaire: `/rakerda/${BOTH}/${DECIMAL.code}/63.03/isi`,
      result: `/rakerda/${BOTH}/${DECIMAL.code}/63.03`,
    });
    expect(parseFollow(JSON.parse(JSON.stringify(view)))).toEqual(view);
    await tell({ kind: 'options', options: { instrument: WHOLE.code } }, BOTH);
    expect((await follow()).own?.result).toBe(`/rakerda/${BOTH}/${WHOLE.code}/63.03`);
    expect((await follow(hall.facilitator)).own).toBeNull();
    expect((await follow(await hall.house.person('head', '62.01'))).own).toBeNull();
  });

  it('asks a participant for the vote of this Rakerda alone', async () => {
    await openVote(WHOLE, 3);
    expect((await readFollow(await hall.house.meeting(head, BOTH))).openVote).toBeNull();
    expect((await readFollow(await hall.house.meeting(head, HALL))).openVote).toMatchObject({
      indicatorNo: 3,
      hasVoted: false,
    });
    expect((await readFollow(await meeting())).openVote).toBeNull();
    // The other hall has no vote that a command of this one could show.
    await showVote(await meeting(BOTH), `suara-${HALL}`);
    expect((await see(null, BOTH)).picture.content).toEqual({ scene: 'vote', vote: null });
  });

  it('looks back for each instrument by itself', async () => {
    const { instruments } = await readChoices(await meeting(BOTH));
    expect(instruments.map(({ code, hasPrevious }) => [code, hasPrevious])).toEqual([
      [DECIMAL.code, false],
      [WHOLE.code, true],
    ]);
  });
});

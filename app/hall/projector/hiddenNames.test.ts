/** What the hall may not be told while names are hidden. */
import { beforeEach, describe, expect, it } from 'vitest';
import { WHOLE } from '#tests/house/house';
import { parseRemote } from './remote';
import { readRemote } from './remote.read.server';
import { parseScreen, type Screen } from './scene';
import { SCENES } from './projectorState';
import { AGENCIES, nameOf, smallHall } from '#tests/house/smallHall';

const hall = smallHall();
const { meeting, tell, see, show, openVote, promise } = hall;

describe('hidden names', () => {
  beforeEach(async () => {
    await openVote(WHOLE, 3);
    await promise();
  });

  it.each(SCENES)('are in nothing that a viewer of "%s" is sent', async (scene) => {
    await tell({ kind: 'names', hidden: true });
    await tell({ kind: 'scene', scene });
    await tell({ kind: 'focus', to: 'next', seen: 2 });
    for (const own of [null, '63.02']) {
      const screen = await see(own);
      expect(parseScreen(JSON.parse(JSON.stringify(screen)))).toEqual(screen);
      const sent = JSON.stringify(screen);
      // The code stands in the name as well.
      for (const code of AGENCIES.filter((one) => one !== own)) expect(sent).not.toContain(code);
    }
    const remote = await readRemote(await meeting());
    expect(parseRemote(JSON.parse(JSON.stringify(remote)))).toEqual(remote);
  });

  it('stay hidden in a vote, whose counts nobody is sent before they are revealed', async () => {
    await tell({ kind: 'names', hidden: true });
    const { vote } = await show('vote');
    expect(vote).toMatchObject({ state: 'open', tally: null, median: null, claimed: null, agreed: null });
    expect((await see()).picture.agencies.map(({ name }) => name)).toEqual([null]);
    expect((await see('63.03')).picture.agencies).toMatchObject([{ name: nameOf('63.03'), isOwn: true }]);
    expect((await show('commitments')).rows).toMatchObject([{ what: 'Menyusun arsitektur' }]);
  });

  it('mark the own agency for its viewer alone, and come one by one from the last place', async () => {
    await tell({ kind: 'names', hidden: true });
    await tell({ kind: 'scene', scene: 'ranking' });
    await tell({ kind: 'revealNext', seen: 2 });
    const names = (screen: Screen) => screen.picture.agencies.map(({ name }) => name);
    expect(names(await see())).toEqual([null, null, null, nameOf('63.01')]);
    expect(names(await see('63.03'))).toEqual([null, nameOf('63.03'), null, nameOf('63.01')]);
    expect((await see()).revealed).toBe(1);
    expect((await see()).picture.agencies.some(({ isOwn }) => isOwn)).toBe(false);
    await tell({ kind: 'revealAll' });
    expect(names(await see()).includes(null)).toBe(false);
  });
});

/** What the stream tells besides figures: words to one agency, hints, votes and presence – each only to whom it is for. */
import { describe, expect, it } from 'vitest';
import { eachInALiveRakerda, facilitator, happened, open, save, viewer } from '#tests/liveRakerda';
import { createPresence } from './presence.server';
import type { Viewer } from './visibleEvents.server';

eachInALiveRakerda();

describe('what is not figures', () => {
  const hall = (): Viewer => ({
    actor: null,
    rakerdaId: 'r',
    rakerda: { id: 'r', isDemo: false, actorIsMember: false, actorParticipates: false },
    followsScreen: true,
  });

  it('tells of a message those it is for and who watches, and nobody its words', async () => {
    const readers = {
      facilitator: open(facilitator(), 0),
      own: open(viewer('operator', '63.01'), 0),
      foreign: open(viewer('operator', '63.02'), 0),
      hall: open(hall(), 0),
    };
    const message = { id: 'm', body: 'rahasia' };
    const seq = await happened('message.sent', message, { agencyCode: '63.01' });
    const end = await happened('rakerda.changed', {});
    for (const [name, reader] of Object.entries(readers)) {
      await reader.until((events) => events.some((event) => event.seq === end));
      const isTold = name === 'facilitator' || name === 'own';
      expect(reader.events(), name).toEqual([
        ...(isTold ? [{ type: 'message', seq, agency: '63.01' }] : []),
        { type: 'hint', seq: end, about: 'rakerda' },
      ]);
      expect(reader.text(), name).not.toContain('rahasia');
      reader.stop();
    }
  });

  it('gives only the last of several hints about one thing, and cards only to who manages', async () => {
    await happened('agenda.itemAdded', { itemId: 'i', after: {} });
    await happened('card.issued', { count: 2 });
    const agenda = await happened('agenda.itemChanged', { itemId: 'i', before: {}, after: {} });
    const end = await happened('projector.changed', { kind: 'blank' });
    const operator = open(viewer('operator', '63.01'), 0);
    const manager = open(facilitator(), 0);
    await operator.until((events) => events.at(-1)?.seq === end);
    await manager.until((events) => events.at(-1)?.seq === end);
    expect(operator.events()).toEqual([
      { type: 'hint', seq: agenda, about: 'agenda' },
      { type: 'projector', seq: end },
    ]);
    expect(manager.events().map((event) => event.type)).toEqual(['hint', 'hint', 'projector']);
    operator.stop();
    manager.stop();
  });

  it('tells that somebody voted, never who nor what', async () => {
    const reader = open(viewer('operator', '63.02'), 0);
    const cast = { voteId: 'v', level: 5, accountId: 'rahasia' };
    const seq = await happened('vote.cast', cast);
    await reader.until((events) => events.length === 1);
    expect(reader.events()).toEqual([{ type: 'vote', seq, voteId: 'v', step: 'cast' }]);
    expect(reader.text()).not.toContain('rahasia');
    reader.stop();
  });

  it('tells a screen of the hall that an answer changed, not which', async () => {
    const reader = open(hall(), 0);
    const seq = await save('63.01', 1, 3);
    await reader.until((events) => events.length === 1);
    expect(reader.events()).toEqual([{ type: 'hint', seq, about: 'answers' }]);
    expect(reader.text()).not.toContain('63.01');
    reader.stop();
  });

  it('counts the screens of agencies for who watches, and for nobody else', async () => {
    const presence = createPresence();
    const watching = open(facilitator(), 0, { presence });
    const foreign = open(viewer('operator', '63.02'), 0, { presence });
    const own = open(viewer('operator', '63.01'), 0, { presence });
    await watching.until((_events, text) => text.includes('"agency":"63.01","screens":1'));
    expect([...presence.of('r')].sort()).toEqual([
      ['63.01', 1],
      ['63.02', 1],
    ]);
    own.stop();
    await watching.until((_events, text) => text.includes('"agency":"63.01","screens":0'));
    expect(foreign.text()).not.toContain('presence');
    // Nobody resumes from what is not in the record.
    expect(watching.text()).not.toMatch(/id: .*\nevent: presence/);
    foreign.stop();
    watching.stop();
    await foreign.ended;
    expect([...presence.of('r')]).toEqual([]);
  });
});

/** An open stream and rights that change while it is open, through the routes and on a real database. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startSignIn } from '~/accounts/signIn.server';
import { indicatorsOf } from '~/instrument';
import type { Actor } from '~/policy';
import { openProjector, renewLink } from '~/hall/projector/controlProjector.server';
import { loader as hallLoader } from '~/routes/projector-live';
import { loader as liveLoader } from '~/routes/live';
import { type House, openHouse, WHOLE } from '#tests/house/house';

const RAKERDA = 'uji-2026';
const OTHER = 'uji-2027';

let house: House;
let facilitator: Actor;

beforeEach(async () => {
  house = await openHouse();
  facilitator = await house.person('facilitator');
  for (const id of [RAKERDA, OTHER]) await house.rakerda({ id, memberIds: [facilitator.id] });
  // The stream asks again by the clock.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});

afterEach(async () => {
  vi.useRealTimers();
  await house.close();
});

interface Reader {
  readonly text: () => string;
  /** Settles once the text holds the words. */
  readonly until: (words: string) => Promise<void>;
  readonly ended: Promise<void>;
}

function read({ body }: Response): Reader {
  const taker = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let onText: (() => void) | undefined;
  const ended = (async () => {
    for (let part = await taker?.read(); part && !part.done; part = await taker?.read()) {
      text += part.value;
      onText?.();
    }
  })();
  return {
    text: () => text,
    until: (words) =>
      new Promise((resolve) => {
        onText = () => {
          if (text.includes(words)) resolve();
        };
        onText();
      }),
    ended,
  };
}

async function watch(actor: Actor): Promise<Reader> {
  const signedIn = await startSignIn(house.db, actor.id, new Request('http://127.0.0.1/'), false);
  const request = new Request('http://127.0.0.1/?sejak=0', {
    headers: { Cookie: signedIn.split(';')[0] ?? '' },
  });
  const reader = read(await liveLoader(house.args(request, { rakerda: RAKERDA })));
  await answer('63.01', 1);
  await reader.until('"level":1');
  return reader;
}

const answer = (agencyCode: string, level: number) =>
  house.answer(
    RAKERDA,
    agencyCode,
    indicatorsOf(WHOLE).map(() => level),
  );

/** Until the stream has asked once more who watches. */
const nextCheck = () => vi.advanceTimersByTimeAsync(60_001);

describe('the stream of somebody who is signed in', () => {
  it('goes on as long as they may watch', async () => {
    const reader = await watch(facilitator);
    await nextCheck();
    await answer('63.02', 5);
    await reader.until('"level":5');
  });

  it.each<readonly [string, (actor: Actor) => Promise<unknown>]>([
    ['signs out', ({ id }) => house.db.deleteFrom('sign_in').where('account_id', '=', id).execute()],
    ['is disabled', ({ id }) => change(id, { disabled_at: new Date().toISOString() })],
    ['is given an initial password', ({ id }) => change(id, { must_change_password: 1 })],
    [
      'is taken out of the Rakerda, though not of another',
      ({ id }) =>
        house.db
          .deleteFrom('rakerda_member')
          .where('account_id', '=', id)
          .where('rakerda_id', '=', RAKERDA)
          .execute(),
    ],
  ])('ends once the account %s', async (_what, happens) => {
    const reader = await watch(facilitator);
    await happens(facilitator);
    await nextCheck();
    await reader.ended;
    await answer('63.01', 5);
    expect(reader.text()).not.toContain('"level":5');
  });

  it('narrows to what the account may see since', async () => {
    const reader = await watch(facilitator);
    await change(facilitator.id, { role: 'operator', agency_code: '63.02' });
    await nextCheck();
    await answer('63.01', 5);
    await answer('63.02', 4);
    await reader.until('"level":4');
    expect(reader.text()).not.toContain('"level":5');
  });
});

function change(
  accountId: string,
  to: { disabled_at?: string; must_change_password?: 1; role?: 'operator'; agency_code?: string },
) {
  return house.db.updateTable('account').set(to).where('id', '=', accountId).execute();
}

describe('the stream of a screen that was opened by its link', () => {
  async function watchHall(): Promise<Reader> {
    const layar = await openProjector(await house.meeting(facilitator, RAKERDA));
    const request = new Request('http://127.0.0.1/?sejak=0');
    return read(await hallLoader(house.args(request, { layar })));
  }

  it('goes on while another Rakerda gets a new link', async () => {
    const reader = await watchHall();
    await reader.until('event: projector');
    await renewLink(await house.meeting(facilitator, OTHER), 0);
    await nextCheck();
    await answer('63.01', 5);
    await reader.until('"about":"answers"');
    expect(reader.text()).not.toContain('63.01');
  });

  it('ends once there is a new link, or the Rakerda is archived', async () => {
    const first = await watchHall();
    await renewLink(await house.meeting(facilitator, RAKERDA), 0);
    await nextCheck();
    await first.ended;
    const second = await watchHall();
    await house.moveTo(RAKERDA, 'archived');
    await nextCheck();
    await second.ended;
  });
});

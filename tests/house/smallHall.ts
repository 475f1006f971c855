/** A hall of five agencies that hold one level each and one that has answered nothing, for tests of what it is shown. */
import { afterEach, beforeEach } from 'vitest';
import type { Command } from '~/hall/projector/command';
import { controlProjector } from '~/hall/projector/controlProjector.server';
import { readScreenFor } from '~/hall/projector/hallScreen.read.server';
import type { SceneName } from '~/hall/projector/projectorState';
import type { Scene, Screen } from '~/hall/projector/scene';
import { openByLink } from '~/hall/projector/screenLink.server';
import { indicatorsOf, type Instrument, type Locale } from '~/instrument';
import type { Actor } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { type House, openHouse, WHOLE } from './house';

export const HALL = 'rakerda-2026';
export const BEFORE = 'rakerda-2025';
export const AGENCIES = ['63.01', '63.02', '63.03', '63.04', '63.05'];

export const nameOf = (code: string) => `Daerah ${code}`;

/** All indicators at one stored level. */
export function all(instrument: Instrument, level: number | null): (number | null)[] {
  return indicatorsOf(instrument).map(() => level);
}

export function isScene<Name extends SceneName>(
  content: Scene,
  scene: Name,
): content is Extract<Scene, { scene: Name }> {
  return content.scene === scene;
}

/** Opened anew for each test of the file that asks for it. */
export function smallHall() {
  let opened: { readonly house: House; readonly facilitator: Actor } | null = null;
  const here = () => {
    if (!opened) throw new Error('the hall is open within tests only');
    return opened;
  };

  beforeEach(async () => {
    const house = await openHouse();
    const facilitator = await house.person('facilitator');
    opened = { house, facilitator };
    await house.rakerda({ id: BEFORE, year: 2025, agencyCodes: AGENCIES });
    await house.rakerda({
      id: HALL,
      year: 2026,
      agencyCodes: AGENCIES,
      memberIds: [facilitator.id],
      previousId: BEFORE,
      target: 300,
    });
    for (const [place, code] of AGENCIES.entries()) {
      await house.answer(HALL, code, all(WHOLE, place === 4 ? null : place + 1));
    }
    await house.answer(BEFORE, '63.01', all(WHOLE, 2), WHOLE, 'approved');
    await house.answer(BEFORE, '63.03', all(WHOLE, 1), WHOLE, 'approved');
  });
  afterEach(async () => {
    await here().house.close();
    opened = null;
  });

  const meeting = (rakerdaId = HALL, locale: Locale = 'id'): Promise<MeetingScope> =>
    here().house.meeting(here().facilitator, rakerdaId, locale);

  async function tell(command: Command, rakerdaId = HALL) {
    return controlProjector(await meeting(rakerdaId), command);
  }

  async function see(ownCode: string | null = null, rakerdaId = HALL): Promise<Screen> {
    return (await readScreenFor(await meeting(rakerdaId), ownCode)).screen;
  }

  async function show<Name extends SceneName>(
    scene: Name,
    rakerdaId = HALL,
  ): Promise<Extract<Scene, { scene: Name }>> {
    await tell({ kind: 'scene', scene }, rakerdaId);
    const { content } = (await see(null, rakerdaId)).picture;
    if (!isScene(content, scene)) throw new Error(`expected ${scene}, not ${content.scene}`);
    return content;
  }

  /** What opens where the address carries the token. */
  const byLink = (token: string | undefined) =>
    openByLink(
      here().house.args(new Request('http://127.0.0.1/'), token === undefined ? {} : { layar: token }),
    );

  /** Opens a vote on indicator 3 of the agency, which claims the stored level. */
  async function openVote(instrument: Instrument, claimed: number, rakerdaId = HALL): Promise<string> {
    const id = `suara-${rakerdaId}`;
    await here()
      .house.db.insertInto('vote')
      .values({
        id,
        rakerda_id: rakerdaId,
        instrument_code: instrument.code,
        indicator_no: 3,
        agency_code: '63.03',
        claimed_level: claimed,
        state: 'open',
        opened_at: new Date().toISOString(),
        opened_by: here().facilitator.id,
      })
      .execute();
    return id;
  }

  async function promise(): Promise<void> {
    const now = new Date().toISOString();
    await here()
      .house.db.insertInto('commitment')
      .values({
        id: 'komitmen-1',
        rakerda_id: HALL,
        agency_code: '63.04',
        what: 'Menyusun arsitektur',
        who: 'Kepala Dinas',
        due_on: '2026-12-31',
        measure: 'Peraturan bupati terbit',
        status: 'planned',
        status_note: '',
        status_at: now,
        version: 1,
        created_at: now,
        updated_at: now,
      })
      .execute();
  }

  return {
    get house() {
      return here().house;
    },
    get facilitator() {
      return here().facilitator;
    },
    meeting,
    tell,
    see,
    show,
    byLink,
    openVote,
    promise,
  };
}

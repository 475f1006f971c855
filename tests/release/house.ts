/** The demo house, in which one agency carries a name that a spreadsheet would run. */
import { DEMO_RAKERDA } from '#seeds/demo';
import type { Locale } from '~/instrument';
import type { Extent } from '~/release/files';
import { prepareRelease } from '~/release/prepareRelease.server';
import { openHouse } from '../house/house';

export const HOSTILE_NAME = '=1+1';
export const HOSTILE_CODE = '63.02';

export async function openTestHouse() {
  const house = await openHouse({ demo: true });
  await house.db.updateTable('agency').set({ name: HOSTILE_NAME }).where('code', '=', HOSTILE_CODE).execute();
  const liaison = await house.actorNamed('penghubung');
  const operator = await house.actorNamed('operator.6301');
  const meeting = (actor = liaison, locale: Locale = 'id') => house.meeting(actor, DEMO_RAKERDA, locale);
  return {
    ...house,
    liaison,
    operator,
    meetingOf: meeting,
    async prepare(extent: Extent = 'semua', locale: Locale = 'id') {
      const release = await prepareRelease(await meeting(liaison, locale), {
        instrumentCode: 'spbe-2020',
        extent,
      });
      if (!release) throw new Error('the demo Rakerda does not use spbe-2020');
      return release;
    },
  };
}

export type TestHouse = Awaited<ReturnType<typeof openTestHouse>>;

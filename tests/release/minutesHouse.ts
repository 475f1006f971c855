/** The demo house with a facilitator, and a hall that wrote down more than most: for the tests of the Berita Acara. */
import { randomUUID } from 'node:crypto';
import { makeMinutes } from '~/hall/minutes/makeMinutes.server';
import { DEMO_RAKERDA, DEMO_RAKERDA_BEFORE } from '#seeds/demo';
import { openHouse } from '../house/house';
import { HOSTILE_CODE, HOSTILE_NAME } from './house';

export const ORIGIN = 'http://192.168.1.20:3000';

export async function openMinutesHouse() {
  const house = await openHouse({ demo: true });
  const { db } = house;
  await db.updateTable('agency').set({ name: HOSTILE_NAME }).where('code', '=', HOSTILE_CODE).execute();
  const facilitator = await house.actorNamed('fasilitator');
  const { id } = facilitator;
  await db
    .updateTable('rakerda')
    .set({ state: 'plenary', previous_id: DEMO_RAKERDA_BEFORE })
    .where('id', '=', DEMO_RAKERDA)
    .execute();
  const meetingNow = () => house.meeting(facilitator, DEMO_RAKERDA);

  return {
    ...house,
    facilitator,
    meetingNow,
    make: async (formId: string = randomUUID()) =>
      makeMinutes(await meetingNow(), { id: formId, origin: ORIGIN }),
    kept: (number: number) =>
      db
        .selectFrom('minutes')
        .selectAll()
        .where('rakerda_id', '=', DEMO_RAKERDA)
        .where('number', '=', number)
        .executeTakeFirstOrThrow(),
    /** Writes agenda items with notes, and commitments, straight into the database. */
    async fill(counts: { readonly items: number; readonly notes: number; readonly commitments: number }) {
      const now = '2025-12-09T02:00:00.000Z';
      const agencies = await db
        .selectFrom('rakerda_agency')
        .select('agency_code')
        .where('rakerda_id', '=', DEMO_RAKERDA)
        .orderBy('agency_code')
        .execute();
      const agencyAt = (i: number) => agencies[i % agencies.length]?.agency_code ?? '63';
      const items = Array.from({ length: counts.items }, () => randomUUID());
      for (const [i, itemId] of items.entries()) {
        const hour = String(1 + (i % 8)).padStart(2, '0');
        const day = String(8 + Math.floor(i / 8)).padStart(2, '0');
        await db
          .insertInto('agenda_item')
          .values({
            id: itemId,
            rakerda_id: DEMO_RAKERDA,
            starts_at: `2025-12-${day}T${hour}:00:00.000Z`,
            ends_at: `2025-12-${day}T${hour}:45:00.000Z`,
            topic: 'spbe',
            title: `Acara ${i + 1}: pembahasan kesenjangan tata kelola dan layanan`,
            speaker: 'Kepala Diskominfo',
            version: 1,
            removed_at: null,
          })
          .execute();
      }
      for (let i = 0; i < counts.notes; i += 1) {
        await db
          .insertInto('note')
          .values({
            id: randomUUID(),
            rakerda_id: DEMO_RAKERDA,
            kind: i % 2 === 0 ? 'note' : 'recommendation',
            agenda_item_id: items[i % (items.length + 1)] ?? null,
            agency_code: i % 3 === 0 ? agencyAt(i) : null,
            instrument_code: null,
            indicator_no: null,
            body: `Butir ${i + 1}. ${'Perlu disepakati jadwal, pelaksana, dan cara mengukurnya. '.repeat(1 + (i % 5))}`,
            version: 1,
            created_at: now,
            created_by: id,
            updated_at: now,
            removed_at: null,
          })
          .execute();
      }
      for (let i = 0; i < counts.commitments; i += 1) {
        const commitmentId = randomUUID();
        await db
          .insertInto('commitment')
          .values({
            id: commitmentId,
            rakerda_id: DEMO_RAKERDA,
            agency_code: agencyAt(i),
            agenda_item_id: null,
            instrument_code: 'spbe-2020',
            what: `Komitmen nomor ${i + 1}: ${'menetapkan peraturan kepala daerah tentang arsitektur SPBE '.repeat(1 + (i % 4))}`,
            who: 'Kepala Dinas Komunikasi dan Informatika',
            due_on: '2026-06-30',
            measure: 'Peraturan ditetapkan dan diundangkan',
            status: 'planned',
            status_note: '',
            status_at: now,
            version: 1,
            created_at: now,
            created_by: id,
            updated_at: now,
            removed_at: null,
          })
          .execute();
        await db
          .insertInto('commitment_indicator')
          .values({ commitment_id: commitmentId, indicator_no: 1 + (i % 47), to_level: 5 })
          .execute();
      }
    },
  };
}

export type MinutesHouse = Awaited<ReturnType<typeof openMinutesHouse>>;

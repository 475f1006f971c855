/** The demo as it is laid out in a database. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate, openDatabase, type OpenDatabase } from '#db/database';
import { DEMO_RAKERDA, DEMO_RAKERDA_BEFORE } from './demo';
import { seed } from './index';

let opened: OpenDatabase;
beforeAll(async () => {
  opened = openDatabase(':memory:');
  await migrate(opened.db);
  await seed(opened.db, { demo: true, demoPassword: 'demo-demo-demo', adminPassword: 'admin-admin-admin' });
});
afterAll(() => opened.close());

it.each([DEMO_RAKERDA, DEMO_RAKERDA_BEFORE])(
  'a province says of each village what its regency says: %s',
  async (id) => {
    const rows = await opened.db
      .selectFrom('register_row')
      .innerJoin('topic_sheet', 'topic_sheet.id', 'register_row.sheet_id')
      .select(['topic_sheet.agency_code as agency', 'row_key as village', 'cells'])
      .where('topic_sheet.rakerda_id', '=', id)
      .where('register', '=', 'villages')
      .execute();
    const province = new Map(rows.flatMap((row) => (row.agency === '63' ? [[row.village, row.cells]] : [])));
    const others = rows.filter(({ agency }) => agency !== '63');
    expect(province.size).toBe(2016);
    expect(others.length).toBeGreaterThan(1000);
    expect(others.filter(({ village, cells }) => province.get(village) !== cells)).toEqual([]);
  },
);

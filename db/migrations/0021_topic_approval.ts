/** Sheets of topics go to the head as assessments do: sent, approved or returned, by whom, when and why. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // A check cannot be changed, and the table cannot be built anew under the rows of registers that name it: the column is.
  await db.schema
    .alterTable('topic_sheet')
    .addColumn('reached', 'text', (c) =>
      c
        .notNull()
        .defaultTo('draft')
        .check(sql`reached in ('draft','submitted','approved')`),
    )
    .execute();
  await sql`update topic_sheet set reached = state`.execute(db);
  await db.schema.alterTable('topic_sheet').dropColumn('state').execute();
  await db.schema.alterTable('topic_sheet').renameColumn('reached', 'state').execute();
  for (const step of ['submitted', 'approved'] as const) {
    await db.schema.alterTable('topic_sheet').addColumn(`${step}_at`, 'text').execute();
    await db.schema
      .alterTable('topic_sheet')
      .addColumn(`${step}_by`, 'text', (c) => c.references('account.id'))
      .execute();
  }
  await db.schema.alterTable('topic_sheet').addColumn('return_note', 'text').execute();
  await nameApprovals(db);
}

/** Until now only the record knew who had approved, and when. */
async function nameApprovals(db: Kysely<unknown>): Promise<void> {
  for (const column of ['approved_at', 'approved_by']) {
    const told = column === 'approved_at' ? 'at' : 'actor_id';
    await sql`update topic_sheet set ${sql.ref(column)} = (select event.${sql.ref(told)} from event
      where event.type = 'topic.approved' and json_extract(event.payload, '$.id') = topic_sheet.id
      order by event.seq desc limit 1) where state = 'approved'`.execute(db);
  }
}

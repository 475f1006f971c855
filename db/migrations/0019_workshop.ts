/**
 * Instruments that an administrator brings: a file waits as a draft until it is published. What is published stays as it
 * is, whoever holds the file of the database.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Null where it came with the product.
  await db.schema
    .alterTable('instrument')
    .addColumn('published_by', 'text', (c) => c.references('account.id'))
    .execute();
  await sql`create trigger instrument_no_update before update on instrument
    begin select raise(abort, 'a published instrument never changes'); end`.execute(db);
  await sql`create trigger instrument_no_delete before delete on instrument
    begin select raise(abort, 'a published instrument never changes'); end`.execute(db);
  await db.schema
    .createTable('instrument_draft')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('version', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('uploaded_at', 'text', (c) => c.notNull())
    .addColumn('uploaded_by', 'text', (c) => c.notNull().references('account.id'))
    .addUniqueConstraint('instrument_draft_version', ['code', 'version'])
    .execute();
}

/** What slows wrong attempts, and the browsers that are known. The rooms made these tables themselves at every start. */
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  // Of a version that locked people out.
  await schema.dropTable('sign_in_limit').ifExists().execute();
  await schema
    .createTable('sign_in_failures')
    .ifNotExists()
    .addColumn('rule', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('sign_in_failures_pk', ['rule', 'key'])
    .execute();
  await schema
    .createTable('known_browser')
    .ifNotExists()
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .execute();
}

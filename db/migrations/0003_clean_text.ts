import { type Kysely, sql } from 'kysely';
import { cleanLine, cleanText } from '~/text';

/** Columns of words: how the form cleans each, and whether one that held something must not become empty. */
interface Words {
  readonly table: string;
  readonly columns: Readonly<Record<string, readonly [clean: (text: string) => string, isNeeded: boolean]>>;
}

const LINE = [cleanLine, false] as const;
const TEXT = [cleanText, false] as const;
const NEEDED_LINE = [cleanLine, true] as const;
const NEEDED_TEXT = [cleanText, true] as const;

const WORDS: readonly Words[] = [
  { table: 'agency', columns: { name: NEEDED_LINE } },
  { table: 'account', columns: { name: NEEDED_LINE } },
  { table: 'rakerda', columns: { name: NEEDED_LINE, place: NEEDED_LINE, host: NEEDED_LINE } },
  { table: 'assessment', columns: { return_note: TEXT } },
  { table: 'answer', columns: { justification: TEXT, note: TEXT, person_in_charge: LINE } },
  { table: 'evidence', columns: { url: LINE, caption: LINE } },
  { table: 'agenda_item', columns: { title: NEEDED_LINE, speaker: LINE } },
  { table: 'attendance', columns: { institution: LINE, name: NEEDED_LINE, position: LINE } },
  { table: 'agency_message', columns: { body: NEEDED_TEXT } },
  { table: 'vote', columns: { agreed_reason: NEEDED_TEXT } },
  { table: 'note', columns: { body: NEEDED_TEXT } },
  {
    table: 'commitment',
    columns: { what: NEEDED_TEXT, who: NEEDED_LINE, measure: TEXT, status_note: NEEDED_TEXT },
  },
];

/** These keep what is frozen from being changed; taking out what nobody sees is no change of what was said. */
const LIFTED = ['answer_frozen_update', 'note_closed_update', 'commitment_closed_update'];

/** Stands where words had nothing in them that can be seen, and a form would have asked for some. */
const NOTHING = '–';

const BATCH = 500;

/**
 * Cleans the words that were stored before every form did. The record and the Berita Acara stay as they were written:
 * nothing may change them, and whoever draws a file from them cleans what it draws.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const lifted = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_master where type = 'trigger' and name in (${sql.join(LIFTED)})`.execute(db);
  for (const { name } of lifted.rows) await sql`drop trigger ${sql.ref(name)}`.execute(db);
  for (const words of WORDS) await cleanTable(db, words);
  for (const trigger of lifted.rows) await sql.raw(trigger.sql).execute(db);
}

async function cleanTable(db: Kysely<unknown>, { table, columns }: Words): Promise<void> {
  const names = Object.keys(columns);
  let last = 0;
  for (;;) {
    const { rows } = await sql<Readonly<Record<string, unknown>>>`
      select rowid as _row, ${sql.join(names.map((name) => sql.ref(name)))} from ${sql.table(table)}
      where rowid > ${last} order by rowid limit ${BATCH}`.execute(db);
    for (const row of rows) {
      const changes = Object.entries(columns).flatMap(([name, [clean, isNeeded]]) => {
        const stored = row[name];
        if (typeof stored !== 'string' || stored === '') return [];
        const cleaned = clean(stored) || (isNeeded ? NOTHING : '');
        return cleaned === stored ? [] : [sql`${sql.ref(name)} = ${cleaned}`];
      });
      if (changes.length === 0) continue;
      await sql`update ${sql.table(table)} set ${sql.join(changes)} where rowid = ${row._row}`.execute(db);
    }
    const end = rows.at(-1)?._row;
    if (typeof end !== 'number') return;
    last = end;
  }
}

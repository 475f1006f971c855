/** Every text that a database holds, for tests that look for what should not be in it. */
import type { Sqlite } from '#db/handle';
import { z } from 'zod';

/** Columns of text that nobody writes words into: ids, codes, moments, choices from a list, checksums, JSON. */
const NOT_WORDS = new Set([
  ...[
    'id',
    'code',
    'kind',
    'province_code',
    'username',
    'role',
    'agency_code',
    'state',
    'status',
    'topic',
    'type',
  ],
  ...['password_hash', 'token_hash', 'code_hash', 'link_hash', 'sha256', 'body_sha256', 'pdf_sha256'],
  ...['account_id', 'rakerda_id', 'assessment_id', 'agenda_item_id', 'actor_id', 'change_id', 'request_id'],
  ...[
    'previous_id',
    'vote_id',
    'commitment_id',
    'instrument_code',
    'target_measure',
    'instrument_version',
    'version',
    'number_text',
  ],
  ...[
    'created_at',
    'last_seen_at',
    'expires_at',
    'disabled_at',
    'added_at',
    'updated_at',
    'at',
    'submitted_at',
  ],
  ...['approved_at', 'issued_at', 'revoked_at', 'joined_at', 'removed_at', 'sent_at', 'seen_at', 'opened_at'],
  ...['closed_at', 'revealed_at', 'agreed_at', 'status_at', 'made_at', 'starts_at', 'ends_at', 'starts_on'],
  ...['ends_on', 'due_on', 'time_zone', 'submitted_by', 'approved_by', 'updated_by', 'sent_by', 'seen_by'],
  ...[
    'opened_by',
    'agreed_by',
    'created_by',
    'made_by',
    'levels',
    'payload',
    'figures',
    'options',
    'revealed',
    'frozen',
  ],
  ...['scene', 'user_agent', 'instrument.body', 'minutes.body'],
  ...['rakerda_arms.fingerprint', 'rakerda_arms.set_at', 'instrument_draft.body', 'uploaded_at'],
  ...['register_row.sheet_id', 'register_row.register', 'register_row.row_key', 'register_row.cells'],
]);

/** Of the tools: migrations and the counting of attempts. */
const TOOLS = /^(kysely_|sqlite_|.*limit)/;

const nameSchema = z.object({ name: z.string(), type: z.string().default('') });

export interface TextColumn {
  readonly table: string;
  readonly column: string;
}

function columnsOf(sqlite: Sqlite): readonly TextColumn[] {
  const tables = nameSchema
    .array()
    .parse(sqlite.prepare(`select name from sqlite_master where type = 'table'`).all());
  return tables
    .filter(({ name }) => !TOOLS.test(name))
    .flatMap(({ name: table }) =>
      nameSchema
        .array()
        .parse(sqlite.prepare('select name, type from pragma_table_info(?)').all(table))
        .filter(({ type }) => type.toLowerCase() === 'text')
        .map(({ name: column }) => ({ table, column })),
    );
}

/** The columns that people write words into: all that name no other row and are not known as something else. */
export function wordColumns(sqlite: Sqlite): readonly TextColumn[] {
  return columnsOf(sqlite).filter(
    ({ table, column }) =>
      !NOT_WORDS.has(column) && !NOT_WORDS.has(`${table}.${column}`) && !namesRow(sqlite, table, column),
  );
}

function namesRow(sqlite: Sqlite, table: string, column: string): boolean {
  const from = sqlite.prepare('select "from" from pragma_foreign_key_list(?)').pluck().all(table);
  return from.includes(column);
}

/** Every text of every row, the texts inside JSON one by one. */
export function* storedTexts(sqlite: Sqlite): Generator<TextColumn & { readonly text: string }> {
  for (const { table, column } of columnsOf(sqlite)) {
    const rows = sqlite.prepare(`select "${column}" as text from "${table}"`).all();
    for (const { text } of z.array(z.object({ text: z.string().nullable() })).parse(rows)) {
      if (text === null) continue;
      for (const inner of textsIn(text)) yield { table, column, text: inner };
    }
  }
}

function textsIn(text: string): readonly string[] {
  if (!/^[{[]/.test(text)) return [text];
  try {
    const texts: string[] = [];
    JSON.parse(text, (_key, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
    return texts;
  } catch {
    return [text];
  }
}

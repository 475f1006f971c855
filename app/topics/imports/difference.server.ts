/** What a file would change of a sheet, before anything is changed. */
import { jsonText } from '#db/json';
import { type Locale, localize } from '~/instrument';
import { emptyFigures, type Figures, kindOf } from '~/instrument/topic';
import { mergeMeanwhile } from '~/record/meanwhile.server';
import { payloadOf } from '~/record/read.server';
import { SHEET_CHANGES } from '../saveSheet.server';
import type { SheetScope } from '../topicScope.server';

export interface DifferenceRow {
  readonly code: string;
  readonly name: string;
  /** Null where nothing stands; in words of the reader's language. */
  readonly before: string | null;
  readonly after: string | null;
  /** As it would be typed in the language of the file. */
  readonly typed: string;
  /** Where it stands in the file. */
  readonly cell: string | null;
  /** Who has written what stands now, where the file was made before that; empty where that is not known. */
  readonly movedBy: string | null;
}

export interface Difference {
  readonly rows: readonly DifferenceRow[];
  /** How many fields of the file say what is saved already. */
  readonly same: number;
  /** What is saved now: a decision about this difference is one about that version. */
  readonly version: number;
  readonly language: Locale;
}

/** What was read of a file, judged. */
export interface ReadFigures {
  /** The version that the file was made from. */
  readonly seenVersion: number;
  readonly figures: Figures;
  readonly cells: Readonly<Record<string, string>>;
  readonly language: Locale;
}

export async function differenceOf(
  scope: SheetScope,
  { seenVersion, figures, cells, language }: ReadFigures,
): Promise<{
  readonly difference: Difference;
  /** The sheet as it would be, with what is asked left as it stands. */ readonly after: Figures;
}> {
  const { db, locale, sheet, topic } = scope;
  const kind = kindOf(topic);
  const now = sheet?.figures ?? emptyFigures(topic);
  const version = sheet?.version ?? 0;
  const thing = {
    id: sheet?.id ?? '',
    version,
    facts: now,
    changedBy: SHEET_CHANGES,
    idField: 'id',
  } as const;
  const merged = await mergeMeanwhile<Figures>(db, thing, seenVersion, figures);
  // Where the record does not say what the file was made from, every difference is asked.
  const after = merged?.after ?? figures;
  const changed = kind.codes.filter(
    (code) => code in figures && (after[code] ?? null) !== (now[code] ?? null),
  );
  const moved = new Set(merged?.moved ?? changed);
  const writers = moved.size > 0 && sheet ? await writersSince(scope, sheet.id, version - seenVersion) : null;
  const say = (code: string, figure: number | null) =>
    figure === null ? null : kind.say(code, figure, locale);
  const rows = changed.map((code): DifferenceRow => {
    const name = kind.nameOf(code);
    const figure = after[code] ?? null;
    return {
      code,
      name: name ? localize(name, locale) : code,
      before: say(code, now[code] ?? null),
      after: say(code, figure),
      typed: figure === null ? '' : kind.write(code, figure, language),
      cell: cells[code] ?? null,
      movedBy: moved.has(code) ? (writers?.get(code) ?? '') : null,
    };
  });
  const taken = changed
    .filter((code) => !moved.has(code))
    .map((code) => [code, after[code] ?? null] as const);
  return {
    difference: { rows, same: Object.keys(figures).length - changed.length, version, language },
    after: { ...now, ...Object.fromEntries(taken) },
  };
}

/** Who was the last to write each field in the newest changes of a sheet. */
async function writersSince(
  { db, place }: SheetScope,
  sheetId: string,
  steps: number,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('event')
    .leftJoin('account', 'account.id', 'event.actor_id')
    .select(['event.type', 'event.payload', 'account.name'])
    .where('event.rakerda_id', '=', place.row.id)
    .where('event.type', 'in', SHEET_CHANGES)
    .where(jsonText('event.payload', 'id'), '=', sheetId)
    .orderBy('event.seq', 'desc')
    .limit(Math.max(1, steps))
    .execute();
  const writers = new Map<string, string>();
  for (const row of rows) {
    for (const code of Object.keys(changesOf(row))) {
      if (!writers.has(code)) writers.set(code, row.name ?? '');
    }
  }
  return writers;
}

function changesOf(row: { readonly type: string; readonly payload: string }): object {
  return (payloadOf(row, 'topic.saved') ?? payloadOf(row, 'register.saved'))?.changes ?? {};
}

/** Takes the forms of a register: cells, a further row, a row that goes, a pasted table, and that there is nothing. */
import { dayOf } from '~/i18n/zonedTime';
import { localize } from '~/instrument';
import {
  type CellSurroundings,
  MOST_ROWS,
  readCell,
  type RegisterColumn,
  writeCell,
} from '~/instrument/metrics';
import { writeNumber } from '~/instrument';
import { kindOf } from '~/instrument/topic';
import { authorize } from '~/record/change.server';
import { cleanLine, groupIn, textIn, unreadableForm } from '~/text';
import { cellName, cellOf, type CellsAnswer, cellProblemText, readSeen } from './registerForm';
import type { RegisterScope } from './registerScope.server';
import { isOfTable, readTable, type TableCellProblem } from './registerTable';
import { registerWords } from './registerWords';
import {
  type CellChange,
  type RegisterChange,
  type RegisterResult,
  saveRegister,
} from './saveRegister.server';

export interface PastedProblem {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly says: string;
}

export interface RegisterAnswer {
  /** What is said above the page. */
  readonly says: string;
  /** Cell → what was typed, and what is said against it where something is. */
  readonly cells: Readonly<
    Record<string, { readonly typed: string; readonly says: string | null; readonly isMoved?: boolean }>
  >;
  /** The further row as it was typed, by column. */
  readonly added: Readonly<Record<string, { readonly typed: string; readonly says: string | null }>> | null;
  readonly pasted: {
    readonly text: string;
    readonly problems: readonly PastedProblem[];
    /** How many more there are. */
    readonly more: number;
  } | null;
}

export type RegisterPost =
  | {
      readonly kind: 'done';
      readonly message: string;
      /** Cell → what stands there now, as it is stored. */
      readonly stored: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'refused'; readonly answer: RegisterAnswer };

/** More would be a list that nobody reads. */
const MOST_TOLD = 100;
const NOTHING: RegisterChange = { cells: [], added: [], removed: [] };

export async function postRegister(scope: RegisterScope, form: FormData): Promise<RegisterPost> {
  const { actor, agency, place } = scope;
  // Who may not write learns that, and not what is wrong with the cells.
  authorize(actor, 'answer.write', { ...place, agencyCode: agency.code });
  const sentBy = textIn(form, 'sentBy');
  // Typed on this device by somebody who was signed in here before: it is not this person's to send.
  if (sentBy !== '' && sentBy !== actor.id) throw unreadableForm();
  const [intent, row] = intentIn(form);
  switch (intent) {
    case 'cells':
      return postCells(scope, form, null);
    case 'add':
    case 'remove':
      // Where the rows are given, nobody adds or removes one.
      if (scope.register.rows !== undefined) throw unreadableForm();
      return intent === 'add' ? postAdded(scope, form) : postCells(scope, form, row);
    case 'paste':
      return postPasted(scope, form);
    case 'none':
      return answered(scope, await saveRegister(scope, NOTHING), {});
    default:
      throw unreadableForm();
  }
}

/** The same for single cells, as a page with scripts asks it. */
export async function answerCells(scope: RegisterScope, form: FormData): Promise<CellsAnswer> {
  const result = await postRegister(scope, form);
  switch (result.kind) {
    case 'done':
      return { kind: 'saved', says: null, cells: {}, moved: [], stored: { ...result.stored } };
    case 'refused': {
      const said = Object.entries(result.answer.cells).flatMap(([name, { says }]) =>
        says === null ? [] : [[name, says] as const],
      );
      const moved = Object.entries(result.answer.cells).flatMap(([name, { isMoved }]) =>
        isMoved ? [name] : [],
      );
      const { says } = result.answer;
      return { kind: 'refused', says, cells: Object.fromEntries(said), moved, stored: {} };
    }
  }
}

/** A button of a row names it: `remove:` and its key. */
function intentIn(form: FormData): readonly [string, string] {
  const [intent = '', row = ''] = textIn(form, 'intent').split(':');
  return [intent, row];
}

function around({ area, locale, place }: RegisterScope): CellSurroundings {
  return { locale, today: dayOf(Date.now(), place.row.time_zone), districts: area.districts };
}

type TypedCells = RegisterAnswer['cells'];

/** @param removed the row that goes; what was typed into the others is kept all the same */
async function postCells(
  scope: RegisterScope,
  form: FormData,
  removed: string | null,
): Promise<RegisterPost> {
  const { register, locale } = scope;
  const seen = readSeen(textIn(form, 'seen'));
  if (!seen) throw unreadableForm();
  const columns = new Map(register.columns.map((column) => [column.code, column]));
  const typed = groupIn(form, 'cell.');
  const cells: CellChange[] = [];
  const told: Record<string, { typed: string; says: string | null }> = {};
  let isRefused = false;
  for (const [name, text] of Object.entries(typed)) {
    const { key, column: code } = cellOf(name);
    const column = columns.get(code);
    if (!column) throw unreadableForm();
    if (key === removed) continue;
    const read = readCell(column, cleanLine(text), around(scope));
    told[name] = { typed: text, says: read.ok ? null : cellProblemText(column, read.problem, locale) };
    if (read.ok) cells.push({ key, column: code, seen: seen[key]?.[code] ?? '', value: read.stored });
    else isRefused = true;
  }
  if (isRefused) return refuse(registerWords[locale].refused.problems, { cells: told });
  const going = removed === null ? undefined : seen[removed];
  if (removed !== null && !going) throw unreadableForm();
  const result = await saveRegister(scope, {
    ...NOTHING,
    cells,
    removed: removed !== null && going ? [{ key: removed, seen: going }] : [],
  });
  const stored = cells.map(({ key, column, value }) => [cellName(key, column), value] as const);
  return answered(scope, result, { cells: told }, 'disimpan', Object.fromEntries(stored));
}

async function postAdded(scope: RegisterScope, form: FormData): Promise<RegisterPost> {
  const { register, locale } = scope;
  const typed = groupIn(form, 'new.');
  const added: Record<string, { typed: string; says: string | null }> = {};
  const cells: Record<string, string> = {};
  for (const column of register.columns) {
    const text = typed[column.code] ?? '';
    const read = readCell(column, cleanLine(text), around(scope));
    added[column.code] = {
      typed: text,
      says: read.ok ? null : cellProblemText(column, read.problem, locale),
    };
    if (read.ok && read.stored !== '') cells[column.code] = read.stored;
  }
  const isRefused = Object.values(added).some(({ says }) => says !== null);
  // A row of nothing would be one that nobody can tell from the others.
  if (isRefused || Object.keys(cells).length === 0)
    return refuse(registerWords[locale].refused.problems, { added });
  return answered(scope, await saveRegister(scope, { ...NOTHING, added: [cells] }), { added });
}

async function postPasted(scope: RegisterScope, form: FormData): Promise<RegisterPost> {
  const { register, area, locale } = scope;
  const words = registerWords[locale].paste;
  const text = textIn(form, 'table');
  const keys = register.rows ? new Set(area[register.rows].map(({ code }) => code)) : null;
  const table = readTable(register, text, { ...around(scope), keys });
  const pasted = { text, problems: [], more: 0 };
  const number = (count: number) => writeNumber(count, 0, locale);
  switch (table.kind) {
    case 'empty':
    case 'unreadable':
      return refuse(words[table.kind], { pasted });
    case 'tooMany':
      return refuse(words.tooMany({ most: number(MOST_ROWS) }), { pasted });
    case 'problems': {
      const problems = table.problems.slice(0, MOST_TOLD).map((one) => pastedProblem(one, scope));
      const more = table.problems.length - problems.length;
      return refuse(words.problems({ count: number(table.problems.length) }), {
        pasted: { text, problems, more },
      });
    }
    case 'rows': {
      const wish: RegisterChange = {
        ...NOTHING,
        added: table.rows.flatMap(({ key, cells }) => (key === null ? [cells] : [])),
        cells: table.rows.flatMap(({ key, cells }): CellChange[] =>
          key === null
            ? []
            : Object.entries(cells).map(([column, value]) => ({ key, column, seen: null, value })),
        ),
      };
      return answered(scope, await saveRegister(scope, wish), { pasted }, `ditempel-${table.rows.length}`);
    }
  }
}

function pastedProblem(
  { line, column, value, problem }: TableCellProblem,
  { locale }: RegisterScope,
): PastedProblem {
  const { paste, code } = registerWords[locale];
  const name = column ? localize(column.name, locale) : code;
  const says =
    typeof problem === 'object'
      ? paste.twice({ line: String(problem.twiceOf) })
      : isOfTable(problem)
        ? paste[problem]
        : column
          ? cellProblemText(column, problem, locale)
          : '';
  return { line, column: name, value: value.slice(0, 80), says };
}

function answered(
  scope: RegisterScope,
  result: RegisterResult,
  typed: Partial<Omit<RegisterAnswer, 'says'>>,
  message = 'disimpan',
  stored: Readonly<Record<string, string>> = {},
): RegisterPost {
  const { locale, topic } = scope;
  const words = registerWords[locale];
  switch (result.kind) {
    case 'saved':
    case 'unchanged':
      return { kind: 'done', message, stored };
    case 'locked':
    case 'submitted':
    case 'approved':
      return refuse(words.refused[result.kind], typed);
    case 'full':
      return refuse(words.refused.full({ most: writeNumber(MOST_ROWS, 0, locale) }), typed);
    case 'contradictory': {
      const { nameOf } = kindOf(topic);
      const fields = Object.keys(result.problems).map((code) => {
        const name = nameOf(code);
        return name ? localize(name, locale) : code;
      });
      return refuse(words.refused.contradictory({ fields: fields.join(', ') }), typed);
    }
    case 'moved':
      return refuse(words.refused.moved, {
        ...typed,
        cells: { ...typed.cells, ...moved(scope, result, typed) },
      });
  }
}

function moved(
  { locale, register, area }: RegisterScope,
  { cells }: Extract<RegisterResult, { kind: 'moved' }>,
  typed: { readonly cells?: TypedCells },
): TypedCells {
  const words = registerWords[locale];
  const columns = new Map<string, RegisterColumn>(register.columns.map((column) => [column.code, column]));
  return Object.fromEntries(
    cells.map(({ key, column: code, now }) => {
      const column = columns.get(code);
      const name = cellName(key, code);
      const stands =
        now === null || !column ? '' : writeCell(column, now, { locale, districts: area.districts });
      const says = now === null ? words.gone : words.moved({ now: stands === '' ? words.empty : stands });
      return [name, { typed: typed.cells?.[name]?.typed ?? stands, says, isMoved: now !== null }] as const;
    }),
  );
}

function refuse(says: string, typed: Partial<Omit<RegisterAnswer, 'says'>>): RegisterPost {
  return {
    kind: 'refused',
    answer: { says, cells: typed.cells ?? {}, added: typed.added ?? null, pasted: typed.pasted ?? null },
  };
}

/**
 * Takes a file of figures in two steps: what it would change is shown, and what somebody agreed to is saved. Between them
 * nothing is kept here: the page carries the values that were agreed to, and they are judged once more.
 */
import { LOCALES, localize } from '~/instrument';
import {
  countedFields,
  emptyFigures,
  type FigureProblems,
  type Figures,
  type Finding,
  kindOf,
} from '~/instrument/topic';
import { fileImportWords } from '~/files/fileImportWords';
import { type FileRefusal, madeElsewhere, noColumnsIn, refusedCells, refusedFor } from '~/files/fileRefusal';
import { tableJob } from '~/files/formJobs.server';
import { readUploadedForm } from '~/files/uploadedFile.server';
import { tableWords } from '~/files/tableWords';
import { allows } from '~/policy';
import { authorize } from '~/record/change.server';
import { groupIn, textIn, unreadableForm } from '~/text';
import { isWorkRefused } from '~/work';
import { saveSheet } from '../saveSheet.server';
import { languageOf, problemText, seenVersion, typedFrom } from '../sheetForm';
import type { SheetScope } from '../topicScope.server';
import { type Difference, differenceOf } from './difference.server';
import { listJob } from './importJobs.server';
import { importWords } from './importWords';
import { type ChosenColumns, LIST_ROLES, type ListRole, type UsedColumns } from './reportList';
import { readSheetTable, type SheetReading } from './sheetTable';

/** Of a cell: more are no figure, code or choice. */
const MOST_LETTERS = 200;

export type ImportAnswer =
  | {
      readonly kind: 'difference';
      readonly difference: Difference;
      /** Cells whose value comes from a formula. */
      readonly formulas: readonly string[];
      readonly counted: CountedList | null;
    }
  /** Nothing was taken: what is said, and the cells to mend. */
  | (FileRefusal & {
      readonly kind: 'refused';
      readonly form: 'sheet' | 'list';
      readonly counted: CountedList | null;
    })
  /** A list whose columns somebody must name. */
  | {
      readonly kind: 'columns';
      readonly headings: readonly string[];
      readonly columns: UsedColumns;
      readonly year: number;
    };

/** What came out of a list besides the figures. */
export interface CountedList {
  readonly year: number;
  readonly rows: number;
  readonly taken: number;
  readonly columns: UsedColumns;
  readonly findings: readonly Finding[];
  /** Fields that the list does not say. */
  readonly left: readonly string[];
}

type Refused = Extract<ImportAnswer, { kind: 'refused' }>;

function refuse(form: Refused['form'], says: readonly string[], counted: CountedList | null = null): Refused {
  return { kind: 'refused', form, ...refusedFor(...says), counted };
}

/** Why nothing can be taken whatever the file says; null where it can. */
function closedBecause({ locale, place, sheet }: SheetScope): string | null {
  const words = importWords[locale].refused;
  if (sheet && sheet.state !== 'draft') return words[sheet.state];
  return allows(place.row.state, 'answers') ? null : words.locked;
}

/** Reads an uploaded file and says what it would change. @throws 403 for whoever may not fill the sheet in */
export async function postImportFile(scope: SheetScope, request: Request): Promise<ImportAnswer> {
  const { actor, agency, place, locale } = scope;
  authorize(actor, 'answer.write', { ...place, agencyCode: agency.code });
  const words = tableWords[locale].upload;
  const upload = await readUploadedForm(request, 'file');
  if (upload.kind !== 'read') return refuse('sheet', [words[upload.kind]]);
  const { bytes, form } = upload;
  const isList = textIn(form, 'what') === 'list';
  const closed = closedBecause(scope);
  if (closed !== null) return refuse(isList ? 'list' : 'sheet', [closed]);
  try {
    return isList ? await readList(scope, bytes, form) : await readSheetFile(scope, bytes);
  } catch (error) {
    if (isWorkRefused(error)) return refuse(isList ? 'list' : 'sheet', [words.busy]);
    throw error;
  }
}

type Bytes = Uint8Array<ArrayBuffer>;

async function readSheetFile(scope: SheetScope, bytes: Bytes): Promise<ImportAnswer> {
  const { topic, locale, sheet, workers } = scope;
  const table = await workers.run(tableJob, { bytes, letters: MOST_LETTERS }, scope);
  if (table.kind === 'refused') return refuse('sheet', [tableWords[locale].file[table.why]]);
  const read = readSheetTable(topic, table.sheets);
  const strange = strangeness(scope, read);
  if (strange || read.kind !== 'read') return refuse('sheet', strange ?? []);
  const { stamp, typed, cells, formulas } = read;
  const atCell = importWords[locale].cellProblem;
  const found = read.problems.map(({ kind, cell }) => ({ cell, text: atCell[kind]({ cell }) }));
  const whole = { ...typedFrom(topic, sheet?.figures ?? emptyFigures(topic), stamp.language), ...typed };
  const judged = kindOf(topic).judge(null, whole, stamp.language);
  const atTheirCells = (wrong: FigureProblems) =>
    Object.entries(wrong).map(([code, problem]) => {
      const said = problemText(topic, code, problem, locale);
      const cell = cells[code];
      const text = cell === undefined ? said : importWords[locale].atCell({ cell, problem: said });
      return { cell: cell ?? '', text };
    });
  if (found.length > 0 || !judged.ok)
    return refuseCells([...found, ...(judged.ok ? [] : atTheirCells(judged.problems))]);
  const { difference, after } = await differenceOf(scope, {
    seenVersion: stamp.version,
    figures: only(judged.figures, Object.keys(typed)),
    cells,
    language: stamp.language,
  });
  // Together with what stands there already: what others saved since, what registers count.
  const together = atTheirCells(kindOf(topic).contradictions(after));
  if (together.length > 0) return refuseCells(together);
  return { kind: 'difference', difference, formulas, counted: null };
}

/** All that is wrong with a file, from the top down. */
function refuseCells(wrong: readonly { readonly cell: string; readonly text: string }[]): Refused {
  const down = [...wrong].sort((one, other) => rowOf(one.cell) - rowOf(other.cell));
  return { ...refuse('sheet', []), ...refusedCells(down.map(({ text }) => text)) };
}

/** 14 of `E14`; what stands in no cell comes first. */
function rowOf(cell: string): number {
  return Number(cell.replace(/\D/g, ''));
}

/** What keeps a file from being read as the template of this sheet; null where nothing does. */
function strangeness(
  { topic, agency, place, locale }: SheetScope,
  read: SheetReading,
): readonly string[] | null {
  const { refused: words, table } = importWords[locale];
  if (read.kind === 'noStamp') return [fileImportWords[locale].refused.noStamp];
  if (read.kind === 'noColumns')
    return noColumnsIn(words.noColumns({ code: table.code, value: table.value }), read.sheets, locale);
  const { stamp } = read;
  if (stamp.topicCode !== topic.code) return [words.otherTopic({ topic: stamp.topicCode })];
  const elsewhere = madeElsewhere(stamp, { agencyCode: agency.code, rakerdaId: place.row.id }, locale);
  return elsewhere === null ? null : [elsewhere];
}

function only(figures: Figures, codes: readonly string[]): Figures {
  return Object.fromEntries(codes.map((code) => [code, figures[code] ?? null]));
}

async function readList(scope: SheetScope, bytes: Bytes, form: FormData): Promise<ImportAnswer> {
  const { topic, locale, sheet, workers } = scope;
  const kind = kindOf(topic);
  const { counting } = kind;
  const words = importWords[locale].counts;
  if (!counting) return refuse('list', [tableWords[locale].upload.unreadable]);
  const year = textIn(form, 'year');
  if (!/^(19|20)\d\d$/.test(year)) return refuse('list', [words.yearProblem]);
  const chosen = chosenIn(form);
  const read = await workers.run(listJob, { bytes, counting, year: Number(year), chosen }, scope);
  if (read.kind === 'refused') return refuse('list', [tableWords[locale].file[read.why]]);
  if (read.kind === 'columns') return { ...read, year: Number(year) };
  const { figures, rows, findings } = read.counted;
  const nameOf = (code: string) => {
    const name = kind.nameOf(code);
    return name ? localize(name, locale) : code;
  };
  const counted: CountedList = {
    year: Number(year),
    rows,
    taken: figures[counting.received] ?? 0,
    columns: read.columns,
    findings,
    left: countedFields(counting)
      .filter((code) => figures[code] === undefined)
      .map(nameOf),
  };
  if (findings.some((one) => one.kind === 'monthFirst'))
    return refuse('list', [words.monthFirstText], counted);
  if (counted.taken === 0) return refuse('list', [words.noRows], counted);
  const now = sheet?.figures ?? emptyFigures(topic);
  const contradictions = kind.contradictions({ ...now, ...figures });
  const problems = Object.entries(contradictions).map(([code, one]) => problemText(topic, code, one, locale));
  if (problems.length > 0) return { ...refuse('list', [], counted), problems };
  const { difference } = await differenceOf(scope, {
    seenVersion: sheet?.version ?? 0,
    figures,
    cells: {},
    language: locale,
  });
  return { kind: 'difference', difference, formulas: [], counted };
}

/** Which column is what, as the form says it: empty where it is to be recognised, `-` where there is none. */
function chosenIn(form: FormData): ChosenColumns {
  const chosen: Partial<Record<ListRole, string | null>> = {};
  for (const role of LIST_ROLES) {
    const text = textIn(form, `column.${role}`);
    if (text !== '') chosen[role] = text === '-' ? null : text;
  }
  return chosen;
}

export type TakeResult =
  { readonly kind: 'saved' } | { readonly kind: 'answer'; readonly answer: ImportAnswer };

/** Saves what somebody agreed to, whole or not at all. @throws 403 */
export async function postImport(scope: SheetScope, form: FormData): Promise<TakeResult> {
  const { actor, agency, place, locale, sheet, topic } = scope;
  authorize(actor, 'answer.write', { ...place, agencyCode: agency.code });
  const words = importWords[locale].refused;
  const version = seenVersion(form);
  if (version === null || textIn(form, 'intent') !== 'take') throw unreadableForm();
  const language = languageOf(form, LOCALES[0]);
  const sent = groupIn(form, 'figure.');
  const picks = groupIn(form, 'pick.');
  const asked = new Set(Object.keys(groupIn(form, 'asked.')));
  const { codes: all, asked: asksFor } = kindOf(topic);
  const codes = all.filter((code) => code in sent && asksFor(code) !== null);
  if (codes.some((code) => asked.has(code) && picks[code] !== 'mine' && picks[code] !== 'theirs'))
    return { kind: 'answer', answer: refuse('sheet', [words.picks]) };
  const taken = codes.filter((code) => picks[code] !== 'theirs');
  const whole = {
    ...typedFrom(topic, sheet?.figures ?? emptyFigures(topic), language),
    ...textsOf(sent, taken),
  };
  const judged = kindOf(topic).judge(null, whole, language);
  if (!judged.ok) return { kind: 'answer', answer: refuse('sheet', [words.contradictory]) };
  const figures = only(judged.figures, taken);
  const result = await saveSheet(scope, version, figures);
  switch (result.kind) {
    case 'saved':
    case 'unchanged':
      return { kind: 'saved' };
    case 'locked':
    case 'submitted':
    case 'approved':
    case 'contradictory':
      return { kind: 'answer', answer: refuse('sheet', [words[result.kind]]) };
    case 'moved': {
      const { difference } = await differenceOf(scope, {
        seenVersion: version,
        figures,
        cells: {},
        language,
      });
      return { kind: 'answer', answer: { kind: 'difference', difference, formulas: [], counted: null } };
    }
  }
}

function textsOf(texts: Readonly<Record<string, string>>, codes: readonly string[]): Record<string, string> {
  return Object.fromEntries(codes.map((code) => [code, texts[code] ?? '']));
}

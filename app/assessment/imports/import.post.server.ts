/**
 * Takes a file of answers in two steps: what it would change is shown, and what somebody agreed to is saved. Between them
 * nothing is kept here: the page carries the values, and they are judged once more.
 */
import { fileImportWords } from '~/files/fileImportWords';
import { type FileRefusal, madeElsewhere, noColumnsIn, refusedCells, refusedFor } from '~/files/fileRefusal';
import { tableJob } from '~/files/formJobs.server';
import { tableWords } from '~/files/tableWords';
import { readUploadedForm } from '~/files/uploadedFile.server';
import { indicatorsOf, storedRange } from '~/instrument';
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import { authorize } from '~/record/change.server';
import { groupIn, textIn, unreadableForm } from '~/text';
import { isWorkRefused } from '~/work';
import { readOnlyReason } from '../assessment.read.server';
import { answerSchema, LIMITS } from '../answerForm';
import { answerImportWords } from './answerImportWords';
import { type AnswersReading, readAnswersTable } from './answersTable';
import {
  type AnswerDifference,
  answerDifferences,
  importAnswers,
  type ImportedField,
  type WantedAnswer,
} from './importAnswers.server';

export type AnswersImport =
  | {
      readonly kind: 'difference';
      readonly rows: readonly AnswerDifference[];
      /** How many rows of the file say what is saved already. */
      readonly same: number;
      /** Cells whose value comes from a formula. */
      readonly formulas: readonly string[];
    }
  | ({ readonly kind: 'refused' } & FileRefusal);

/** Of a cell: more than a justification may have, so that one that is too long is seen. */
const MOST_LETTERS = LIMITS.justification + 1000;

function refuse(...says: readonly string[]): AnswersImport {
  return { kind: 'refused', ...refusedFor(...says) };
}

/** Reads an uploaded file and says what it would change. @throws 403 for whoever may not write answers */
export async function postAnswersFile(scope: AssessmentScope, request: Request): Promise<AnswersImport> {
  const { actor, place, locale, instrument, workers } = scope;
  authorize(actor, 'answer.write', place);
  const refusals = tableWords[locale];
  const upload = await readUploadedForm(request, 'file');
  if (upload.kind !== 'read') return refuse(refusals.upload[upload.kind]);
  if (readOnlyReason(actor, place) !== null) return refuse(answerImportWords[locale].refused.locked);
  try {
    const table = await workers.run(tableJob, { bytes: upload.bytes, letters: MOST_LETTERS }, scope);
    if (table.kind === 'refused') return refuse(refusals.file[table.why]);
    return await whatItSays(scope, readAnswersTable(instrument, table.sheets));
  } catch (error) {
    if (isWorkRefused(error)) return refuse(refusals.upload.busy);
    throw error;
  }
}

async function whatItSays(scope: AssessmentScope, read: AnswersReading): Promise<AnswersImport> {
  const { locale, instrument, place } = scope;
  const { refused: words, table, cellProblem } = answerImportWords[locale];
  if (read.kind === 'noStamp') return refuse(fileImportWords[locale].refused.noStamp);
  if (read.kind === 'noColumns') {
    const columns = [table.no, table.version, table.level, table.justification];
    const text = words.noColumns({ columns: columns.map((one) => `“${one}”`).join(', ') });
    return refuse(...noColumnsIn(text, read.sheets, locale));
  }
  const { stamp, rows, formulas, problems } = read;
  if (stamp.instrumentCode !== instrument.code)
    return refuse(words.otherInstrument({ instrument: stamp.instrumentCode }));
  const elsewhere = madeElsewhere(stamp, { agencyCode: place.agency.code, rakerdaId: place.row.id }, locale);
  if (elsewhere !== null) return refuse(elsewhere);
  if (problems.length > 0)
    return {
      kind: 'refused',
      ...refusedCells(problems.map(({ kind, cell }) => cellProblem[kind]({ cell }))),
    };
  const wanted = rows.map(({ no, version, level, justification }) => ({
    no,
    version,
    input: { level, justification },
  }));
  const differences = await answerDifferences(scope, wanted);
  return { kind: 'difference', rows: differences, same: rows.length - differences.length, formulas };
}

export type AnswersTaken =
  { readonly kind: 'saved' } | { readonly kind: 'answer'; readonly answer: AnswersImport };

/** Saves what somebody agreed to, whole or not at all. @throws 403 */
export async function postAnswers(scope: AssessmentScope, form: FormData): Promise<AnswersTaken> {
  const { actor, place, locale } = scope;
  authorize(actor, 'answer.write', place);
  const words = answerImportWords[locale].refused;
  if (textIn(form, 'intent') !== 'take') throw unreadableForm();
  const wanted = wantedIn(scope, form);
  if (wanted === 'unpicked') return { kind: 'answer', answer: refuse(words.picks) };
  const result = await importAnswers(scope, wanted);
  switch (result.kind) {
    case 'saved':
      return { kind: 'saved' };
    case 'locked':
      return { kind: 'answer', answer: refuse(words.locked) };
    case 'moved': {
      const rows = await answerDifferences(scope, wanted);
      const same = wanted.length - rows.length;
      return { kind: 'answer', answer: { kind: 'difference', rows, same, formulas: [] } };
    }
  }
}

function wantedIn({ instrument }: AssessmentScope, form: FormData): readonly WantedAnswer[] | 'unpicked' {
  const schema = answerSchema(storedRange(instrument)).shape;
  const [versions, levels, justifications, picks, asked] = [
    'version.',
    'level.',
    'justification.',
    'pick.',
    'asked.',
  ].map((prefix) => groupIn(form, prefix));
  const wanted: WantedAnswer[] = [];
  for (const { no } of indicatorsOf(instrument)) {
    const key = String(no);
    const version = versions?.[key];
    if (version === undefined) continue;
    if (!/^\d{1,9}$/.test(version)) throw unreadableForm();
    const isTaken = (field: ImportedField) => picks?.[`${key}.${field}`] !== 'theirs';
    for (const field of ['level', 'justification'] as const) {
      const name = `${key}.${field}`;
      if (asked?.[name] !== undefined && picks?.[name] !== 'mine' && isTaken(field)) return 'unpicked';
    }
    const level = schema.level.safeParse(levels?.[key] ?? '');
    const justification = schema.justification.safeParse(justifications?.[key] ?? '');
    if (!level.success || !justification.success) throw unreadableForm();
    wanted.push({
      no,
      version: Number(version),
      input: {
        ...(levels?.[key] !== undefined && isTaken('level') ? { level: level.data } : {}),
        ...(justifications?.[key] !== undefined && isTaken('justification')
          ? { justification: justification.data }
          : {}),
      },
    });
  }
  return wanted;
}

/** What a file would change of an assessment, and the change itself: whole or not at all. */
import { cleanText } from '~/text';
import { indicatorsOf, localize, shownLevel } from '~/instrument';
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import { change, type Locked } from '~/record/change.server';
import type { AnswerInput } from '../answerForm';
import { mergeChange } from '../mergeChange';
import { EMPTY, readAnswer, saveAnswerIn, savesSince } from '../saveAnswer.server';

export const IMPORTED_FIELDS = ['level', 'justification'] as const;
export type ImportedField = (typeof IMPORTED_FIELDS)[number];

/** What a file says of one answer; a field that is left out is not touched. */
export interface WantedAnswer {
  readonly no: number;
  /** The version that the file was made from. */
  readonly version: number;
  readonly input: Partial<Pick<AnswerInput, ImportedField>>;
}

/** One field of one answer: what stands there, and what the file makes of it, as people read them. */
export interface FieldDifference {
  readonly field: ImportedField;
  readonly before: string;
  readonly after: string;
  /** As the form carries it. */
  readonly sent: string;
  /** Who has changed it since; null where nobody did, empty where the name is not known. */
  readonly movedBy: string | null;
}

export interface AnswerDifference {
  readonly no: number;
  readonly name: string;
  /** What is saved now: agreeing is a decision about it. */
  readonly version: number;
  readonly fields: readonly FieldDifference[];
}

/** Answers that the file changes, or that somebody else has changed too. */
export async function answerDifferences(
  scope: AssessmentScope,
  wanted: readonly WantedAnswer[],
): Promise<readonly AnswerDifference[]> {
  const { db, place, instrument, locale, actor } = scope;
  const assessmentId = place.assessment.id;
  const names = new Map(indicatorsOf(instrument).map(({ no, name }) => [no, localize(name, locale)]));
  const found: AnswerDifference[] = [];
  const authors = new Map<string, string>();
  for (const { no, version, input } of wanted) {
    const stored = await readAnswer(db, assessmentId, no);
    const now: AnswerInput = stored ?? EMPTY;
    const since = stored && stored.version > version ? await savesSince(db, assessmentId, no, version) : [];
    const { after, asked } = mergeChange(now, since, {
      input,
      setAside: [],
      origin: { actorId: actor.id, device: null },
    });
    const say = (answer: AnswerInput, field: ImportedField) =>
      field === 'justification'
        ? answer.justification
        : answer.level === null
          ? ''
          : String(shownLevel(instrument.level, answer.level)).replace('.', locale === 'id' ? ',' : '.');
    const fields: FieldDifference[] = [];
    for (const field of IMPORTED_FIELDS) {
      const moved = asked.find((one) => one.field === field);
      const becomes: AnswerInput = moved ? { ...now, ...input } : after;
      if (becomes[field] === now[field]) continue;
      fields.push({
        field,
        before: say(now, field),
        after: say(becomes, field),
        sent: field === 'level' ? String(becomes.level ?? '') : becomes.justification,
        movedBy: moved ? await nameOf(scope, authors, moved.by.by.actorId) : null,
      });
    }
    if (fields.length > 0)
      found.push({ no, name: names.get(no) ?? '', version: stored?.version ?? 0, fields });
  }
  return found;
}

async function nameOf(
  { db }: AssessmentScope,
  known: Map<string, string>,
  actorId: string | null,
): Promise<string> {
  if (actorId === null) return '';
  const there = known.get(actorId);
  if (there !== undefined) return there;
  const row = await db.selectFrom('account').select('name').where('id', '=', actorId).executeTakeFirst();
  const name = row?.name ?? '';
  known.set(actorId, name);
  return name;
}

export type ImportResult =
  | { readonly kind: 'saved'; readonly count: number }
  /** Somebody changed one of the answers since the differences were shown: nothing was saved. */
  | { readonly kind: 'moved' }
  | Locked;

/** Ends the transaction with nothing written. */
class Undone extends Error {
  readonly result: ImportResult;

  constructor(result: ImportResult) {
    super('the import is undone');
    this.result = result;
  }
}

/** Saves what somebody agreed to. @throws 403 where the policy says no */
export async function importAnswers(
  scope: AssessmentScope,
  wanted: readonly WantedAnswer[],
): Promise<ImportResult> {
  const { place, instrument, actor } = scope;
  const where = { assessmentId: place.assessment.id, instrument, actorId: actor.id };
  try {
    return await change(
      scope,
      { may: 'answer.write', part: 'answers' },
      async (doing): Promise<ImportResult> => {
        let count = 0;
        for (const { no, version, input } of wanted) {
          const cleaned = {
            ...input,
            ...(input.justification === undefined ? {} : { justification: cleanText(input.justification) }),
          };
          const saved = await saveAnswerIn(doing, where, {
            indicatorNo: no,
            input: cleaned,
            baseVersion: version,
          });
          if (saved.kind === 'locked') throw new Undone(saved);
          if (saved.kind === 'conflict') throw new Undone({ kind: 'moved' });
          if (saved.kind === 'saved') count += 1;
        }
        return { kind: 'saved', count };
      },
    );
  } catch (error) {
    if (error instanceof Undone) return error.result;
    throw error;
  }
}

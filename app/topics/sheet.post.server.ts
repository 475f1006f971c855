/** Takes the forms of a sheet: its figures, the approval, and the way back. */
import { kindOf } from '~/instrument/topic';
import { authorize } from '~/record/change.server';
import { textIn } from '~/text';
import { approveSheet, reopenSheet, saveSheet, type StepResult } from './saveSheet.server';
import {
  languageOf,
  readTyped,
  seenVersion,
  sentPart,
  type SheetProblems,
  type TypedFigures,
  typedFrom,
} from './sheetForm';
import type { SheetScope } from './topicScope.server';

export interface SheetAnswer {
  readonly reason: 'problems' | 'moved' | 'contradictory' | 'locked' | 'approved' | 'stepMoved';
  /** What the fields hold now; null where no figures were sent. */
  readonly typed: TypedFigures | null;
  readonly problems: SheetProblems;
  /** The version that saving again is a decision about; null where it stays the one that was seen. */
  readonly version: number | null;
}

export type SheetPost =
  | {
      readonly kind: 'done';
      readonly message: 'disimpan' | 'disetujui' | 'dibuka';
      /** The part that was saved; null where there are none. */
      readonly part: string | null;
    }
  | { readonly kind: 'refused'; readonly answer: SheetAnswer }
  | { readonly kind: 'unreadable' };

export async function postSheet(scope: SheetScope, form: FormData): Promise<SheetPost> {
  const version = seenVersion(form);
  if (version === null) return { kind: 'unreadable' };
  switch (textIn(form, 'intent')) {
    case 'save':
      return postFigures(scope, form, version);
    case 'approve':
      return stepTaken(await approveSheet(scope, version), 'disetujui');
    case 'reopen':
      return stepTaken(await reopenSheet(scope), 'dibuka');
    default:
      return { kind: 'unreadable' };
  }
}

function stepTaken(result: StepResult, message: 'disetujui' | 'dibuka'): SheetPost {
  if (result.kind === 'done') return { kind: 'done', message, part: null };
  return refuse(result.kind === 'moved' ? 'stepMoved' : 'locked', null);
}

async function postFigures(scope: SheetScope, form: FormData, version: number): Promise<SheetPost> {
  const { actor, agency, place, topic, locale } = scope;
  // Who may not write learns that, and not what is wrong with the figures.
  authorize(actor, 'answer.write', { ...place, agencyCode: agency.code });
  const part = sentPart(topic, form);
  if (part === undefined) return { kind: 'unreadable' };
  const typed = readTyped(form);
  const judged = kindOf(topic).judge(part, typed, languageOf(form, locale));
  if (!judged.ok) return refuse('problems', typed, judged.problems);
  const result = await saveSheet(scope, version, judged.figures);
  switch (result.kind) {
    case 'saved':
    case 'unchanged':
      return { kind: 'done', message: 'disimpan', part };
    case 'locked':
    case 'approved':
      return refuse(result.kind, typed);
    case 'contradictory':
      return refuse('contradictory', typed, result.problems);
    case 'moved': {
      const moved = result.fields.map(
        (code) => [code, { kind: 'moved', now: result.now[code] ?? null }] as const,
      );
      const filled = typedFrom(topic, result.after, locale);
      return refuse('moved', filled, Object.fromEntries(moved), result.version);
    }
  }
}

function refuse(
  reason: SheetAnswer['reason'],
  typed: TypedFigures | null,
  problems: SheetProblems = {},
  version: number | null = null,
): SheetPost {
  return { kind: 'refused', answer: { reason, typed, problems, version } };
}

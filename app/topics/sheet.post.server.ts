/** Takes the form of a sheet: its figures, or those of one part of it. */
import { kindOf } from '~/instrument/topic';
import { authorize } from '~/record/change.server';
import { textIn, unreadableForm } from '~/text';
import { saveSheet } from './saveSheet.server';
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
  readonly reason: 'problems' | 'moved' | 'contradictory' | 'locked' | 'submitted' | 'approved';
  /** What the fields hold now. */
  readonly typed: TypedFigures;
  readonly problems: SheetProblems;
  /** The version that saving again is a decision about; null where it stays the one that was seen. */
  readonly version: number | null;
}

export type SheetPost =
  | {
      readonly kind: 'done';
      /** The part that was saved; null where there are none. */ readonly part: string | null;
    }
  | { readonly kind: 'refused'; readonly answer: SheetAnswer };

export async function postSheet(scope: SheetScope, form: FormData): Promise<SheetPost> {
  const sentBy = textIn(form, 'sentBy');
  // Typed on this device by somebody who was signed in here before: it is not this person's to send.
  if (sentBy !== '' && sentBy !== scope.actor.id) throw unreadableForm();
  const version = seenVersion(form);
  if (version === null || textIn(form, 'intent') !== 'save') throw unreadableForm();
  return postFigures(scope, form, version);
}

async function postFigures(scope: SheetScope, form: FormData, version: number): Promise<SheetPost> {
  const { actor, agency, place, topic, locale } = scope;
  // Who may not write learns that, and not what is wrong with the figures.
  authorize(actor, 'answer.write', { ...place, agencyCode: agency.code });
  const part = sentPart(topic, form);
  if (part === undefined) throw unreadableForm();
  const typed = readTyped(form);
  const judged = kindOf(topic).judge(part, typed, languageOf(form, locale));
  if (!judged.ok) return refuse('problems', typed, { problems: judged.problems });
  const result = await saveSheet(scope, version, judged.figures);
  switch (result.kind) {
    case 'saved':
    case 'unchanged':
      return { kind: 'done', part };
    case 'locked':
    case 'submitted':
    case 'approved':
      return refuse(result.kind, typed);
    case 'contradictory':
      return refuse('contradictory', typed, { problems: result.problems });
    case 'moved': {
      const moved = result.fields.map(
        (code) => [code, { kind: 'moved', now: result.now[code] ?? null }] as const,
      );
      const filled = typedFrom(topic, result.after, locale);
      return refuse('moved', filled, { problems: Object.fromEntries(moved), version: result.version });
    }
  }
}

function refuse(
  reason: SheetAnswer['reason'],
  typed: TypedFigures,
  more: Partial<Pick<SheetAnswer, 'problems' | 'version'>> = {},
): SheetPost {
  return { kind: 'refused', answer: { reason, typed, problems: {}, version: null, ...more } };
}

/** Reads the forms of the overview page and hands each to its use case. */
import { z } from 'zod';
import { closesSomething, isStep, STAGES } from '~/policy';
import { authorize } from '~/record/change.server';
import { parseTargetInput } from '~/rakerda/indexInput';
import {
  addMember,
  changeAllTargets,
  changeStage,
  changeTargets,
  removeMember,
  type TargetChange,
  type TargetsResult,
} from './manageRakerda.server';
import type { ManageRefusal, TargetProblem } from './manageRefusal';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { targetOwner } from '~/rakerda/targetFields';
import { type Fields, groupIn, readForm, textIn, unreadableForm } from '~/text';

const formSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('stage'),
    from: z.enum(STAGES),
    to: z.enum(STAGES),
    confirmed: z.literal('ya').optional(),
  }),
  z.object({ intent: z.literal('targets') }),
  z.object({ intent: z.literal('targetAll'), instrument: z.string(), all: z.string() }),
  z.object({ intent: z.literal('memberAdd'), account: z.string() }),
  z.object({ intent: z.literal('memberRemove'), account: z.string() }),
]);

export type ManageResult =
  /** Where the page should say what happened: its anchor, which is also the name of the message. */
  | { readonly kind: 'done'; readonly message: 'tahap' | 'target' | 'anggota' }
  | { readonly kind: 'refused'; readonly refusal: ManageRefusal };

/** Does what one of the page's forms asks for. Throws 403 where the policy says no. */
export async function manageRakerda(scope: MeetingScope, form: FormData): Promise<ManageResult> {
  authorize(scope.actor, 'rakerda.manage', scope.place);
  const asked = readForm(form, formSchema);
  switch (asked.intent) {
    case 'stage': {
      const { from, to, confirmed } = asked;
      if (isStep(from, to) && closesSomething(from, to) && confirmed === undefined) {
        return refused({ kind: 'confirmStep', to });
      }
      const result = await changeStage(scope, asked);
      if (result.kind === 'notAStep') throw unreadableForm();
      return result.kind === 'changed' ? done('tahap') : refused({ kind: 'stageMoved' });
    }
    case 'targets': {
      const { typed, changes, problems } = targetsIn(form);
      if (Object.keys(problems).length > 0) return refused({ kind: 'targets', typed, problems });
      return targetsDone(await changeTargets(scope, changes), typed);
    }
    case 'targetAll': {
      const { instrument, all } = asked;
      const target = parseTargetInput(all);
      if (!target.ok) return refused({ kind: 'targetAll', instrument, typed: all });
      return targetsDone(await changeAllTargets(scope, instrument, target.hundredths), {});
    }
    case 'memberAdd':
    case 'memberRemove': {
      const act = asked.intent === 'memberAdd' ? addMember : removeMember;
      const result = await act(scope, asked.account);
      return result.kind === 'changed' ? done('anggota') : refused({ kind: 'member' });
    }
  }
}

/** The `target.spbe-2020.63.01` fields of a posted form, each with the `before.spbe-2020.63.01` that stood there. */
export function targetsIn(form: Fields): {
  readonly typed: Record<string, string>;
  readonly changes: readonly TargetChange[];
  readonly problems: Record<string, TargetProblem>;
} {
  const typed = groupIn(form, 'target.');
  const problems: Record<string, TargetProblem> = {};
  const changes: TargetChange[] = [];
  for (const [key, value] of Object.entries(typed)) {
    const before = parseTargetInput(textIn(form, `before.${key}`));
    const after = parseTargetInput(value);
    if (!after.ok || !before.ok) problems[key] = { kind: 'invalid' };
    else changes.push({ ...targetOwner(key), before: before.hundredths, after: after.hundredths });
  }
  return { typed, changes, problems };
}

function targetsDone(result: TargetsResult, typed: Record<string, string>): ManageResult {
  switch (result.kind) {
    case 'changed':
    case 'unchanged':
      return done('target');
    case 'locked':
      return refused({ kind: 'targetsLocked' });
    case 'moved': {
      const problems = [...result.now].map(([key, now]) => [key, { kind: 'moved', now }] as const);
      return refused({ kind: 'targets', typed, problems: Object.fromEntries(problems) });
    }
  }
}

function done(message: 'tahap' | 'target' | 'anggota'): ManageResult {
  return { kind: 'done', message };
}

function refused(refusal: ManageRefusal): ManageResult {
  return { kind: 'refused', refusal };
}

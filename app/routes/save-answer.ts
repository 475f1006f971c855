import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { parseLevels } from '~/assessment';
import { postAnswer } from '~/assessment/answer.post.server';
import { readOnlyReason, standing } from '~/assessment/assessment.read.server';
import { readSnapshot } from '~/assessment/saveAnswer.server';
import type { OpenAnswer, SaveResponse } from '~/assessment/screens';
import { findIndicator } from '~/instrument';
import { currentActor, notFound } from '~/accounts/requestScope.server';
import { may } from '~/policy';
import { stageAllows } from '~/record/change.server';
import { openAssessment, openAssessmentAs } from '~/rakerda/meetingScope.server';
import { textIn } from '~/text';

const numberIn = ({ params }: ActionFunctionArgs | LoaderFunctionArgs) => Number(params.nomor);

/** One changed field from the browser's own code: the page's form, answered as JSON so that typing is never interrupted. */
export async function action(args: ActionFunctionArgs) {
  const actor = await currentActor(args);
  if (!actor || actor.mustChangePassword) return answer({ kind: 'signedOut' }, 401);
  const scope = await openAssessmentAs(args, actor);
  const form = await args.request.formData();
  // Asked before the policy: who is signed in here now may be allowed less than who typed it.
  if (!may(actor, 'answer.write', scope.place)) {
    const isOther = !['', actor.id].includes(textIn(form, 'account'));
    return answer({ kind: isOther ? 'otherAccount' : 'forbidden' }, 403);
  }
  const no = numberIn(args);
  const { result, errors } = await postAnswer(scope, no, form);
  if (result.kind === 'noIndicator') return notFound();
  if (result.kind === 'otherAccount') return answer({ kind: 'otherAccount' }, 403);
  if (result.kind === 'locked') {
    const isOpen = await stageAllows(scope.db, scope.place, 'answers');
    return answer({ kind: isOpen ? 'locked' : 'stage' }, 409);
  }
  if (Object.keys(errors).length > 0) return answer({ kind: 'invalid' }, 422);
  const snapshot = await readSnapshot(scope, no);
  switch (result.kind) {
    case 'conflict':
      return answer({ kind: 'conflict', conflicts: [...result.conflicts], answer: snapshot }, 409);
    case 'late':
      return answer({ kind: 'late', answer: snapshot }, 202);
    case 'unchanged':
      return answer({ kind: 'unchanged', answer: snapshot }, 200);
    case 'saved':
      return answer(
        {
          ...result,
          answer: snapshot,
          standing: standing(
            scope.instrument,
            parseLevels(result.levels),
            scope.locale,
            findIndicator(scope.instrument, no)?.aspectNo,
          ),
        },
        200,
      );
  }
}

function answer(body: SaveResponse, status: number): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}

const CLOSED = { role: 'forbidden', submitted: 'locked', approved: 'locked', closed: 'stage' } as const;

/** How the answer stands and whether it can be changed, for pages that have it open while others save. */
export async function loader(args: LoaderFunctionArgs) {
  const scope = await openAssessment(args, 'assessment.read');
  const no = numberIn(args);
  if (!findIndicator(scope.instrument, no)) return notFound();
  const reason = readOnlyReason(scope.actor, scope.place);
  const body: OpenAnswer = {
    ...(await readSnapshot(scope, no)),
    closed: reason === null ? null : CLOSED[reason],
  };
  return Response.json(body, { headers: { 'Cache-Control': 'no-store' } });
}

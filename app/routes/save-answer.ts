import type { ActionFunctionArgs } from '@remix-run/node';
import { parseLevels } from '~/assessment';
import { postAnswer } from '~/assessment/answer.post.server';
import { standing } from '~/assessment/assessment.read.server';
import type { SaveResponse } from '~/assessment/screens';
import { findIndicator } from '~/instrument';
import { currentActor, notFound } from '~/accounts/requestScope.server';
import { may } from '~/policy';
import { openAssessmentAs } from '~/rakerda/meetingScope.server';

/** Autosave: the same post as the page's form, answered as JSON so that typing is never interrupted. */
export async function action(args: ActionFunctionArgs) {
  const actor = await currentActor(args);
  if (!actor || actor.mustChangePassword) return answer({ kind: 'signedOut' }, 401);
  const scope = await openAssessmentAs(args, actor);
  if (!may(actor, 'answer.write', scope.place)) return answer({ kind: 'forbidden' }, 403);
  const no = Number(args.params.nomor);
  const { result } = await postAnswer(scope, no, await args.request.formData());
  switch (result.kind) {
    case 'noIndicator':
      return notFound();
    case 'locked':
      return answer({ kind: 'locked' }, 409);
    case 'invalid':
      return answer({ kind: 'invalid' }, 422);
    case 'conflict':
      return answer(
        { kind: 'conflict', theirs: result.theirs, theirName: result.theirName, own: result.own },
        409,
      );
    case 'unchanged':
      return answer({ kind: 'unchanged', version: result.version }, 200);
    case 'saved':
      return answer(
        {
          ...result,
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

export function loader() {
  return notFound();
}

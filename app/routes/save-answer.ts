import type { ActionFunctionArgs } from '@remix-run/node';
import { currentActor, notFound } from '~/accounts/guard.server';
import { findAssessmentPlace } from '~/accounts/place.server';
import { parseLevels } from '~/assessment';
import { postAnswer } from '~/assessment/postAnswer.server';
import { standing } from '~/assessment/queries.server';
import type { SaveResponse } from '~/assessment/screens';
import { readLocale } from '~/i18n/locale.server';
import { findIndicator } from '~/instrument';

/** Autosave: the same post as the page's form, answered as JSON so that typing is never interrupted. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await currentActor({ request, context });
  if (!actor || actor.mustChangePassword) return answer({ kind: 'signedOut' }, 401);
  const place = await findAssessmentPlace(context.db, actor, params);
  const instrument = await context.instruments.get(
    place.assessment.instrument_code,
    place.assessment.instrument_version,
  );
  const no = Number(params.nomor);
  const { result } = await postAnswer(context, actor, place, instrument, no, await request.formData());
  switch (result.kind) {
    case 'noIndicator':
      return notFound();
    case 'forbidden':
      return answer({ kind: 'forbidden' }, 403);
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
            instrument,
            parseLevels(result.levels),
            await readLocale(request),
            findIndicator(instrument, no)?.aspectNo,
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

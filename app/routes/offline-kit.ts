/** What a device needs to show this assessment without the server: `/rakerda/:rakerda/:instrumen/:instansi/bekal`. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { readKit } from '~/assessment/offline/kit.read.server';
import type { Kit } from '~/assessment/screens';
import { maySeeFigures } from '~/policy';
import { openLiveAssessment } from '~/rakerda/meetingScope.server';
import { readPlannerPage } from '~/results/planner.read.server';
import { readResultPage } from '~/results/result.read.server';

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openLiveAssessment(args, 'assessment.read');
  const { actor, place } = scope;
  const mayFigures = maySeeFigures(actor, place, place.agencyCode, place.assessment.state);
  const url = new URL(args.request.url);
  url.pathname = url.pathname.replace(/bekal$/, 'rencana');
  url.search = '';
  const kit: Kit = {
    release: args.context.release,
    ...(await readKit(scope)),
    result: mayFigures ? await readResultPage(scope) : null,
    planner: mayFigures ? await readPlannerPage(scope, url) : null,
  };
  return Response.json(kit, { headers: { 'Cache-Control': 'no-store' } });
}

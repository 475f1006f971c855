/** What a device needs to show this assessment without the server: `/rakerda/:rakerda/:instrumen/:instansi/bekal`. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { readKit } from '~/assessment/offline/kit.read.server';
import type { Kit } from '~/assessment/screens';
import { maySeeFigures } from '~/policy';
import { openAssessment } from '~/rakerda/meetingScope.server';
import { newestSeq } from '~/record/read.server';
import { readPlannerPage } from '~/results/planner.read.server';
import { readResultPage } from '~/results/result.read.server';

export async function loader(args: LoaderFunctionArgs) {
  const asOf = await newestSeq(args.context.db);
  const scope = await openAssessment(args, 'assessment.read');
  const { actor, place } = scope;
  const mayFigures = maySeeFigures(actor, place, place.agencyCode, place.assessment.state);
  const url = new URL(args.request.url);
  url.pathname = url.pathname.replace(/bekal$/, 'rencana');
  url.search = '';
  const kit: Kit = {
    release: args.context.release,
    ...(await readKit(scope)),
    result: mayFigures ? await readResultPage({ ...scope, asOf }) : null,
    planner: mayFigures ? await readPlannerPage(scope, url) : null,
  };
  return Response.json(kit, { headers: { 'Cache-Control': 'no-store' } });
}

import type { ActionFunctionArgs } from '@remix-run/node';
import { answerCells } from '~/topics/registers/register.post.server';
import { openRegister } from '~/topics/registers/registerScope.server';

const headers = { 'Cache-Control': 'private, no-store' };

/** Cells of a register, saved one by one where scripts run: what came of it. */
export async function action(args: ActionFunctionArgs) {
  const scope = await openRegister(args);
  const answer = await answerCells(scope, await args.request.formData());
  return Response.json(answer, { headers });
}

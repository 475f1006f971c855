/** Where a request about a register wants to act. */
import { type Args, notFound } from '~/accounts/requestScope.server';
import type { Register } from '~/instrument/metrics';
import { kindOf } from '~/instrument/topic';
import { type Area, readArea } from '../area.server';
import { openSheet, type SheetScope } from '../topicScope.server';

export interface RegisterScope extends SheetScope {
  readonly register: Register;
  readonly area: Area;
}

/**
 * Opens a register of one agency, for whoever may see its figures.
 * @throws a redirect to the sign-in page; 404 where the topic has no such register; 403
 */
export async function openRegister(args: Args): Promise<RegisterScope> {
  return withRegister(await openSheet(args), args.params.register);
}

/** The same where the sheet is known already. */
export async function withRegister(scope: SheetScope, code: string | undefined): Promise<RegisterScope> {
  const { topic, agency } = scope;
  const register = kindOf(topic).registers?.all.find((one) => one.code === code) ?? notFound();
  return { ...scope, register, area: await readArea(agency.code) };
}

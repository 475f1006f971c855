/** Whoever asks for what they may not see or do leaves a line in the record. */
import { cannotWrite, isBusy } from '#db/database';
import { pathForLog } from '~/paths';
import { write } from '~/record/change.server';
import { type Args, currentActor } from './requestScope.server';

/** Longer addresses are nobody's. */
const KEPT_OF_PATH = 200;

/**
 * Writes a refusal down, at the pace that the limits allow. Nobody is known who is not signed in: that is in the log only.
 * @param route what was asked for, however the address was filled in
 */
export async function recordRefusal(args: Args, route: string): Promise<void> {
  const { request, context } = args;
  const { db, feed, limits, log, requestId } = context;
  const actor = await currentActor(args);
  const what = `${request.method} ${route}`;
  if (!actor || !limits.isRefusalWorthRecording(actor.id, what)) return;
  const path = pathForLog(new URL(request.url).pathname.replace(/\.data$/, '')).slice(0, KEPT_OF_PATH);
  try {
    await write({ db, feed }, { actorId: actor.id, requestId }, ({ tell }) =>
      tell('account.refused', { method: request.method, path }),
    );
  } catch (error) {
    // The refusal stands, whether it can be written down or not.
    if (!isBusy(error) && !cannotWrite(error)) throw error;
    log.error({ requestId, path, why: String(error) }, 'a refusal could not be put on record');
  }
}

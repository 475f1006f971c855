import type { Outbox } from '../outbox';
import { isAway } from './connection';
import { isOnDevice } from './pageFrom';

/** Whether an indicator can be left: the server has what was typed, or nobody answers and the device has the next page. */
export async function mayLeave(outbox: Outbox, to: string): Promise<boolean> {
  if (!isAway() && (await outbox.flush())) return true;
  const isCut = isAway() || ['offline', 'failed'].includes(outbox.view().link);
  return isCut && (await isOnDevice(to)) && outbox.putDown();
}

import { Unproven } from '~/work';

/** A document that did not come out whole; its message is for the log. */
export class MinutesError extends Unproven {
  override readonly name = 'MinutesError';
}

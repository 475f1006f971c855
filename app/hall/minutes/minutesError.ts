/** A document that did not come out whole; its message is for the log. */
export class MinutesError extends Error {
  override readonly name = 'MinutesError';
}

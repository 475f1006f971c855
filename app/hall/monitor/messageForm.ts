/** The form of a message to one agency, or to all that are stuck: what the browser and the action both know of it. */

/** A message is read at a glance, above the work that goes on. */
export const MESSAGE_LIMIT = 300;
/** Stands for the number of unanswered indicators of whoever the message goes to. */
export const REMAINING = '{n}';

export type MessageProblem = 'empty' | 'tooLong' | 'locked' | 'nobody';

/** A message that was not sent: the words as typed, and to whom they were to go (null: all that are stuck). */
export interface MessageRefusal {
  readonly agencyCode: string | null;
  readonly typed: string;
  readonly problem: MessageProblem;
}

/** Fills in what differs from agency to agency. */
export function fillIn(body: string, remaining: number): string {
  return body.replaceAll(REMAINING, String(remaining));
}

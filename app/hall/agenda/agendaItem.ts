import type { Topic } from '#db/schema';

/** One item of an agenda. */
export interface AgendaItem {
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly topic: Topic;
  readonly title: string;
  /** Empty where nobody is named. */
  readonly speaker: string;
  readonly version: number;
}

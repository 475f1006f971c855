/** Whose ballots a vote counts, as was chosen when it was opened. */
import type { Ballot } from '#db/schema';

export interface BallotRule {
  readonly agencyCode: string;
  readonly ballot: Ballot;
  /** Whether the agency under discussion votes too. */
  readonly includesSubject: boolean;
}

/** Why somebody who may vote has no ballot here: of the agency under discussion, or of none where agencies vote. */
export type SitsOut = 'subject' | 'noAgency';

/** @param agencyCode of the voter; null where the voter belongs to no agency */
export function sitsOut(agencyCode: string | null, rule: BallotRule): SitsOut | null {
  if (agencyCode === null) return rule.ballot === 'agency' ? 'noAgency' : null;
  return agencyCode === rule.agencyCode && !rule.includesSubject ? 'subject' : null;
}

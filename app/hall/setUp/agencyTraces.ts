/** What an agency leaves in a Rakerda: some of it holds the agency there, the rest goes when the agency goes. */

/** Holds it: what was said by it or about it. */
export const HOLDS = [
  'answers',
  'votes',
  'commitments',
  'notes',
  'people',
  'cardsUsed',
  'messagesSeen',
] as const;
/** Goes along: what was only got ready for it. */
export const GOES_ALONG = ['cards', 'targets', 'messages'] as const;

export type Hold = (typeof HOLDS)[number];
/** How many there are of each. */
export type AgencyTraces = Readonly<Record<Hold | (typeof GOES_ALONG)[number], number>>;
/** What holds it, and how many of each. */
export type Holding = Readonly<Partial<Record<Hold, number>>>;

/** How long a password that was typed proves who sits at the browser. Pure. */

/** After this long, acts on other people's accounts ask for it again (docs/decisions/0079). */
export const PROOF_MINUTES = 15;

/** @param provenAt when it was typed; null where it never was, or nobody remembers */
export function isProofFresh(provenAt: string | null, now: number): boolean {
  if (provenAt === null) return false;
  const age = now - Date.parse(provenAt);
  // From the future: the clock was set back, and nobody knows how long ago it was.
  return age >= 0 && age < PROOF_MINUTES * 60_000;
}

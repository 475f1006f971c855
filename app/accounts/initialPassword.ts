/** How long an initial password opens its account: long enough for a letter by post, too short for a drawer. */

export const INITIAL_DAYS = 14;

/** @returns until when one opens its account that is made at `at`, ISO 8601 UTC */
export function initialUntil(at: string): string {
  return new Date(Date.parse(at) + INITIAL_DAYS * 86_400_000).toISOString();
}

/** Whether the account waits for its first use in vain. Null where its initial password does not end. */
export function isInitialOver(
  account: { readonly must_change_password: 0 | 1; readonly initial_until: string | null },
  now: number,
): boolean {
  const { must_change_password: waits, initial_until: until } = account;
  return waits === 1 && until !== null && Date.parse(until) <= now;
}
